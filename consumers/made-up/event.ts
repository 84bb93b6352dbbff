import { knownValues } from "../../genesys/values";
import { streamTypes } from "../../streams";
import type { StreamType } from "../../streams/stream-type";
import type { Body } from "./body";
import { bodyOf, metadataOf } from "./body";
import type { Organization } from "./organization";
import type { Random } from "./random";

/** The parts of the envelope that the stream decides. */
export interface Origin {
  readonly source: string;
  readonly account: string;
  readonly region: string;
}

export interface MadeEvent extends Origin {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly time: string;
  readonly resources: readonly string[];
  readonly detail: {
    readonly topicName: string;
    readonly version: string;
    readonly eventBody: Body;
    readonly metadata: Body;
    readonly timestamp: string;
  };
}

/** Returns the envelope of a stream that nobody has: the example of the type whose sources name an organization. */
export function exampleOrigin(organization: string): Origin {
  const types: readonly StreamType[] = streamTypes;
  const type = types.find(({ namedByOrganization }) => namedByOrganization);
  if (type === undefined) throw new Error("no type of stream is named by its organization");
  const place = { environment: "example", stream: "example", organization };
  return { source: type.source(type.schema.parse(type.example), place), account: "123456789012", region: "us-east-1" };
}

/** Who and where events are of. */
export interface World {
  readonly random: Random;
  readonly organization: Organization;
  readonly origin: Origin;
}

/** Returns an event of a topic, whose ids are those of the topic that is given with real ones, as far as it has some. */
export function madeEvent(topic: string, concrete: string, at: number, world: World): MadeEvent {
  const ids = idsOf(topic, concrete, world);
  const topicName = filled(topic, ids);
  return enveloped(
    topic,
    topicName,
    at,
    bodyOf(topic)({ ...world, at, user: userOf(world), ids: Object.fromEntries(ids) }),
    world,
  );
}

export const userOf = ({ random, organization }: World) => random.skew(organization.users);

/** Returns a body in the envelope of its stream. */
export function enveloped(
  topic: string,
  topicName: string,
  at: number,
  eventBody: Body,
  { random, organization, origin }: World,
): MadeEvent {
  return {
    version: "0",
    id: random.uuid(),
    "detail-type": topic,
    source: origin.source,
    account: origin.account,
    time: `${new Date(at).toISOString().slice(0, 19)}Z`,
    region: origin.region,
    resources: [],
    detail: {
      topicName,
      version: "2",
      eventBody,
      metadata: metadataOf(topic)({ random, organization, at, user: "", ids: {} }),
      timestamp: new Date(at + random.int(10, 400)).toISOString(),
    },
  };
}

/** The ids of a topic in their order, each with the part before it. */
type Ids = readonly (readonly [of: string, id: string])[];

function idsOf(topic: string, concrete: string, { random, organization }: World): Ids {
  const real = concrete.split(".");
  const parts = topic.split(".");
  return parts.flatMap((part, index) => {
    if (part !== "{id}") return [];
    const of = parts[index - 1] ?? "";
    const given = real[index] === "{id}" ? undefined : real[index];
    return [[of, given ?? idOf(of, topic, random, organization)] as const];
  });
}

function idOf(of: string, topic: string, random: Random, { users, queues, flows }: Organization): string {
  switch (of) {
    case "users":
      return random.skew(users);
    case "queues":
      return random.skew(queues);
    case "flow":
      return random.skew(flows);
    case "entitytype":
      return random.pick(knownValues("detail.eventBody.entityType", [topic]) ?? ["Queue"]);
    default:
      return random.uuid();
  }
}

function filled(topic: string, ids: Ids): string {
  const left = ids.map(([, id]) => id);
  return topic.replace(/\{id\}/g, () => left.shift() ?? "{id}");
}
