import { arn, type Place } from "../../aws/names";
import { isMap } from "../../text/value";
import { asText } from "../own";
import { byAddress as byAddressIn } from "./addresses";
import { blocks, isSet, parsedJson, type Resource, text } from "./resource";

/** A rule with what can be known of the bus that it is on. */
export interface RuleOnBus {
  readonly rule: Resource;
  /** The rule's ARN; undefined where a part of it is known after the apply only. */
  readonly ruleArn: string | undefined;
  /** The name of the bus; undefined where that is known after the apply only. */
  readonly bus: string | undefined;
  readonly pattern: unknown;
  /** True if the bus has a partner's events. */
  readonly partner: boolean;
  /** Topics that are sent to the bus; undefined where nothing says so. */
  readonly sent: readonly string[] | undefined;
}

/** Every rule in these resources. */
export function rulesIn(resources: readonly Resource[], place: Place): RuleOnBus[] {
  const byAddress = byAddressIn(resources);
  const integrations = integrationsIn(resources);
  return resources
    .filter(({ type }) => type === "aws_cloudwatch_event_rule")
    .map((rule) => {
      const [onBus] = (rule.references.event_bus_name ?? []).flatMap((address) => byAddress.get(address) ?? []);
      const bus = busOf(rule, onBus);
      const pattern = parsedJson(text(rule, "event_pattern"));
      return {
        rule,
        ruleArn: ruleArnOf(rule, bus, place),
        bus,
        pattern,
        partner: isPartner(bus, onBus, pattern),
        sent: sentTopics(bus, integrations),
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

function isPartner(bus: string | undefined, onBus: Resource | undefined, pattern: unknown): boolean {
  const source = JSON.stringify(isMap(pattern) ? pattern.source : undefined) ?? "";
  const made = onBus !== undefined && ("event_source_name" in onBus.unknown || text(onBus, "event_source_name"));
  return Boolean(bus?.startsWith("aws.partner/") || made || source.includes("aws.partner"));
}

/** The topics that an integration sends, and by which suffix its bus is known. */
export interface Integration {
  readonly suffix: string | undefined;
  readonly topics: readonly string[] | undefined;
}

export function integrationsIn(resources: readonly Resource[]): Integration[] {
  return resources.filter(({ type }) => type === "genesyscloud_integration").map(integration);
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

/** Finds the integration by the bus's name, which ends in the integration's suffix; a single integration is meant anyway. */
export function sentTopics(
  bus: string | undefined,
  integrations: readonly Integration[],
): readonly string[] | undefined {
  const own = integrations.find(({ suffix }) => suffix !== undefined && bus?.endsWith(`/${suffix}`));
  const only = bus === undefined && integrations.length === 1 ? integrations[0] : undefined;
  return (own ?? only)?.topics;
}
