import { arn as arnOfParts, type Place } from "../../config/names";
import { isMap } from "../../config/read/tree";
import { keptPaths } from "../kept";
import { asText } from "../own";
import { byAddress as byAddressIn } from "./addresses";
import { arnOf } from "./arns";
import { blocks, isSet, parsedJson, type Resource, text } from "./resource";

/** A target of a rule with what can be known of both ends. */
export interface Delivery {
  readonly target: Resource;
  readonly rule: Resource | undefined;
  /** Undefined where a part of it is known after the apply only. */
  readonly ruleArn: string | undefined;
  /** The name of the bus; undefined where that is known after the apply only. */
  readonly bus: string | undefined;
  readonly pattern: unknown;
  /** Whether the rule is on the bus of a partner's events. */
  readonly partner: boolean;
  /** Undefined where nothing says what is sent. */
  readonly topics: readonly string[] | undefined;
  readonly arn: string | undefined;
  /** Where it goes, if that is made here too. */
  readonly receiver: Resource | undefined;
  /** Undefined where the whole event is sent. */
  readonly kept: readonly string[] | undefined;
}

/** Every delivery in these resources; `place` composes the ARNs of what does not exist yet. */
export function deliveriesIn(resources: readonly Resource[], place: Place): Delivery[] {
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const rules = ofType("aws_cloudwatch_event_rule");
  const byArn = new Map(resources.map((resource) => [arnOf(resource, place), resource]));
  const byAddress = byAddressIn(resources);
  const ruleByName = new Map(rules.map((rule) => [text(rule, "name"), rule]));
  const integrations = ofType("genesyscloud_integration").map(integration);
  const referred = (from: Resource, key: string) =>
    (from.references[key] ?? []).map((address) => byAddress.get(address)).find((resource) => resource !== undefined);

  return ofType("aws_cloudwatch_event_target").map((target) => {
    const named = text(target, "rule");
    const rule = (named === undefined ? undefined : ruleByName.get(named)) ?? referred(target, "rule");
    const pattern = rule && parsedJson(text(rule, "event_pattern"));
    const arn = text(target, "arn");
    const receiver = (arn === undefined ? undefined : receiverOf(arn, byArn)) ?? referred(target, "arn");
    const onBus = rule && referred(rule, "event_bus_name");
    const bus = busOf(rule, onBus) ?? busOf(target, undefined);
    return {
      target,
      rule,
      ruleArn: rule && ruleArnOf(rule, busOf(rule, onBus), place),
      bus,
      pattern,
      partner: isPartner(bus, onBus, pattern),
      topics: wantedTopics(pattern) ?? sentTopics(bus, integrations),
      arn: arn ?? (receiver && arnOf(receiver, place)),
      receiver,
      kept: keptBy(target),
    };
  });
}

/** A log group's ARN may end in `:*`, a function's in its alias or version. */
function receiverOf(arn: string, byArn: ReadonlyMap<string | undefined, Resource>): Resource | undefined {
  return byArn.get(arn.replace(/:\*$/, "")) ?? byArn.get(arn.replace(/^((?:[^:]*:){5}function:[^:]*):[^:]*$/, "$1"));
}

/** Written as a name or as an ARN; the default one where nothing is written. */
function busOf(resource: Resource | undefined, onBus: Resource | undefined): string | undefined {
  if (resource === undefined) return undefined;
  const written = text(resource, "event_bus_name") ?? (onBus && text(onBus, "name"));
  if (written !== undefined) return written.replace(/^arn:(?:[^:]*:){4}event-bus\//, "");
  return isSet(resource, "event_bus_name") || onBus !== undefined ? undefined : DEFAULT_BUS;
}

const DEFAULT_BUS = "default";

function ruleArnOf(rule: Resource, bus: string | undefined, place: Place): string | undefined {
  const name = text(rule, "name");
  const composed =
    name === undefined || bus === undefined ? undefined : `rule/${bus === DEFAULT_BUS ? "" : `${bus}/`}${name}`;
  return text(rule, "arn") ?? (composed && arnOfParts(place, "events", composed));
}

function isPartner(bus: string | undefined, onBus: Resource | undefined, pattern: unknown): boolean {
  const source = JSON.stringify(isMap(pattern) ? pattern.source : undefined) ?? "";
  const made = onBus !== undefined && ("event_source_name" in onBus.unknown || text(onBus, "event_source_name"));
  return Boolean(bus?.startsWith("aws.partner/") || made || source.includes("aws.partner"));
}

function wantedTopics(pattern: unknown): string[] | undefined {
  const wanted = isMap(pattern) ? pattern["detail-type"] : undefined;
  return Array.isArray(wanted) && wanted.every((topic) => typeof topic === "string") ? wanted : undefined;
}

interface Integration {
  readonly suffix: string | undefined;
  readonly topics: readonly string[] | undefined;
}

function integration(resource: Resource): Integration {
  const [config] = blocks(resource, "config");
  const properties = parsedJson(typeof config?.properties === "string" ? config.properties : undefined);
  const { eventSourceSuffix: suffix, eventFilter: topics } = isMap(properties) ? properties : {};
  return {
    suffix: typeof suffix === "string" ? suffix : undefined,
    topics: Array.isArray(topics) ? topics.map(asText) : undefined,
  };
}

/** By the bus's name, which ends in the integration's suffix; a single integration is meant anyway. */
function sentTopics(bus: string | undefined, integrations: readonly Integration[]): readonly string[] | undefined {
  const own = integrations.find(({ suffix }) => suffix !== undefined && bus?.endsWith(`/${suffix}`));
  const only = bus === undefined && integrations.length === 1 ? integrations[0] : undefined;
  return (own ?? only)?.topics;
}

function keptBy(target: Resource): readonly string[] | undefined {
  const [transformer] = blocks(target, "input_transformer");
  const [input, path] = [text(target, "input"), text(target, "input_path")];
  if (transformer !== undefined) {
    const paths = isMap(transformer.input_paths) ? transformer.input_paths : {};
    const input_paths = Object.fromEntries(Object.entries(paths).map(([key, value]) => [key, asText(value)]));
    const input_template = asText(transformer.input_template);
    return keptPaths({ kind: "transformer", transformer: { input_paths, input_template } });
  }
  if (input !== undefined) return keptPaths({ kind: "constant", input });
  return path === undefined || path === "$" ? undefined : keptPaths({ kind: "path", path });
}
