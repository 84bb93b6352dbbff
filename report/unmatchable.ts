import type { Place } from "../aws/names";
import { neverMatches } from "../config/checks/support/never-matches";
import type { Draft } from "../config/model";
import type { Selection } from "../config/rule-view";
import { builtIn } from "../genesys/catalogue";
import type { Envelope } from "../genesys/envelope";
import { describe, passing } from "../patterns/operators";
import { type ParsedPattern, parsePatternText } from "../patterns/parse";
import type { Alternative, Field } from "../patterns/pattern";
import { reservationOf } from "./resources/known-buses";
import { text } from "./resources/resource";
import { DEFAULT_BUS, type RuleOnBus } from "./resources/rules";

/** Says why no event can ever pass a rule; undefined where one can, or where nobody can say. */
export function unmatchable(on: RuleOnBus, place: Place): string | undefined {
  const written = text(on.rule, "event_pattern");
  if (written === undefined || on.pattern === undefined) return undefined;
  const parsed = parsePatternText(written);
  const { pattern, faults } = parsed;
  const fault = faults.find(({ severity }) => severity === undefined);
  if (fault !== undefined) return `AWS does not take its pattern: ${[...fault.path, fault.message].join(" ")}`;
  if (pattern === undefined) return undefined;
  const reasons = pattern.alternatives.map((alternative) => dead(alternative, on, parsed, place));
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}

/** Returns why no event passes one alternative of the pattern. */
function dead(fields: Alternative, on: RuleOnBus, parsed: ParsedPattern, place: Place): string | undefined {
  const { bus, known, sent } = on;
  for (const field of fields) {
    const why = bus === undefined ? undefined : otherSource(field, bus, known?.source);
    if (why !== undefined) return why;
  }
  if (bus === undefined || known === undefined) return undefined;
  const { envelope } = known.type;
  const topics = sent?.filter((topic) => topic.includes("*") || takes(fields, topic, envelope));
  const selection: Selection = {
    path: [],
    stream: bus.slice(bus.lastIndexOf("/") + 1),
    type: known.type,
    envelope,
    asked: { topics: undefined, pattern: undefined },
    parsed,
    alternatives: [fields],
    topics: topics ?? literalTopics(fields, envelope),
  };
  const found = neverMatches({ ...NOBODY, place }, selection).find(({ id }) => id === "pattern-never-matches");
  return found?.message.replace(/^can never match: /, "");
}

/** Returns what is wrong with the source that is asked for: events of a reserved one are never on the default bus. */
function otherSource({ name, tests }: Field, bus: string, source: string | undefined): string | undefined {
  if (name.startsWith("source.")) return `${name} is in no event, as the source is a text`;
  if (name !== "source") return undefined;
  // A source in full: two differ at their ends.
  const wanted = tests
    .map((test) => (test.kind === "literal" ? JSON.stringify(test.value) : describe(test)))
    .join(" or ");
  if (source !== undefined && !passing(tests)(source))
    return `it asks for the source ${wanted}, and every event on its bus has the source "${source}"`;
  if (bus !== DEFAULT_BUS) return undefined;
  const [reserved, ...others] = tests.map((test) =>
    test.kind === "literal"
      ? reservationOf(String(test.value))
      : test.kind === "prefix"
        ? reservationOf(test.text)
        : undefined,
  );
  return reserved !== undefined && others.every((other) => other !== undefined)
    ? `it asks for the source ${wanted} on the default bus, where ${reserved.sender}'s events never come; write event_bus_name`
    : undefined;
}

function takes(fields: Alternative, topic: string, { topicField }: Envelope): boolean {
  return fields.every(({ name, tests }) => name !== topicField || passing(tests)(topic));
}

/** Topics that the pattern itself names. */
function literalTopics(fields: Alternative, { topicField }: Envelope): string[] | undefined {
  const named = fields.find(({ name }) => name === topicField)?.tests ?? [];
  const literal = named.flatMap((test) => (test.kind === "literal" ? [String(test.value)] : []));
  return literal.length > 0 && literal.length === named.length ? literal : undefined;
}

/** The rule is not of a file: only the place is known. */
const NOBODY: Draft = {
  name: "",
  path: "",
  catalogue: builtIn,
  top: {},
  place: undefined,
  streams: {},
  rules: {},
  destinations: {},
  written: { streams: [], destinations: [], value: undefined },
};
