import { type Channel, type Contract, type Destination, type Message, type Place, received } from "../contract";
import { draft07 } from "./draft-07";
import type { Writer } from "./writer";

/**
 * A document of AsyncAPI 3: topics as channels, from which a reader receives. Of an environment streams are servers, and so are its
 * destinations, to each of which it sends.
 */
export const asyncapi: Writer = {
  write: (contract) => JSON.stringify(documentOf(contract), null, 2),
};

type Entry = readonly [name: string, value: object];

function documentOf(contract: Contract): object {
  const { title, description, channels, destinations } = contract;
  const messages = [...new Set([...channels.map(({ message }) => message), ...received(contract)])];
  const streams = [...new Map(channels.flatMap(({ stream }) => (stream ? [[stream.name, stream]] : []))).values()];
  const parts = [...channels.map(topicParts), ...destinations.map(destinationParts)];
  const servers = [
    ...streams.map((place) => server("stream", place)),
    ...destinations.map((place) => server("destination", place)),
  ];
  return {
    asyncapi: "3.0.0",
    info: { title, version: "1.0.0", description },
    defaultContentType: "application/json",
    ...(servers.length > 0 && { servers: Object.fromEntries(servers) }),
    channels: Object.fromEntries(parts.map(({ channel }) => channel)),
    operations: Object.fromEntries(parts.map(({ operation }) => operation)),
    components: {
      messages: Object.fromEntries(messages.map(({ name, description: words }) => [name, messageOf(name, words)])),
      schemas: Object.fromEntries(messages.map(({ name, shape }) => [name, draft07(shape)])),
    },
  };
}

const server = (kind: string, { name, type, description, region }: Place): Entry => [
  keyOf(kind, name),
  { host: `${region}.amazonaws.com`, protocol: type, title: name, description },
];

/** Names of a file may have dots, and keys of AsyncAPI none. */
const keyOf = (...names: readonly string[]) => names.join("-").replaceAll(".", "_dot_");

const messageOf = (name: string, summary: string) => ({
  name,
  summary,
  contentType: "application/json",
  payload: { $ref: `#/components/schemas/${name}` },
});

function topicParts({ topic, stream, message }: Channel) {
  const key = keyOf(...(stream === undefined ? [] : [stream.name]), message.name);
  const { address, parameters } = addressOf(topic);
  const channel = channelOf(address, stream && keyOf("stream", stream.name), [message]);
  return partsOf(key, "receive", { ...channel, ...(Object.keys(parameters).length > 0 && { parameters }) });
}

function destinationParts({ name, description, messages }: Destination) {
  const key = keyOf("destination", name);
  return partsOf(key, "send", { ...channelOf(name, key, messages), description });
}

function partsOf(key: string, action: "receive" | "send", channel: object): { channel: Entry; operation: Entry } {
  return {
    channel: [key, channel],
    operation: [`${action}-${key}`, { action, channel: { $ref: `#/channels/${key}` } }],
  };
}

function channelOf(address: string | null, on: string | undefined, messages: readonly Message[]) {
  return {
    address,
    ...(on !== undefined && { servers: [{ $ref: `#/servers/${on}` }] }),
    messages: Object.fromEntries(messages.map(({ name }) => [name, { $ref: `#/components/messages/${name}` }])),
  };
}

/** Returns a topic with a parameter in place of each id, named after what it is an id of. */
function addressOf(topic: string | undefined): { address: string | null; parameters: Record<string, object> } {
  if (topic === undefined) return { address: null, parameters: {} };
  const parameters: Record<string, object> = {};
  const parts = topic.split(".");
  const named = parts.map((part, index) => {
    if (part !== "{id}") return part;
    const of = parts.slice(0, index).findLast((other) => other !== "{id}") ?? "";
    const name = Object.hasOwn(parameters, `${of}Id`) ? `${of}Id${index}` : `${of}Id`;
    parameters[name] = { description: "The id that stands here in detail.topicName, and as {id} in detail-type." };
    return `{${name}}`;
  });
  return { address: named.join("."), parameters };
}
