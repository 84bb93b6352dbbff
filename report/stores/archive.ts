import { wantedTopics } from "../resources/deliveries";
import { isSet, parsedJson, type Resource, text } from "../resources/resource";
import { busNameOf } from "../resources/rules";
import { keptFor, playing, type Store, type Stored, type StoreType } from "./store";

export const archive: StoreType = {
  kind: "archive",
  storesIn: (stored) => playing("archive", stored.resources).map((resource) => storeOf(resource, stored)),
};

function storeOf(resource: Resource, stored: Stored): Store {
  const [onBus] = (resource.references.event_source_arn ?? []).flatMap((one) => stored.byAddress.get(one) ?? []);
  const source = text(resource, "event_source_arn");
  const bus = (source && busNameOf(source)) ?? (onBus && text(onBus, "name"));
  const pattern = text(resource, "event_pattern");
  return {
    resource,
    name: text(resource, "name") ?? resource.name,
    holds: pattern === undefined ? "every event of the bus, whole" : "events of the bus that match its pattern, whole",
    topics: wantedTopics(parsedJson(pattern), stored.typeOf(bus)) ?? stored.sentTo(bus),
    kept: undefined,
    ...keptFor(resource),
    encryption:
      text(resource, "kms_key_identifier") ??
      (isSet(resource, "kms_key_identifier")
        ? "a key that is known after the apply"
        : "AES-256 with a key of EventBridge"),
    readers: "nobody directly; whoever may start a replay (events:StartReplay) sends it to the bus's rules again",
  };
}
