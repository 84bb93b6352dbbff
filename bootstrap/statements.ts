import type { Condition, Statement } from "../aws/policy";
import { resourceType } from "../aws/resources";
import type { Environment } from "../config/model";
import { ORGANIZATION } from "../report/model/source";
import { blocksOfStack } from "../report/resources/of-stack";

/** The statements of a role that only plans, and those that a role which applies has besides. */
export interface Statements {
  readonly read: readonly Statement[];
  readonly write: readonly Statement[];
}

interface Entry {
  readonly type: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: Condition | undefined;
}

/** Returns what must be allowed to plan and to apply the stack of an environment: that, and on its own resources only. */
export function deployStatements(environment: Environment): Statements {
  const all = blocksOfStack(environment).flatMap(({ type, values }) =>
    (resourceType(type)?.deploy ?? []).flatMap(({ read = [], write = [], on, when, condition }) => {
      if (when?.(values) === false) return [];
      const entry = { type, resources: on(environment, values), condition: condition?.(environment, values) };
      return [{ ...entry, read, write }];
    }),
  );
  const of = (kind: "read" | "write") => merged(all.map((entry) => ({ ...entry, actions: entry[kind] })));
  return { read: of("read"), write: of("write") };
}

/** Returns one statement for all resources that need the same actions, and for all actions on the same resources. */
function merged(entries: readonly Entry[]): Statement[] {
  const needed = entries.filter(({ actions }) => actions.length > 0);
  const byActions = unite(needed, ({ type, actions, condition }) => [type, actions, condition]);
  const byKeys = unite(byActions, ({ actions, resources, condition }) => [actions, resources, keysOf(condition)]);
  return unite(byKeys, ({ resources, condition }) => [resources, condition]).map(statement);
}

function unite(entries: readonly Entry[], key: (entry: Entry) => unknown): Entry[] {
  const united = new Map<string, Entry>();
  for (const entry of entries) {
    const id = JSON.stringify(key(entry));
    const other = united.get(id);
    united.set(id, other === undefined ? { ...entry, ...sorted(entry, entry) } : { ...other, ...sorted(other, entry) });
  }
  return [...united.values()];
}

function sorted(one: Entry, other: Entry): Pick<Entry, "actions" | "resources" | "condition"> {
  return {
    actions: union(one.actions, other.actions),
    resources: union(one.resources, other.resources),
    condition: one.condition && other.condition && unitedConditions(one.condition, other.condition),
  };
}

/** Returns the operators and keys of a condition, without the values, of which each may be the one that is met. */
function keysOf(condition: Condition = {}): unknown {
  return Object.entries(condition).map(([operator, keys]) => [operator, Object.keys(keys)]);
}

function unitedConditions(one: Condition, other: Condition): Condition {
  return Object.fromEntries(
    Object.entries(one).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).map(([key, value]) => {
          const values = union([value].flat(), [other[operator]?.[key] ?? []].flat());
          return [key, values.length === 1 ? (values[0] ?? "") : values];
        }),
      ),
    ]),
  );
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort();
}

function statement({ type, actions, resources, condition }: Entry): Statement {
  const Resource = union(resources, []).map((arn) => arn.replaceAll(ORGANIZATION, "*"));
  return {
    Sid: Resource.includes("*") ? "WithoutResource" : sid(type),
    Effect: "Allow",
    Action: actions,
    Resource,
    ...(condition && { Condition: condition }),
  };
}

/** `aws_sqs_queue`: `SqsQueue`. */
function sid(type: string): string {
  return type
    .replace(/^(?:data\.)?aws_/, "")
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
