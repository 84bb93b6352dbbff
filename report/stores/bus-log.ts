import { asText } from "../own";
import { blocks, isSet, type Resource, text } from "../resources/resource";
import { busNameOf } from "../resources/rules";
import { logGroupCustody, playing, type Store, type Stored, type StoreType } from "./store";

/** The log of what EventBridge does on a bus: a source, deliveries and a destination lead from the one to the other. */
export const busLog: StoreType = {
  kind: "bus log",
  storesIn: (stored) => {
    const destinations = playing("log destination", stored.resources);
    const sources = playing("log source", stored.resources);
    const deliveries = playing("log delivery", stored.resources);
    return destinations.map((destination) => {
      const into = deliveries.filter((delivery) => leadsTo(delivery, "delivery_destination_arn", destination, "arn"));
      const from = sources.filter((source) =>
        into.some((delivery) => leadsTo(delivery, "delivery_source_name", source, "name")),
      );
      return storeOf(destination, busOf(from, stored), stored);
    });
  },
};

function leadsTo(from: Resource, attribute: string, to: Resource, key: string): boolean {
  const written = text(from, attribute);
  return (
    (written !== undefined && written === text(to, key)) || (from.references[attribute] ?? []).includes(to.address)
  );
}

function busOf(sources: readonly Resource[], { byArn, byAddress }: Stored): Resource | string | undefined {
  for (const source of sources) {
    const arn = text(source, "resource_arn");
    const [referred] = (source.references.resource_arn ?? []).flatMap((address) => byAddress.get(address) ?? []);
    const found = (arn && byArn.get(arn)) || referred || arn;
    if (found) return found;
  }
  return undefined;
}

function storeOf(destination: Resource, bus: Resource | string | undefined, stored: Stored): Store {
  const [config] = blocks(destination, "delivery_destination_configuration");
  const arn = asText(config?.destination_resource_arn ?? "").replace(/:\*$/, "");
  const [referred] = (destination.references.delivery_destination_configuration ?? []).flatMap(
    (address) => stored.byAddress.get(address) ?? [],
  );
  const group = stored.byArn.get(arn) ?? referred;
  const name = typeof bus === "string" ? busNameOf(bus) : bus && text(bus, "name");
  const detail = typeof bus === "object" ? detailOf(bus) : undefined;
  return {
    resource: group ?? destination,
    name: (group && text(group, "name")) ?? (arn || destination.name),
    holds: `what EventBridge does with the bus's events, ${DETAIL[String(detail)] ?? DETAIL.undefined}`,
    topics: stored.sentTo(name),
    kept: detail === false ? [] : undefined,
    ...logGroupCustody(group),
  };
}

const DETAIL: Readonly<Record<string, string>> = {
  true: "with the events themselves and what is sent to targets",
  false: "without the events themselves",
  undefined: "perhaps with the events themselves: the bus is not made here",
};

function detailOf(bus: Resource): boolean | undefined {
  const [config] = blocks(bus, "log_config");
  if (config === undefined) return isSet(bus, "log_config") ? undefined : false;
  return config.include_detail === undefined ? undefined : config.include_detail === "FULL";
}
