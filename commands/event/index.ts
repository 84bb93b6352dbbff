import type { Command } from "../command";
import { topicOffers } from "../offers";
import { options, wrongUse } from "./options";

export const event: Command<typeof options> = {
  name: "event",
  summary: "Makes up events of a topic, or of whole conversations, for tests, for trace and as load",
  positionals: "[TOPIC]",
  offers: topicOffers,
  options,
  details: `Events are JSON, one a line, with all fields that events of the topic were seen to have; of a topic of which no event is known the body is empty, and
--set fills it. The same words make the same events. Nobody's data is in them: telephone numbers are of 555-01xx, mail addresses of example.com,
IP addresses of those kept for documentation.

PATH is a path into the event, such as detail.eventBody.queueId or detail.eventBody.list[0].id. With --conversation it is set in the events that have it.`,
  examples: [
    { args: "'v2.users.{id}.presence'", does: "makes an event of a topic" },
    {
      args: "'v2.users.{id}.presence' --count 3 --set detail.eventBody.presenceDefinition.systemPresence=BUSY",
      does: "makes three, each with this value",
    },
    { args: "--conversation --seed 7", does: "makes the events of a conversation" },
    {
      args: "'v2.audits.entitytype.{id}.entityid.{id}' --environment dev --stream audit --count 100",
      does: "makes events as they come on a stream of dev",
    },
  ],
  exits: { 0: "made", 1: "there is no such topic, stream or field, or the environment is not right" },
  more: "docs/how-to/write-a-consumer.md",
  wrongUse,
  async run(given, io) {
    const { makeEvents } = await import("./make");
    return makeEvents(given, io);
  },
};
