import { arn, type Place } from "../../aws/names";
import type { StreamType } from "../../streams/stream-type";
import { isMap } from "../../text/value";
import { byAddress as byAddressIn } from "./addresses";
import { busByName, type KnownBus, type KnownBuses, sendersIn, sentTopics, typeByUse } from "./known-buses";
import { isSet, parsedJson, type Resource, text } from "./resource";

/** A rule with what can be known of the bus that it is on. */
export interface RuleOnBus {
  readonly rule: Resource;
  /** The rule's ARN; undefined where a part of it is known after the apply only. */
  readonly ruleArn: string | undefined;
  /** The name of the bus; undefined where that is known after the apply only. */
  readonly bus: string | undefined;
  readonly pattern: unknown;
  /** What is known of the bus by its name. */
  readonly known: KnownBus | undefined;
  /** The type of stream that the bus is of, by its name, by how it is made, or by what the rule asks for. */
  readonly type: StreamType | undefined;
  /** Topics that are sent to the bus; undefined where nothing says so. */
  readonly sent: readonly string[] | undefined;
}

/** Returns every rule in these resources; `own` are the buses of the environment's streams. */
export function rulesIn(resources: readonly Resource[], place: Place, own: KnownBuses): RuleOnBus[] {
  const byAddress = byAddressIn(resources);
  const senders = sendersIn(resources);
  return resources
    .filter(({ type }) => type === "aws_cloudwatch_event_rule")
    .map((rule) => {
      const [onBus] = (rule.references.event_bus_name ?? []).flatMap((address) => byAddress.get(address) ?? []);
      const bus = busOf(rule, onBus);
      const pattern = parsedJson(text(rule, "event_pattern"));
      const known = busByName(bus, own);
      return {
        rule,
        ruleArn: ruleArnOf(rule, bus, place),
        bus,
        pattern,
        known,
        type: known?.type ?? typeByUse(onBus, JSON.stringify(isMap(pattern) ? pattern.source : undefined) ?? ""),
        sent: sentTopics(bus, senders, own),
      };
    });
}

/** Returns the bus of a resource, written as a name or as an ARN; the default one where nothing is written. */
export function busOf(resource: Resource, onBus?: Resource): string | undefined {
  const written = text(resource, "event_bus_name") ?? (onBus && text(onBus, "name"));
  if (written !== undefined) return busNameOf(written);
  return isSet(resource, "event_bus_name") || onBus !== undefined ? undefined : DEFAULT_BUS;
}

/** Returns the name of a bus that is written as a name or as an ARN. */
export function busNameOf(written: string): string {
  return written.replace(/^arn:(?:[^:]*:){4}event-bus\//, "");
}

export const DEFAULT_BUS = "default";

function ruleArnOf(rule: Resource, bus: string | undefined, place: Place): string | undefined {
  const name = text(rule, "name");
  const composed =
    name === undefined || bus === undefined ? undefined : `rule/${bus === DEFAULT_BUS ? "" : `${bus}/`}${name}`;
  return text(rule, "arn") ?? (composed && arn(place, "events", composed));
}
