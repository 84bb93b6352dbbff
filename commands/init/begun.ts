import { TARGETS_PER_RULE } from "../../aws/limits";
import type { DestinationType } from "../../destinations/destination-type";
import type { StreamType } from "../../streams/stream-type";

type Keys = Readonly<Record<string, unknown>>;

/** A destination as it was asked for. */
export interface Chosen {
  readonly type: DestinationType;
  readonly keys: Keys;
}

/** An environment as far as it was asked for. */
export interface Begun {
  readonly name: string;
  /** The keys at the top of the file, but for the three maps. */
  readonly top: Keys;
  readonly streamType: StreamType;
  readonly stream: Keys;
  readonly destinations: readonly Chosen[];
}

/** Returns the value of the environment's file: one stream, all of whose events go to every destination. */
export function fileValue({ top, streamType, stream, destinations }: Begun): Record<string, unknown> {
  const name = streamName({ streamType, stream });
  const names = destinationNames(destinations);
  return {
    ...top,
    streams: { [name]: { ...withType(streamType), ...stream, ...streamType.implied?.(stream) } },
    rules: Object.fromEntries(
      chunks(names, TARGETS_PER_RULE).map((targets, index) => [
        numbered(`all-${name}`, index),
        { stream: name, targets },
      ]),
    ),
    destinations: Object.fromEntries(
      destinations.map(({ type, keys }, index) => [names[index], { type: type.type, ...keys }]),
    ),
  };
}

/** Returns the name of the stream: what all its topics are about, such as `audits`. It is the same in every environment. */
export function streamName({ streamType, stream }: Pick<Begun, "streamType" | "stream">): string {
  const topics = stream[streamType.topicsKey ?? ""];
  const subjects = Array.isArray(topics) ? topics.map((topic) => /^v2\.([a-z][a-z0-9-]{0,40})\./.exec(topic)?.[1]) : [];
  const [first] = subjects;
  return first !== undefined && subjects.every((subject) => subject === first) ? first : "events";
}

/** Returns the names of the destinations: their types, with a number where a type comes again. */
export function destinationNames(destinations: readonly Chosen[]): string[] {
  return destinations.map(({ type }, index) => {
    const earlier = destinations.slice(0, index).filter((other) => other.type === type).length;
    return numbered(type.type.replaceAll("_", "-"), earlier);
  });
}

function numbered(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}

/** A type that a stream has anyway need not be written. */
function withType(type: StreamType): Keys {
  return isUsual(type) ? {} : { type: type.type };
}

/** Tells whether a stream that names no type has this one. */
export function isUsual({ schema }: StreamType): boolean {
  return schema.safeParse({}).error?.issues.every(({ path }) => path[0] !== "type") === true;
}
