import type * as destinations from "../../../destinations";
import type { DestinationKeys, DestinationType } from "../../../destinations/destination-type";
import type * as streams from "../../../streams";
import type { StreamType } from "../../../streams/stream-type";
import { vault } from "./destination";
import { pipe } from "./stream";

/** The registry of destination types with one more. */
export function withVault(real: typeof destinations) {
  const destinationType = (type: string): DestinationType => (type === vault.type ? vault : real.destinationType(type));
  return {
    destinationTypes: [...real.destinationTypes, vault],
    destinationType,
    usesLogPolicy: (keys: DestinationKeys) => destinationType(keys.type).permission(keys).kind === "log-policy",
  };
}

/** The registry of stream types with one more. */
export function withPipe(real: typeof streams) {
  const streamType = (type: string): StreamType => (type === pipe.type ? pipe : real.streamType(type));
  return {
    streamTypes: [...real.streamTypes, pipe],
    streamType,
    topicsOf: (stream: Parameters<typeof real.topicsOf>[0]) => streamType(stream.type).topics(stream),
  };
}
