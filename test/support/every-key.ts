import { parseEnvironment } from "../../config/environment";
import { ruleSchema, targetSchema } from "../../config/schema/rule";
import { destinationTypes } from "../../destinations";
import type { DestinationType } from "../../destinations/destination-type";
import { isMap } from "../../text/value";
import { keysOf } from "./keys";
import { type Companions, pathsOf, variants } from "./variants";

type Value = Record<string, unknown>;
type Targets = Record<string, unknown>;

const TOPIC = "v2.users.{id}.presence";
const WILDCARD = { url: "https://events.acme.example/*/x" };
/** The keys that another key needs beside it, or it is refused or has no effect. */
const DESTINATION_COMPANIONS: Companions = {
  shard_count: { mode: "provisioned" },
  path_parameters: WILDCARD,
  security_groups: { subnets: ["subnet-0a1b2c3d"] },
  subnets: { security_groups: ["sg-0a1b2c3d"] },
  client_secret: { body: { grant_type: "client_credentials" } },
};
const { template, variables } = targetSchema.shape;
const OPTION_COMPANIONS: Companions = {
  template: { variables: variants(variables, {})[0] },
  variables: { template: variants(template, {})[0] },
};
const TARGETS_PER_RULE = 5;
const ROUNDS = 8;

/** The quota of a stand-in for AWS, which is that of most regions. */
const SHARDS = 6000;
const withinQuota = (value: unknown) => !isMap(value) || Number(value.shard_count ?? 0) <= SHARDS;

/** The files whose every part `check` accepts, and the keys that no part of them has. */
export interface EveryKey {
  readonly files: Readonly<Record<string, Value>>;
  readonly missing: readonly string[];
}

const types: readonly DestinationType[] = destinationTypes;

/**
 * Returns every key of every destination type, every option of a target to every type, and every key of a rule, as far as `check` accepts
 * them: composed from the schemas, so that what is added to them is here as well.
 */
export function everyKey(): EveryKey {
  const values = types.flatMap(({ type, schema, example }) =>
    variants(schema, DESTINATION_COMPANIONS)
      .filter(withinQuota)
      .map((value, index): [string, unknown] => named(`${type}-${index}`, completed(value, example))),
  );
  const there = ([, value]: readonly [string, unknown]) => pathsOf(value).includes(".arn");
  // Apart, since an example's ARN may be that of what another one makes.
  const files = {
    "existing-keys": fileOf("existing-keys", values.filter(there)),
    "made-keys": fileOf(
      "made-keys",
      values.filter((one) => !there(one)),
    ),
  };
  return { files, missing: missing(Object.values(files)) };
}

/** Returns what is refused for a key that the schema lets be left out with what the example has besides. */
function completed(value: unknown, example: unknown): unknown {
  const file = fileWith([["one", value]], "one");
  return isMap(value) && isMap(example) && errorsOf(file).some(({ id }) => id === "missing-key")
    ? { ...example, ...value }
    : value;
}

function fileOf(suffix: string, values: readonly (readonly [string, unknown])[]): Value {
  const file = fileWith(values, suffix);
  return accepted({ ...file, rules: { ...file.rules, ...optionRules(values), ...ruleKeys(values) } });
}

function fileWith(values: readonly (readonly [string, unknown])[], suffix: string) {
  return {
    aws_account_id: "123456789012",
    aws_region: "us-east-1",
    monitoring: { alarms: false, dashboard: false },
    streams: { presence: { event_source_suffix: suffix, topic_filters: [TOPIC] } },
    rules: deliveries(values.map(([name]) => name)),
    destinations: Object.fromEntries(values),
  };
}

function errorsOf(file: Value) {
  const bytes = Buffer.from(JSON.stringify(file));
  const { issues } = parseEnvironment({ name: "every-key", path: "every-key.tfvars.json", bytes });
  return issues.filter(({ severity }) => severity === "error");
}

function deliveries(names: readonly string[]): Record<string, Value> {
  return rulesOf(
    "delivery",
    names.map((name) => [name, {}]),
  );
}

/** Returns a rule for each variant of each option, to each type and to whatever the option is for. */
function optionRules(values: readonly (readonly [string, unknown])[]): Record<string, Value> {
  const plain = types.flatMap(({ type }) => values.find(([name]) => name.startsWith(`${type}-`))?.[0] ?? []);
  const wildcard = values.flatMap(([name, value]) => (JSON.stringify(value).includes("/*/") ? [name] : []));
  const options = variants(targetSchema, OPTION_COMPANIONS);
  return Object.assign(
    {},
    ...options.map((option, index) =>
      rulesOf(
        `option-${index}`,
        [...plain, ...wildcard].map((name) => [name, option]),
      ),
    ),
  );
}

function ruleKeys(values: readonly (readonly [string, unknown])[]): Record<string, Value> {
  const [destination = ""] = values[0] ?? [];
  const all = variants(ruleSchema, {}).map(
    (rule, index): [string, unknown] =>
      named(`rule-${index}`, { ...(rule as Value), stream: "presence", targets: [destination] }), // made by the schema of a map
  );
  return Object.fromEntries(all) as Record<string, Value>;
}

/** Returns an entry, with a unique earlier name where the value has one. */
function named(name: string, value: unknown): [string, unknown] {
  return [name, isMap(value) && "renamed_from" in value ? { ...value, renamed_from: `was-${name}` } : value];
}

function rulesOf(name: string, targets: readonly (readonly [string, unknown])[]): Record<string, Value> {
  const rules: Record<string, Value> = {};
  for (let start = 0; start < targets.length; start += TARGETS_PER_RULE) {
    const some = targets.slice(start, start + TARGETS_PER_RULE);
    rules[`${name}-${start}`] = { stream: "presence", targets: Object.fromEntries(some) };
  }
  return rules;
}

/** Returns the file without the targets, destinations and rules that `check` refuses. */
function accepted(file: Value): Value {
  for (let round = 0; round < ROUNDS; round++) {
    const errors = errorsOf(file);
    if (errors.length === 0) return file;
    for (const { path } of errors) takeOut(file, path.split("."));
  }
  throw new Error("check refuses something else than destinations, targets and rules");
}

function takeOut(file: Value, [map = "", name = "", key = "", target = ""]: readonly string[]): void {
  const entries = file[map] as Record<string, Value>; // the maps of the file above
  const targets = entries[name]?.targets;
  if (key === "targets" && target !== "" && !Array.isArray(targets)) delete (targets as Targets)[target];
  else delete entries[name];
}

function missing(files: readonly Value[]): string[] {
  const [destinations, rules] = ["destinations", "rules"].map((map) =>
    files.flatMap((file) => Object.values(file[map] as Record<string, Value>)),
  );
  const without = (what: string, schema: unknown, values: readonly unknown[] = []) => {
    const there = new Set(values.flatMap((value) => pathsOf(value)));
    const keys = keysOf(schema).filter(({ path }) => !path.includes("*") && !there.has(path));
    return keys.map(({ path }) => `${what}${path}`);
  };
  return [
    ...types.flatMap(({ type, schema }) =>
      without(
        type,
        schema,
        destinations?.filter((one) => one.type === type),
      ),
    ),
    ...without(
      "target",
      targetSchema,
      rules?.flatMap(({ targets }) => Object.values(targets as Targets)),
    ),
    ...without("rule", ruleSchema, rules),
  ];
}
