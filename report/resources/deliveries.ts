import type { Place } from "../../aws/names";
import { genesysEnvelope } from "../../genesys/envelope";
import type { StreamType } from "../../streams/stream-type";
import { isMap, valueAt } from "../../text/value";
import { keptPaths } from "../kept";
import { asText } from "../own";
import { byAddress as byAddressIn } from "./addresses";
import { arnOf } from "./arns";
import type { KnownBuses } from "./known-buses";
import { blocks, type Resource, text } from "./resource";
import { busOf, type RuleOnBus, rulesIn } from "./rules";

/** A target of a rule with what can be known of both ends. */
export interface Delivery {
  readonly target: Resource;
  readonly rule: Resource | undefined;
  /** The rule's ARN; undefined where a part of it is known after the apply only. */
  readonly ruleArn: string | undefined;
  /** The name of the bus; undefined where that is known after the apply only. */
  readonly bus: string | undefined;
  readonly pattern: unknown;
  /** The topics whose events are sent; undefined where nothing says so. */
  readonly topics: readonly string[] | undefined;
  readonly arn: string | undefined;
  /** The resource that it goes to, if that is made here too. */
  readonly receiver: Resource | undefined;
  /** The paths that are sent; undefined where it is the whole event. */
  readonly kept: readonly string[] | undefined;
}

/**
 * Returns every delivery in these resources.
 *
 * @param place composes the ARNs of what does not exist yet
 * @param own the buses of the environment's streams
 */
export function deliveriesIn(resources: readonly Resource[], place: Place, own: KnownBuses = NONE_KNOWN): Delivery[] {
  const byArn = new Map(resources.map((resource) => [arnOf(resource, place), resource]));
  const byAddress = byAddressIn(resources);
  const ruleOf = ruleFinder(rulesIn(resources, place, own));
  const referred = (from: Resource, key: string) =>
    (from.references[key] ?? []).map((address) => byAddress.get(address)).find((resource) => resource !== undefined);

  return resources
    .filter(({ type }) => type === "aws_cloudwatch_event_target")
    .map((target) => {
      const found = ruleOf(target, referred(target, "rule"));
      const arn = text(target, "arn");
      const receiver = (arn === undefined ? undefined : receiverOf(arn, byArn)) ?? referred(target, "arn");
      return {
        target,
        rule: found?.rule,
        ruleArn: found?.ruleArn,
        bus: found?.bus ?? busOf(target),
        pattern: found?.pattern,
        topics: wantedTopics(found?.pattern, found?.type) ?? found?.sent,
        arn: arn ?? (receiver && arnOf(receiver, place)),
        receiver,
        kept: keptBy(target),
      };
    });
}

const NONE_KNOWN: KnownBuses = new Map();

/** Finds rules by bus and name, as rules of two buses may have one name; or by what the target refers to. */
function ruleFinder(rules: readonly RuleOnBus[]) {
  const byName = new Map(rules.map((one) => [text(one.rule, "name"), one]));
  const byBus = new Map(rules.map((one) => [`${one.bus} ${text(one.rule, "name")}`, one]));
  const byResource = new Map(rules.map((one) => [one.rule, one]));
  return (target: Resource, referred: Resource | undefined): RuleOnBus | undefined => {
    const name = text(target, "rule");
    const meant = referred && byResource.get(referred);
    if (meant !== undefined && (name === undefined || text(meant.rule, "name") === name)) return meant;
    return name === undefined ? undefined : (byBus.get(`${busOf(target)} ${name}`) ?? byName.get(name));
  };
}

/** A log group's ARN may end in `:*`, a function's in its alias or version. */
function receiverOf(arn: string, byArn: ReadonlyMap<string | undefined, Resource>): Resource | undefined {
  return byArn.get(arn.replace(/:\*$/, "")) ?? byArn.get(arn.replace(/^((?:[^:]*:){5}function:[^:]*):[^:]*$/, "$1"));
}

/** Topics that a pattern names; undefined where it takes others too. */
export function wantedTopics(pattern: unknown, type: StreamType | undefined): string[] | undefined {
  const { topicField } = type?.envelope ?? genesysEnvelope;
  const wanted = valueAt(pattern, topicField.split("."));
  return Array.isArray(wanted) && wanted.every((topic) => typeof topic === "string") ? wanted : undefined;
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
