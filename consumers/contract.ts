import type { Shape } from "./shapes/shape";

/** One form in which events come. */
export interface Message {
  /** The name of its type, such as `UsersIdPresence`. */
  readonly name: string;
  readonly description: string;
  readonly shape: Shape;
}

/** A stream or a destination of an environment. */
export interface Place {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly region: string;
}

/** A topic with the message of its events; without a topic, whatever comes on the stream. */
export interface Channel {
  readonly topic: string | undefined;
  /** Left out where no environment was asked. */
  readonly stream?: Place;
  readonly message: Message;
}

/** A destination with all that arrives there. */
export interface Destination extends Place {
  /** The name of the type of all of it. */
  readonly typeName: string;
  readonly messages: readonly Message[];
}

/** All that whoever reads events may rely on: what the writers write. */
export interface Contract {
  readonly title: string;
  readonly description: string;
  readonly channels: readonly Channel[];
  /** None where no environment was asked. */
  readonly destinations: readonly Destination[];
}

/** Returns the messages that a reader gets: at the destinations, or else of the topics. */
export function received({ channels, destinations }: Contract): Message[] {
  const all =
    destinations.length > 0 ? destinations.flatMap(({ messages }) => messages) : channels.map(({ message }) => message);
  return [...new Set(all)];
}
