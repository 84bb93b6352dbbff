import type { Environment, Rule } from "../config/model";
import { rulePattern } from "../config/pattern";
import { ruleTopics } from "../config/rule-view";
import { inputFor } from "../config/target-input";
import { destinationType } from "../destinations";
import { parsePatternText } from "../patterns/parse";
import type { Pattern } from "../patterns/pattern";
import type { StreamType } from "../streams/stream-type";
import { requiredFor, type Sent } from "./deliver";

/** A rule with all that does not depend on the event. */
export interface TracedRule {
  readonly name: string;
  readonly rule: Rule;
  /** The topics whose events it can match; undefined where the file does not say what is sent. */
  readonly topics: readonly string[] | undefined;
  readonly pattern: Pattern;
  /** The pattern as EventBridge gets it. */
  readonly written: string;
  readonly targets: readonly Sent[];
}

export function tracedRule(
  { destinations }: Environment,
  source: string,
  { envelope }: StreamType,
  sent: readonly string[] | undefined,
  name: string,
  rule: Rule,
): TracedRule {
  const topics = ruleTopics(rule, sent, envelope);
  const written = rulePattern(source, rule, envelope);
  const { pattern } = parsePatternText(written);
  if (pattern === undefined) throw new Error(`the pattern of ${name} was not checked`);
  const targets = rule.targets.map((target) => {
    const destination = destinations[target.destination];
    if (destination === undefined) throw new Error(`the target ${target.destination} of ${name} was not checked`);
    const requires = requiredFor(destinationType(destination.type).parameters?.(destination, target) ?? {});
    return { target, destination, input: inputFor(destination, target, topics), ...requires };
  });
  return { name, rule, topics, pattern, written, targets };
}
