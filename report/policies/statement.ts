import { isMap } from "../../text/value";
import { asText } from "../own";

export interface ConditionTest {
  readonly test: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** Whom a statement names, by kind: AWS, Service, Federated …; `*` alone is everybody. */
export interface Principal {
  readonly kind: string;
  readonly id: string;
}

/** A statement of a policy, with every list a list. */
export interface Statement {
  readonly sid: string | undefined;
  readonly effect: "Allow" | "Deny";
  readonly principals: readonly Principal[];
  readonly actions: readonly string[];
  /** NotAction, NotResource or NotPrincipal: all but what is named. */
  readonly inverted: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly ConditionTest[];
  /** The statement as it stands in the document. */
  readonly json: string;
}

/** The statements of a policy document; undefined where the value is none. */
export function statementsOf(document: unknown): Statement[] | undefined {
  if (!isMap(document) || !("Statement" in document)) return undefined;
  return list(document.Statement).filter(isMap).map(statement);
}

function statement(written: Record<string, unknown>): Statement {
  const { Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition } = written;
  return {
    sid: typeof Sid === "string" ? Sid : undefined,
    effect: Effect === "Deny" ? "Deny" : "Allow",
    principals: principals(Principal ?? NotPrincipal),
    actions: texts(Action ?? NotAction),
    inverted: ["NotPrincipal", "NotAction", "NotResource"].filter((key) => key in written),
    resources: texts(Resource ?? NotResource),
    conditions: conditions(Condition),
    json: JSON.stringify(written, null, 2),
  };
}

function principals(written: unknown): Principal[] {
  if (typeof written === "string") return [{ kind: written === "*" ? "*" : "AWS", id: written }];
  if (!isMap(written)) return [];
  return Object.entries(written).flatMap(([kind, ids]) =>
    texts(ids).map((id) => ({ kind: id === "*" ? "*" : kind, id })),
  );
}

function conditions(written: unknown): ConditionTest[] {
  if (!isMap(written)) return [];
  return Object.entries(written).flatMap(([test, keys]) =>
    isMap(keys) ? Object.entries(keys).map(([key, values]) => ({ test, key, values: texts(values) })) : [],
  );
}

function list(value: unknown): unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function texts(value: unknown): string[] {
  return list(value).map(asText);
}
