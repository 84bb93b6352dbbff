import { resourceType } from "../../aws/resources";
import type { GrantType } from "../../aws/resources/resource-type";
import { isMap } from "../../text/value";
import { parsedJson, type Resource, text } from "../resources/resource";
import { type Statement, statementsOf } from "./statement";

/** Kinds of policies: what a role may do, who may assume it, or who may use the resource itself. */
export type PolicyKind = "identity" | "trust" | "resource";

export interface PolicyDocument {
  readonly address: string;
  /** The attribute that holds it. */
  readonly attribute: string;
  readonly kind: PolicyKind;
  /** Whom or what it is attached to, as a person calls it. */
  readonly holder: string;
  readonly statements: readonly Statement[];
}

/** Every policy in these resources, wherever it stands in them. */
export function policyDocuments(resources: readonly Resource[]): PolicyDocument[] {
  return resources.flatMap((resource) => [...written(resource), ...granted(resource)]);
}

/** Resource types differ in how they call the attribute, so that any JSON with statements in it is taken for a policy. */
function written(resource: Resource): PolicyDocument[] {
  return textsIn(resource.values).flatMap(([attribute, json]) => {
    const statements = json.includes("Statement") ? statementsOf(parsedJson(json)) : undefined;
    if (statements === undefined) return [];
    const kind = kindOf(resource.type, attribute);
    return [{ address: resource.address, attribute, kind, holder: holder(resource, kind), statements }];
  });
}

function textsIn(values: unknown, path = ""): [attribute: string, text: string][] {
  if (typeof values === "string") return [[path, values]];
  if (Array.isArray(values)) return values.flatMap((value) => textsIn(value, path));
  if (!isMap(values)) return [];
  return Object.entries(values).flatMap(([key, value]) => textsIn(value, path === "" ? key : `${path}.${key}`));
}

function kindOf(type: string, attribute: string): PolicyKind {
  if (attribute === "assume_role_policy") return "trust";
  return type.startsWith("aws_iam_") ? "identity" : "resource";
}

function holder(resource: Resource, kind: PolicyKind): string {
  const [word, attribute] = resourceType(resource.type)?.holder ?? [
    kind === "identity" ? "identity" : "resource",
    "name",
  ];
  return `${word} ${text(resource, attribute) ?? resource.references[attribute]?.[0] ?? resource.name}`;
}

/** Resources that are one statement of a policy that AWS keeps. */
function granted(resource: Resource): PolicyDocument[] {
  const grants = resourceType(resource.type)?.grants;
  const statements = grants && statementsOf({ Statement: [PERMISSIONS[grants](resource)] });
  if (statements === undefined) return [];
  const owner = text(resource, "function_name") ?? text(resource, "event_bus_name") ?? resource.name;
  return [
    { address: resource.address, attribute: "principal", kind: "resource", holder: `${grants} ${owner}`, statements },
  ];
}

const PERMISSIONS: Readonly<Record<GrantType, (resource: Resource) => Record<string, unknown>>> = {
  function: (resource) => {
    const [from, account] = [text(resource, "source_arn"), text(resource, "source_account")];
    // What is known after the apply only is known to be set.
    const source = from ?? (resource.unknown.source_arn === true ? "(known after the apply)" : undefined);
    const [organization, token] = [text(resource, "principal_org_id"), text(resource, "event_source_token")];
    const equals = {
      ...(account && { "AWS:SourceAccount": account }),
      ...(organization && { "aws:PrincipalOrgID": organization }),
      ...(token && { "lambda:EventSourceToken": token }),
    };
    const condition = {
      ...(source && { ArnLike: { "AWS:SourceArn": source } }),
      ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
    };
    return {
      Sid: text(resource, "statement_id"),
      Effect: "Allow",
      Principal: principal(text(resource, "principal")),
      Action: text(resource, "action"),
      Resource: qualified(resource),
      ...(Object.keys(condition).length > 0 && { Condition: condition }),
    };
  },
  "event bus": (resource) => ({
    Sid: text(resource, "statement_id"),
    Effect: "Allow",
    Principal: principal(text(resource, "principal")),
    Action: text(resource, "action") ?? "events:PutEvents",
  }),
};

/** Returns the function with the alias or version that the permission is for. */
function qualified(resource: Resource): string | undefined {
  const [name, qualifier] = [text(resource, "function_name"), text(resource, "qualifier")];
  return qualifier === undefined ? name : `${name ?? resource.name}:${qualifier}`;
}

function principal(written: string | undefined): unknown {
  if (written === undefined || written === "*") return written;
  return written.endsWith(".amazonaws.com") ? { Service: written } : { AWS: written };
}
