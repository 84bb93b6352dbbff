import { passing } from "../patterns/operators";
import { type ParsedPattern, parsePattern, parsePatternText } from "../patterns/parse";
import type { Alternative, Pattern } from "../patterns/pattern";
import type { Draft, Rule } from "./model";
import { valueAt } from "./read/tree";

/** A rule with what follows from its stream and its pattern. */
export interface RuleView {
  readonly name: string;
  readonly rule: Rule;
  readonly parsed: ParsedPattern;
  /** What it adds to source and topics; one alternative that asks for nothing, where it has no pattern. */
  readonly alternatives: readonly Alternative[];
  /** The topics whose events can match; undefined where the file does not say what is sent. */
  readonly topics: readonly string[] | undefined;
}

const views = new WeakMap<Draft, readonly RuleView[]>();

/** Made once for each draft, as several checks want them. */
export function ruleViews(draft: Draft): readonly RuleView[] {
  const known = views.get(draft) ?? Object.entries(draft.rules).map(([name, rule]) => view(draft, name, rule));
  views.set(draft, known);
  return known;
}

const NOTHING: Pattern = { alternatives: [[]] };

function view(draft: Draft, name: string, rule: Rule): RuleView {
  const parsed = parsedPattern(rule, valueAt(draft.written.value, ["rules", name, "pattern"]));
  const { alternatives } = parsed.pattern ?? NOTHING;
  const topics = rule.topics ?? draft.streams[rule.stream]?.topic_filters;
  return { name, rule, parsed, alternatives, topics: topics?.filter((topic) => takes(alternatives, topic)) };
}

/** Text is read as text, which still has the repeated names and the digits that an object has lost. */
function parsedPattern({ pattern }: Rule, written: unknown): ParsedPattern {
  if (pattern === undefined) return { pattern: NOTHING, findings: [] };
  return typeof written === "string" ? parsePatternText(written) : parsePattern(pattern);
}

function takes(alternatives: readonly Alternative[], topic: string): boolean {
  if (topic.includes("*")) return true;
  return alternatives.some((fields) =>
    fields.every(({ name, tests }) => name !== "detail-type" || passing(tests)(topic)),
  );
}
