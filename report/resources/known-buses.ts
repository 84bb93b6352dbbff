import { UNKNOWN_ORGANIZATION } from "../../aws/names";
import type { Environment } from "../../config/model";
import { knownAs } from "../../schema/identity";
import { streamType, streamTypes } from "../../streams";
import type { Reserved, Sent } from "../../streams/parts/sources";
import type { StreamType } from "../../streams/stream-type";
import type { Resource } from "./resource";

const types: readonly StreamType[] = streamTypes;

/** A bus of which it is known whose events come there. */
export interface KnownBus {
  readonly type: StreamType;
  /** The exact source of its events, where the environment or a reserved name says it. */
  readonly source: string | undefined;
  /** The topics that the environment says are sent; undefined where only a resource says so, or nothing. */
  readonly topics: readonly string[] | undefined;
}

export type KnownBuses = ReadonlyMap<string, KnownBus>;

/** Returns the buses that are an environment's own by their names; those with reserved names are known anyway. */
export function ownBuses({ name, streams, organization_id }: Environment): KnownBuses {
  const organization = organization_id ?? UNKNOWN_ORGANIZATION;
  return new Map(
    Object.entries(streams).flatMap(([stream, keys]): [string, KnownBus][] => {
      const type = streamType(keys.type);
      if (type.sources.reserved !== undefined) return [];
      const origin = { environment: name, stream: knownAs(stream, keys), organization };
      const topics = type.planned === undefined ? type.topics(keys) : undefined;
      return [[type.bus(keys, origin), { type, source: type.source(keys, origin), topics }]];
    }),
  );
}

/** Returns what is known of a bus by its name; undefined where nothing is. */
export function busByName(bus: string | undefined, own: KnownBuses): KnownBus | undefined {
  if (bus === undefined) return undefined;
  const type = types.find(({ sources: { reserved } }) => reserved !== undefined && isReserved(bus, reserved));
  return type === undefined ? own.get(bus) : { type, source: bus, topics: undefined };
}

/** Returns the type whose events can be on a bus only because of how it is made, or that a rule on it asks for. */
export function typeByUse(onBus: Resource | undefined, source: string): StreamType | undefined {
  return types.find(({ sources: { reserved } }) => {
    if (reserved === undefined) return false;
    const { [reserved.busAttribute]: written } = onBus?.values ?? {};
    const later = onBus !== undefined && reserved.busAttribute in onBus.unknown;
    return later || (typeof written === "string" && written !== "") || source.includes(reserved.namespace);
  });
}

/** Returns the reservation that a name is under. */
export function reservationOf(name: string): Reserved | undefined {
  return reservations.find((reserved) => isReserved(name, reserved));
}

const reservations = types.flatMap(({ sources }) => sources.reserved ?? []);

function isReserved(name: string, { namespace }: Reserved): boolean {
  return name.startsWith(`${namespace}/`);
}

/** Returns what the senders among these resources say of what they send. */
export function sendersIn(resources: readonly Resource[]): Sent[] {
  const planned = new Map(
    types.flatMap((type) => (type.planned ? [[type.planned.resource, type.planned] as const] : [])),
  );
  return resources.flatMap(({ type, values }) => planned.get(type)?.read(values) ?? []);
}

/** Finds the sender by the end of the bus's name; a single one is meant anyway, where the name is not known. */
export function sentTopics(bus: string | undefined, senders: readonly Sent[], own: KnownBuses): Sent["topics"] {
  const ending = senders.find(({ busEnding }) => busEnding !== undefined && bus?.endsWith(busEnding));
  const only = bus === undefined && senders.length === 1 ? senders[0] : undefined;
  return (ending ?? only ?? busByName(bus, own))?.topics;
}
