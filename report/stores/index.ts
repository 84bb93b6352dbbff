import type { Place } from "../../aws/names";
import { carriedOf } from "../model/rules";
import { arnOf } from "../resources/arns";
import type { Delivery } from "../resources/deliveries";
import { busByName, type KnownBuses, sendersIn, sentTopics } from "../resources/known-buses";
import type { Resource } from "../resources/resource";
import type { StorePart } from "../schema";
import { archive } from "./archive";
import { busLog } from "./bus-log";
import { deadLetters } from "./dead-letters";
import { pipeLog } from "./pipe-log";
import { schemas } from "./schemas";
import type { Store, StoreKind, StoreType } from "./store";

/** Everything beside destinations that keeps something of events, in the order of `storeKinds`. */
export const storeTypes: readonly StoreType[] = [archive, busLog, deadLetters, pipeLog, schemas];

export type FoundStore = Store & { readonly kind: StoreKind };

interface Sources {
  readonly resources: readonly Resource[];
  readonly deliveries: readonly Delivery[];
  readonly byAddress: ReadonlyMap<string, Resource>;
  /** The buses of the environment's streams. */
  readonly own: KnownBuses;
}

export function storesIn(sources: Sources, place: Place): FoundStore[] {
  const senders = sendersIn(sources.resources);
  const byArn = new Map(
    sources.resources.flatMap((resource) => {
      const arn = arnOf(resource, place);
      return arn === undefined ? [] : [[arn, resource] as const];
    }),
  );
  const stored = {
    ...sources,
    byArn,
    sentTo: (bus: string | undefined) => sentTopics(bus, senders, sources.own),
    typeOf: (bus: string | undefined) => busByName(bus, sources.own)?.type,
  };
  return storeTypes.flatMap(({ kind, storesIn }) => storesIn(stored).map((store) => ({ ...store, kind })));
}

export function storeParts(stores: readonly FoundStore[]): StorePart[] {
  return stores.map(({ kind, resource, name, holds, topics, kept, retention, encryption, readers }) => {
    const { carries, personal } = carriedOf(topics, kept);
    return { kind, address: resource.address, name, holds, retention, encryption, readers, carries, personal };
  });
}
