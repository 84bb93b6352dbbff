import { environmentFiles, FilesProblem } from "../../config/files";
import { catalogueFor, refreshing } from "../../config/organization-topics";
import { builtIn, type Catalogue } from "../../genesys/catalogue";
import { knownFields } from "../../genesys/fields";
import type { Topic } from "../../genesys/topics";
import { issueText } from "../../text/issue";
import { type Io, placesOf } from "../io";

const WORDS: Record<Topic["event_bridge"], string> = {
  confirmed: "reaches EventBridge",
  reported: "reaches EventBridge, as others say",
  unknown: "nothing public shows whether it reaches EventBridge",
  no: "reaches WebSocket channels only",
  retired: "retired",
  absent: "not a topic of the organization",
};

interface Wanted {
  readonly environment: string | undefined;
  readonly reaching: boolean;
  readonly json: boolean;
}

/** Lists the topics in which every word occurs. */
export function list(words: readonly string[], { environment, reaching, json }: Wanted, io: Io): number {
  const catalogue = environment === undefined ? builtIn : ofEnvironment(environment, io);
  if (catalogue === undefined) return 1;
  const found = catalogue.topics.filter(
    (topic) => words.every((word) => mentions(topic, word)) && (!reaching || reaches(topic)),
  );
  const exact = found.filter(({ topic }) => words.includes(topic));
  const chosen = exact.length > 0 ? exact : found;
  if (json)
    io.json(
      chosen.map((topic) => ({ ...topic, fields: knownFields(topic.topic) })),
      2,
    );
  else for (const topic of chosen) io.stdout(chosen.length === 1 ? inFull(topic) : inOneLine(topic));
  if (chosen.length > 0) return 0;
  io.stderr(`no topic mentions ${words.join(" and ")}; leave out a word`);
  return 1;
}

function ofEnvironment(word: string, io: Io): Catalogue | undefined {
  const [file, other] = environmentFiles([word], placesOf(io));
  if (file === undefined || other !== undefined)
    throw new FilesProblem(`${word} holds several environments; name one of them, such as ${file?.name}`);
  if (file.topics === undefined)
    io.stderr(
      `the organization of ${file.name} was not asked, and these are built in; ${refreshing(file.path)} asks it`,
    );
  const { catalogue, issues } = catalogueFor(file, undefined);
  for (const issue of issues) io.stderr(issueText(issue));
  return issues.length > 0 ? undefined : catalogue;
}

function mentions({ topic, description = "", payload = "" }: Topic, word: string): boolean {
  return `${topic} ${description} ${payload}`.toLowerCase().includes(word.toLowerCase());
}

export function reaches({ event_bridge: delivery }: Topic): boolean {
  return delivery === "confirmed" || delivery === "reported";
}

/** The ways in which a topic is sent: the organization's word where it was asked. */
function wayWords({ event_bridge: delivery, transports }: Topic): string {
  return delivery === "no" && transports ? `sent by ${transports.join(" and ")} only` : WORDS[delivery];
}

function inOneLine(topic: Topic): string {
  const { description } = topic;
  return `${topic.topic}  ${[reaches(topic) ? [] : `(${wayWords(topic)})`, description ?? []].flat().join(" ")}`.trimEnd();
}

function inFull(topic: Topic): string[] {
  const fields = Object.entries(knownFields(topic.topic) ?? {});
  return [
    topic.topic,
    ...(topic.description ? [`  ${topic.description}`] : []),
    `  ${wayWords(topic)}${topic.evidence ? `: ${topic.evidence}` : ""}${topic.successor ? `, now ${topic.successor}` : ""}`,
    ...(topic.permissions ? [`  permissions to subscribe: ${topic.permissions.join(", ")}`] : []),
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
