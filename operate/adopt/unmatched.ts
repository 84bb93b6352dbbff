import type { Target } from "@aws-sdk/client-eventbridge";
import { logicalId, targetName } from "../../aws/names";
import type { Environment, Rule } from "../../config/model";
import { destinationType } from "../../destinations";
import type { Resource } from "../../report/resources/resource";
import { ruleName } from "../../schema/identity";
import { isMap, type Path } from "../../text/value";
import { type Account, textOf } from "./adoptable";
import { type HeldRule, heldRulesOn } from "./bus-contents";
import { plain } from "./differences";
import { nameInArn } from "./name-in-arn";
import { unmatchedArchives } from "./unmatched-archives";

/** Something on a bus of the environment, or that its targets use, that no resource of the stack is. */
export interface Unmatched {
  /** The words for it, such as `the rule all on <bus>`. */
  readonly what: string;
  /** A key of the file with the value by which it would be the stack's own; without one, it stays as it is. */
  readonly write?: { readonly path: Path; readonly value: string };
  /** The words for what becomes of it. */
  readonly why: string;
}

/** Returns what the buses of the environment have beside what its stack wants, and which key would make it the stack's. */
export async function unmatchedOn(
  environment: Environment,
  resources: readonly Resource[],
  account: Account,
): Promise<readonly Unmatched[]> {
  const values = new Map(resources.map((resource) => [resource.address, resource.values]));
  const rules = Object.entries(environment.rules).map(([key, rule]) => ({
    key,
    rule,
    name: ruleName(key, rule),
    values: values.get(`aws_cloudwatch_event_rule.${logicalId(key)}`) ?? {},
  }));
  const buses = new Set(resources.flatMap(({ type, values }) => (type === BUS ? [textOf(values.name)] : [])));
  const found = await Promise.all(
    [...buses].map(async (bus) => {
      const held = await heldRulesOn(account.aws, bus);
      const names = new Set(held.map(({ rule: { Name } }) => Name));
      const wanted = rules.filter(({ values }) => values.event_bus_name === bus);
      const missing = wanted.filter(({ name }) => !names.has(name));
      return held.flatMap((one) => {
        const own = wanted.find(({ name }) => name === one.rule.Name);
        if (own === undefined) return [unmatchedRule(one, bus, missing)];
        return unmatchedTargets(environment, own, one, values);
      });
    }),
  );
  const former = new Map(found.flat().map((one) => [one.what, one]));
  return [...former.values(), ...(await unmatchedArchives(buses, resources, account))];
}

const BUS = "aws_cloudwatch_event_bus";

interface WantedRule {
  readonly key: string;
  readonly rule: Rule;
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function unmatchedRule({ rule, targets }: HeldRule, bus: string, missing: readonly WantedRule[]): Unmatched {
  const what = `the rule ${rule.Name} on ${bus}`;
  const same = missing.filter(({ values }) => equalPatterns(values.event_pattern, rule.EventPattern));
  const [own] = same;
  if (own !== undefined && same.length === 1)
    return {
      what,
      write: { path: ["rules", own.key, "name"], value: rule.Name ?? "" },
      why: `matches the same events as rules.${own.key}, so that they would arrive twice`,
    };
  const to = targets.map(({ Arn }) => Arn).join(", ") || "nowhere";
  return { what, why: `is not in the file, stays as it is and goes on delivering to ${to}` };
}

/** The source need not be the same text: such a bus has events of one source only. */
function equalPatterns(wanted: unknown, held: unknown): boolean {
  const [one, other] = [plain(wanted), plain(held)].map((pattern) => {
    if (!isMap(pattern)) return null;
    const { source: _, ...rest } = pattern;
    return JSON.stringify(rest);
  });
  return one !== null && one === other;
}

function unmatchedTargets(
  environment: Environment,
  { key, rule }: WantedRule,
  held: HeldRule,
  values: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Unmatched[] {
  const wanted = rule.targets.map(({ destination }) => ({
    destination,
    values: values.get(`aws_cloudwatch_event_target.${logicalId(targetName(key, destination))}`) ?? {},
  }));
  const ids = new Set(held.targets.map(({ Id }) => Id));
  const open = wanted.filter(({ values: { target_id } }) => !ids.has(textOf(target_id)));
  return held.targets.flatMap((target) => {
    const own = wanted.find(({ values: { target_id } }) => target_id === target.Id);
    if (own === undefined) return [unmatchedTarget(environment, key, target, open)];
    const elsewhere = !sameArn(textOf(own.values.arn), target.Arn ?? "");
    return elsewhere ? [unmatchedTarget(environment, key, target, [own])] : leftBy(target, own.values);
  });
}

/** Returns what a target has used until now, and the stack's own takes the place of. */
function leftBy({ RoleArn, DeadLetterConfig }: Target, wanted: Readonly<Record<string, unknown>>): Unmatched[] {
  const [block] = [wanted.dead_letter_config].flat();
  const queue = isMap(block) ? textOf(block.arn) : "";
  const old = DeadLetterConfig?.Arn;
  return [
    ...(RoleArn === undefined || RoleArn === wanted.role_arn
      ? []
      : [
          {
            what: `the role ${RoleArn}`,
            why: "is not the file's; the file's targets that have it get another by the first apply",
          },
        ]),
    ...(old === undefined || old === queue
      ? []
      : [
          {
            what: `the dead-letter queue ${old}`,
            why: "is not the file's; the file's targets that have it get the stack's own by the first apply, and what lies in it stays there",
          },
        ]),
  ];
}

interface WantedTarget {
  readonly destination: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function unmatchedTarget(
  environment: Environment,
  rule: string,
  { Id = "", Arn = "" }: Target,
  open: readonly WantedTarget[],
): Unmatched {
  const what = `the target ${Id} of the rule ${rule}, ${Arn}`;
  const same = open.find(({ values }) => sameArn(textOf(values.arn), Arn));
  if (same !== undefined)
    return {
      what,
      write: { path: ["rules", rule, "targets", same.destination, "target_id"], value: Id },
      why: `is where ${same.destination} is, so that events would arrive there twice`,
    };
  const named = open.flatMap(({ destination }) => {
    const keys = environment.destinations[destination];
    const creation = keys && keys.arn === undefined ? destinationType(keys.type).creation : undefined;
    const value = creation && nameInArn(creation, environment, Arn);
    return creation === undefined || value === undefined ? [] : [{ destination, key: creation.nameKey, value }];
  });
  const [only] = named;
  if (only !== undefined && named.length === 1)
    return {
      what,
      write: { path: ["destinations", only.destination, only.key], value: only.value },
      why: `is of the type of ${only.destination}, which the first apply would make besides`,
    };
  return { what, why: "is not in the file, stays as it is and goes on receiving" };
}

/** Some tools write the ARN of a log group with `:*` at its end. */
function sameArn(one: string, other: string): boolean {
  return one.replace(/:\*$/, "") === other.replace(/:\*$/, "");
}
