import { type Envelope, genesysEnvelope } from "../genesys/envelope";
import { passing } from "../patterns/operators";
import { type ParsedPattern, parsePattern, parsePatternText } from "../patterns/parse";
import type { Alternative, Pattern } from "../patterns/pattern";
import { streamType, topicsOf } from "../streams";
import type { StreamType } from "../streams/stream-type";
import { onceForEach } from "../text/once";
import { type Path, valueAt } from "../text/value";
import type { Draft, Rule } from "./model";

/** A rule or an archive, which asks for events of a stream, with what follows from its stream and its pattern. */
export interface Selection {
  /** The place in the file. */
  readonly path: Path;
  readonly stream: string;
  /** The type of the stream; undefined where the stream is not there. */
  readonly type: StreamType | undefined;
  /** What events of the stream look like; like those of Genesys Cloud where the stream is not there. */
  readonly envelope: Envelope;
  readonly asked: Pick<Rule, "topics" | "pattern">;
  readonly parsed: ParsedPattern;
  /** The alternatives that it adds to source and topics; one that asks for nothing, where it has no pattern. */
  readonly alternatives: readonly Alternative[];
  /** The topics whose events can match; undefined where the file does not say what is sent. */
  readonly topics: readonly string[] | undefined;
}

export interface RuleView extends Selection {
  readonly name: string;
  readonly rule: Rule;
}

export const ruleViews = onceForEach((draft: Draft): readonly RuleView[] =>
  Object.entries(draft.rules).map(([name, rule]) => ({
    name,
    rule,
    ...selection(draft, ["rules", name], rule.stream, rule),
  })),
);

/** Returns the archives as what asks for events. */
export const archiveViews = onceForEach((draft: Draft): readonly Selection[] =>
  Object.entries(draft.streams).flatMap(([stream, { archive }]) =>
    archive === undefined
      ? []
      : [selection(draft, ["streams", stream, "archive"], stream, { topics: undefined, pattern: archive.pattern })],
  ),
);

/** The reading of a pattern that is an object; several checks and readers want it. */
export const parsedOnce = onceForEach((pattern: object) => parsePattern(pattern));

const NOTHING: Pattern = { alternatives: [[]] };

function selection(draft: Draft, path: Path, stream: string, asked: Selection["asked"]): Selection {
  const parsed = parsedPattern(asked, valueAt(draft.written.value, [...path, "pattern"]));
  const { alternatives } = parsed.pattern ?? NOTHING;
  const keys = draft.streams[stream];
  const type = keys && streamType(keys.type);
  const envelope = type?.envelope ?? genesysEnvelope;
  const topics = taken(alternatives, asked.topics ?? sentTopics(draft, stream), envelope);
  return { path, stream, type, envelope, asked, parsed, alternatives, topics };
}

/** Text is read as text, which still has the repeated names and the digits that an object has lost. */
function parsedPattern({ pattern }: Selection["asked"], written: unknown): ParsedPattern {
  if (pattern === undefined) return { pattern: NOTHING, faults: [] };
  return typeof written === "string" ? parsePatternText(written) : parsedOnce(pattern);
}

/** The topics of a stream; undefined where the file does not say what is sent. */
export function sentTopics({ streams }: Draft, name: string): readonly string[] | undefined {
  // Where a plan's bus names the stream, its name may be one that every object has.
  const stream = Object.hasOwn(streams, name) ? streams[name] : undefined;
  return stream && topicsOf(stream);
}

/**
 * The topics whose events a rule of the checked model can match; undefined where the file does not say what is sent.
 *
 * @param sent by the rule's stream
 */
export function ruleTopics(
  { topics, pattern }: Selection["asked"],
  sent: readonly string[] | undefined,
  envelope: Envelope,
) {
  const all = topics ?? sent;
  // Most patterns say nothing of the topic, and need no reading.
  if (
    pattern === undefined ||
    ![envelope.topicField.split(".")[0] ?? "", "$or"].some((name) => Object.hasOwn(pattern, name))
  )
    return all;
  return taken((parsedOnce(pattern).pattern ?? NOTHING).alternatives, all, envelope);
}

function taken(alternatives: readonly Alternative[], topics: readonly string[] | undefined, { topicField }: Envelope) {
  return topics?.filter((topic) => takes(alternatives, topic, topicField));
}

function takes(alternatives: readonly Alternative[], topic: string, topicField: string): boolean {
  if (topic.includes("*")) return true;
  return alternatives.some((fields) => fields.every(({ name, tests }) => name !== topicField || passing(tests)(topic)));
}
