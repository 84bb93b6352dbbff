import { genesysCloud } from "./genesys-cloud";
import { https } from "./https";
import { kafka } from "./kafka";
import { notifications } from "./notifications";
import type { StreamKeys } from "./stream-keys";
import type { StreamType } from "./stream-type";

/** Every type of stream, sorted by type. */
export const streamTypes = [genesysCloud, https, kafka, notifications] as const satisfies readonly StreamType[];

const byType = new Map<string, StreamType>(streamTypes.map((type) => [type.type, type]));

export function streamType(type: string): StreamType {
  const found = byType.get(type);
  if (found === undefined) throw new Error(`no stream type ${type} is registered`);
  return found;
}

/** Returns the topics that a stream sends; undefined where the file does not say. */
export function topicsOf(stream: StreamKeys): readonly string[] | undefined {
  return streamType(stream.type).topics(stream);
}
