import type { Place } from "../../aws/names";
import { carriedOf } from "../model/rules";
import { arnOf } from "../resources/arns";
import type { Delivery } from "../resources/deliveries";
import { busByName, type KnownBuses, sendersIn, sentTopics } from "../resources/known-buses";
import type { Resource } from "../resources/resource";
import type { StorePart } from "../schema";
import { accessLog } from "./access-log";
import { archive } from "./archive";
import { busLog } from "./bus-log";
import { deadLetters } from "./dead-letters";
import { functionLog } from "./function-log";
import { pipeLog } from "./pipe-log";
import { schemas } from "./schemas";
import { seenIds } from "./seen-ids";
import type { Store, StoreKind, StoreType } from "./store";

/** Everything beside destinations that keeps something of events, in the order of `storeKinds`. */
export const storeTypes: readonly StoreType[] = [
  accessLog,
  archive,
  busLog,
  deadLetters,
  functionLog,
  pipeLog,
  schemas,
  seenIds,
];

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
  return stores.map(({ kind, resource, name, holds, topics, kept, besides = [], retention, encryption, readers }) => {
    const { carries, personal } = carriedOf(topics, kept);
    const own = { kind, address: resource.address, name, holds, retention, encryption, readers };
    if (besides.length === 0) return { ...own, carries, personal };
    return { ...own, carries: [...new Set([...carries, ...besides])], personal: "yes" };
  });
}
