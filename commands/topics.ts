import { knownFields } from "../genesys/fields";
import { topics as catalogue, type Topic } from "../genesys/topics";
import type { Command, Options } from "./command";
import { topicOffers } from "./offers";

const WORDS: Record<Topic["event_bridge"], string> = {
  confirmed: "reaches EventBridge",
  reported: "reaches EventBridge, as others say",
  unknown: "nothing public shows whether it reaches EventBridge",
  no: "reaches WebSocket channels only",
  retired: "retired",
};

const options = {
  "event-bridge": { type: "boolean", help: "only those that are known or said to reach EventBridge" },
  json: { type: "boolean", help: "for other programs" },
} as const satisfies Options;

export const topics: Command<typeof options> = {
  name: "topics",
  summary: "Lists Genesys Cloud's topics, or those in which every WORD occurs, with what their events carry",
  positionals: "[WORD …]",
  offers: topicOffers,
  options,
  details: `A word is looked for in topic, description and payload. One topic alone is shown with the fields that are known of its
events. What your organization has, GET /api/v2/notifications/availabletopics tells.`,
  examples: [
    { args: "presence", does: "lists the topics that mention presence" },
    { args: "'v2.users.{id}.presence'", does: "shows one topic with the fields of its events" },
    { args: "conversation --event-bridge --json", does: "lists those that reach EventBridge, for another program" },
  ],
  exits: { 0: "found", 1: "no topic mentions all the words" },
  more: "docs/reference/file.md",
  async run({ values, positionals }, io) {
    const found = catalogue.filter(
      (topic) => positionals.every((word) => mentions(topic, word)) && (!values["event-bridge"] || reaches(topic)),
    );
    const exact = found.filter(({ topic }) => positionals.includes(topic));
    const chosen = exact.length > 0 ? exact : found;
    if (values.json)
      io.json(
        chosen.map((topic) => ({ ...topic, fields: knownFields(topic.topic) })),
        2,
      );
    else for (const topic of chosen) io.stdout(chosen.length === 1 ? inFull(topic) : inOneLine(topic));
    if (chosen.length > 0) return 0;
    io.stderr(`no topic mentions ${positionals.join(" and ")}; leave out a word`);
    return 1;
  },
};

function mentions({ topic, description = "", payload = "" }: Topic, word: string): boolean {
  return `${topic} ${description} ${payload}`.toLowerCase().includes(word.toLowerCase());
}

function reaches({ event_bridge: delivery }: Topic): boolean {
  return delivery === "confirmed" || delivery === "reported";
}

function inOneLine({ topic, description, event_bridge: delivery }: Topic): string {
  return `${topic}  ${[reaches({ topic, event_bridge: delivery }) ? [] : `(${WORDS[delivery]})`, description ?? []].flat().join(" ")}`.trimEnd();
}

function inFull(topic: Topic): string[] {
  const fields = Object.entries(knownFields(topic.topic) ?? {});
  return [
    topic.topic,
    ...(topic.description ? [`  ${topic.description}`] : []),
    `  ${WORDS[topic.event_bridge]}${topic.evidence ? `: ${topic.evidence}` : ""}${topic.successor ? `, now ${topic.successor}` : ""}`,
    ...(topic.payload ? [`  payload (detail.eventBody): ${topic.payload}`] : []),
    ...(fields.length > 0 ? ["  fields that are known, beside those of every event:"] : ["  no event of it is known"]),
    ...fields.map(([path, kinds]) => `    ${path} (${kindWords(kinds)})`),
  ];
}

/** `list of string, not in every event`. */
function kindWords(kinds: readonly string[]): string {
  const values = kinds.filter((kind) => kind !== "list" && kind !== "absent").join(" or ");
  const all = kinds.includes("list") ? `list${values && ` of ${values}`}` : values;
  return kinds.includes("absent") ? `${all}, not in every event` : all;
}
