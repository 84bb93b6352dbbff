import {
  EVENT_PATTERN_QUOTA,
  LOG_RESOURCE_POLICIES,
  LOG_RESOURCE_POLICY_BYTES,
  RULES_PER_BUS,
  RULES_PER_BUS_BY_REGION,
  TARGETS_PER_RULE,
  TRANSFORMER_PATHS,
  TRANSFORMER_TEMPLATE_LENGTH,
  WILDCARD_RULES_PER_BUS,
} from "../../aws/limits";
import { busUse } from "../../config/bus-use";
import type { Environment } from "../../config/model";
import { isMap } from "../../text/value";
import { asText } from "../own";
import { blocks, type Resource, text } from "../resources/resource";
import type { LimitPart, RulePart } from "../schema";

interface Measured {
  readonly environment: Environment;
  readonly rules: readonly RulePart[];
  readonly resources: readonly Resource[];
}

type Use = Omit<LimitPart, "share">;

/** Returns how near the environment is to what the services allow, the nearest first. */
export function limitParts(measured: Measured): LimitPart[] {
  const found = [...perBus(measured), ...perRule(measured), ...perTarget(measured), ...logPolicies(measured)];
  return found
    .map((use) => ({ ...use, share: Math.round((use.used / use.limit) * 1000) / 1000 }))
    .sort((a, b) => b.share - a.share);
}

function perBus({ environment }: Measured): Use[] {
  return Object.keys(environment.streams).flatMap((stream) => {
    const { rules, wildcardRules } = busUse(environment, stream);
    const limit = RULES_PER_BUS_BY_REGION[environment.aws_region] ?? RULES_PER_BUS;
    return [
      { name: "rules on a bus", of: `stream ${stream}`, used: rules, limit, adjustable: true },
      {
        name: "rules with wildcards on a bus",
        of: `stream ${stream}`,
        used: wildcardRules,
        limit: WILDCARD_RULES_PER_BUS,
        adjustable: false,
      },
    ];
  });
}

/** Returns the limit of the rule that is nearest to it. */
function perRule({ rules }: Measured): Use[] {
  return [
    ...most("targets of a rule", TARGETS_PER_RULE, false, rules, ({ name, targets }) => [
      `rule ${name}`,
      targets.length,
    ]),
    ...most("characters of an event pattern", EVENT_PATTERN_QUOTA, true, rules, ({ name, pattern }) => [
      `rule ${name}`,
      pattern.length,
    ]),
  ];
}

function perTarget({ resources }: Measured): Use[] {
  const transformers = resources.flatMap(({ address, ...resource }) =>
    blocks({ address, ...resource }, "input_transformer").map(({ input_paths, input_template }) => ({
      address,
      paths: Object.keys(isMap(input_paths) ? input_paths : {}).length,
      characters: asText(input_template).length,
    })),
  );
  return [
    ...most("paths of an input transformer", TRANSFORMER_PATHS, false, transformers, ({ address, paths }) => [
      address,
      paths,
    ]),
    ...most(
      "characters of an input template",
      TRANSFORMER_TEMPLATE_LENGTH,
      false,
      transformers,
      ({ address, characters }) => [address, characters],
    ),
  ];
}

function logPolicies({ environment, resources }: Measured): Use[] {
  const policies = resources.filter(({ type }) => type === "aws_cloudwatch_log_resource_policy");
  const of = `account ${environment.aws_account_id} in ${environment.aws_region}, of which this stack has`;
  const count = { name: "Logs resource policies", of, used: policies.length, limit: LOG_RESOURCE_POLICIES };
  return [
    ...(policies.length > 0 ? [{ ...count, adjustable: false }] : []),
    ...most("bytes of a Logs resource policy", LOG_RESOURCE_POLICY_BYTES, false, policies, (policy) => [
      policy.address,
      Buffer.byteLength(text(policy, "policy_document") ?? ""),
    ]),
  ];
}

function most<Item>(
  name: string,
  limit: number,
  adjustable: boolean,
  items: readonly Item[],
  use: (item: Item) => [of: string, used: number],
): Use[] {
  const [first] = items.map(use).sort(([, a], [, b]) => b - a);
  return first === undefined ? [] : [{ name, of: first[0], used: first[1], limit, adjustable }];
}
