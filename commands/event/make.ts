import { eventsOf } from "../../consumers/made-up/conversation";
import { exampleOrigin, type MadeEvent, madeEvent, type World } from "../../consumers/made-up/event";
import { organization } from "../../consumers/made-up/organization";
import { plan } from "../../consumers/made-up/plan";
import { random as seeded } from "../../consumers/made-up/random";
import { isSent } from "../../genesys/topics";
import { oneEnvironment } from "../environment";
import type { Io } from "../io";
import { topicOf } from "../known-topic";
import type { Given } from "./options";
import { changesOf } from "./set";
import { streamOf } from "./stream";

/** The time of the first event: the same in every run. */
const BEGIN = Date.UTC(2026, 0, 1);
const BETWEEN = 1000;

/** Prints made-up events one by one, at the pace at which they are read. */
export async function makeEvents({ values, positionals: [word = ""] }: Given, io: Io): Promise<number> {
  const { environment: file, stream: name, conversation = false, count = "1", seed = "1", set = [] } = values;
  const chosen = file === undefined ? undefined : oneEnvironment(file, io);
  if (file !== undefined && chosen === undefined) return 1;
  const environment = chosen?.environment;
  const random = seeded(Number(seed));
  const own = organization(random);
  const world = { random, organization: { ...own, id: environment?.organization_id ?? own.id } };
  const topic = conversation ? undefined : topicOf(word, environment);
  const stream = environment && streamOf(environment, name, topic, world.organization.id);
  const origin = stream?.origin ?? exampleOrigin(world.organization.id);
  const changes = changesOf(set, topic, stream?.envelope);
  let told = false;
  const make = topic === undefined ? conversationsOf(stream?.topics) : singleEvents(topic, word);
  for (const event of make({ ...world, origin }, Number(count))) {
    if (!told && Object.keys(event.detail.eventBody).length === 0) {
      io.stderr(`no event of ${topic} is known: its body is empty, but for what --set gives it`);
      told = true;
    }
    io.json(changes(event));
    await io.flushed();
  }
  return 0;
}

type Making = (world: World, count: number) => Iterable<MadeEvent>;

const singleEvents = (topic: string, concrete: string): Making =>
  function* (world, count) {
    for (let index = 0; index < count; index++) yield madeEvent(topic, concrete, BEGIN + index * BETWEEN, world);
  };

/** Of the conversations, the first has all that one may have. */
const conversationsOf = (sent: readonly string[] | undefined): Making =>
  function* (world, count) {
    for (let index = 0; index < count; index++) {
      const planned = plan(world.random, world.organization, BEGIN + index * BETWEEN, index === 0);
      for (const event of eventsOf(planned, world))
        if (sent === undefined || isSent(event["detail-type"], sent)) yield event;
    }
  };
