import { wantedTopics } from "../resources/deliveries";
import { isSet, number, parsedJson, type Resource, text } from "../resources/resource";
import { busNameOf } from "../resources/rules";
import type { Store, Stored, StoreType } from "./store";

export const archive: StoreType = {
  kind: "archive",
  storesIn: (stored) =>
    stored.resources
      .filter(({ type }) => type === "aws_cloudwatch_event_archive")
      .map((resource) => storeOf(resource, stored)),
};

function storeOf(resource: Resource, stored: Stored): Store {
  const [onBus] = (resource.references.event_source_arn ?? []).flatMap((one) => stored.byAddress.get(one) ?? []);
  const source = text(resource, "event_source_arn");
  const bus = (source && busNameOf(source)) ?? (onBus && text(onBus, "name"));
  const days = number(resource, "retention_days") ?? 0;
  const later = resource.unknown.retention_days === true;
  const pattern = text(resource, "event_pattern");
  return {
    resource,
    name: text(resource, "name") ?? resource.name,
    holds: pattern === undefined ? "every event of the bus, whole" : "events of the bus that match its pattern, whole",
    topics: wantedTopics(parsedJson(pattern)) ?? stored.sentTo(bus),
    kept: undefined,
    retention: later ? "known after the apply" : days > 0 ? `${days} days` : "for ever",
    forEver: !later && days <= 0,
    encryption:
      text(resource, "kms_key_identifier") ??
      (isSet(resource, "kms_key_identifier")
        ? "a key that is known after the apply"
        : "AES-256 with a key of EventBridge"),
    readers: "nobody directly; whoever may start a replay (events:StartReplay) sends it to the bus's rules again",
  };
}
