import type * as destinations from "../../../destinations";
import type { DestinationKeys, DestinationType } from "../../../destinations/destination-type";
import type * as streams from "../../../streams";
import type { StreamType } from "../../../streams/stream-type";
import { vault } from "./destination";
import { drain, pipe } from "./stream";

/** The registry of destination types with one more. */
export function withVault(real: typeof destinations) {
  const destinationType = (type: string): DestinationType => (type === vault.type ? vault : real.destinationType(type));
  return {
    destinationTypes: [...real.destinationTypes, vault],
    destinationType,
    usesLogPolicy: (keys: DestinationKeys) => destinationType(keys.type).permission(keys).kind === "log-policy",
  };
}

/** The registry of stream types with two more. */
export function withPipe(real: typeof streams) {
  const made = new Map<string, StreamType>([pipe, drain].map((type) => [type.type, type]));
  const streamType = (type: string): StreamType => made.get(type) ?? real.streamType(type);
  return {
    streamTypes: [...real.streamTypes, pipe, drain],
    streamType,
    topicsOf: (stream: Parameters<typeof real.topicsOf>[0]) => streamType(stream.type).topics(stream),
  };
}
