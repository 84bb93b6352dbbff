import {
  EVENT_PATTERN_LENGTH,
  EVENT_PATTERN_QUOTA,
  RULES_PER_BUS,
  RULES_PER_BUS_BY_REGION,
  WILDCARD_RULES_PER_BUS,
} from "../../aws/limits";
import { UNKNOWN_ORGANIZATION } from "../../aws/names";
import { complexityFaults } from "../../patterns/complexity/fault";
import { knownAs } from "../../schema/identity";
import { streamType } from "../../streams";
import type { Fault } from "../../text/issue";
import { busUse } from "../bus-use";
import type { Draft } from "../model";
import { rulePattern, topLevelNames } from "../pattern";
import { archiveViews, ruleViews, type Selection } from "../rule-view";
import { defineCheck } from "./check";
import { filterFaults } from "./support/filters";
import { neverMatches } from "./support/never-matches";

export const patternsCheck = defineCheck({
  name: "patterns",
  says: [
    "filter-unknown-field",
    "path-unknown",
    "pattern-always-matches",
    "pattern-anything-but",
    "pattern-cidr",
    "pattern-complex",
    "pattern-detail-type",
    "pattern-empty",
    "pattern-empty-list",
    "pattern-empty-object",
    "pattern-field-twice",
    "pattern-leaf-no-list",
    "pattern-list-in-list",
    "pattern-long",
    "pattern-never-matches",
    "pattern-numeric",
    "pattern-operand",
    "pattern-operator-as-name",
    "pattern-or",
    "pattern-path-as-value",
    "pattern-reserved-name",
    "pattern-source",
    "pattern-too-complex",
    "pattern-too-deep",
    "pattern-too-long",
    "pattern-too-many-alternatives",
    "pattern-two-operators",
    "pattern-unknown-operator",
    "pattern-value-case",
    "pattern-value-misspelt",
    "pattern-wildcard",
    "too-many-rules",
    "too-many-wildcard-rules",
  ],
  run: patternFaults,
});

function patternFaults(draft: Draft): Fault[] {
  const views = [...ruleViews(draft), ...archiveViews(draft)];
  return [
    ...views.flatMap((view) => (view.asked.pattern === undefined ? [] : ofPattern(draft, view, view.asked.pattern))),
    ...views.flatMap((view) => length(draft, view)),
    ...Object.keys(draft.streams).flatMap((stream) => busQuotas(draft, stream)),
    ...Object.entries(draft.streams).flatMap(([stream, keys]) => filterFaults(stream, keys)),
  ];
}

function ofPattern(draft: Draft, view: Selection, pattern: object): Fault[] {
  const path = [...view.path, "pattern"];
  const names = topLevelNames(pattern);
  if (Object.keys(pattern).length === 0) {
    const message = "is empty, which EventBridge refuses; leave it out to take every event";
    return [{ id: "pattern-empty", path, message }];
  }
  const found: Fault[] = [];
  if (names.includes("source")) {
    const message = "must not ask for source: the stream's exact source is always added; leave it out";
    found.push({ id: "pattern-source", path, message });
  }
  const { topicField } = view.envelope;
  const asksTopic = names.includes(topicField) || view.alternatives.flat().some(({ name }) => name === topicField);
  if (asksTopic && view.asked.topics !== undefined) {
    const message = `asks for ${topicField} beside topics, which are the same; keep one of the two`;
    found.push({ id: "pattern-detail-type", path, message });
  }
  const own = [...view.parsed.faults, ...complexity(view)];
  return [
    ...found,
    ...own.map((fault) => ({ ...fault, path: [...path, ...fault.path] })),
    ...neverMatches(draft, view),
  ];
}

/** Finds patterns that are too complex, but looks at none that is refused for its length, to bound the time. */
function complexity({ asked: { pattern }, parsed }: Selection): Fault[] {
  const isLong = JSON.stringify(pattern).length > EVENT_PATTERN_LENGTH;
  return parsed.pattern === undefined || isLong ? [] : complexityFaults(parsed.pattern);
}

function length(draft: Draft, { path: owner, stream, asked, envelope }: Selection): Fault[] {
  const keys = draft.streams[stream];
  if (keys === undefined) return [];
  const origin = { environment: draft.name, stream: knownAs(stream, keys), organization: UNKNOWN_ORGANIZATION };
  const { length } = rulePattern(streamType(keys.type).source(keys, origin), asked, envelope);
  if (length <= EVENT_PATTERN_QUOTA) return [];
  const path = [...owner, asked.pattern === undefined ? "topics" : "pattern"];
  const makes = `makes an event pattern of ${length} characters, with source and topics`;
  const advice = owner[0] === "rules" ? "split the rule" : "write a shorter one";
  if (length > EVENT_PATTERN_LENGTH) {
    const message = `${makes}; EventBridge allows ${EVENT_PATTERN_LENGTH}: ${advice}`;
    return [{ id: "pattern-too-long", path, message }];
  }
  const message = `${makes}; EventBridge allows ${EVENT_PATTERN_QUOTA} unless AWS raised that quota for the account: ${advice}, or ask AWS`;
  return [{ id: "pattern-long", severity: "warning", path, message }];
}

function busQuotas(draft: Draft, stream: string): Fault[] {
  const { rules, archived, wildcardRules: wild } = busUse(draft, stream);
  const path = ["streams", stream];
  const found: Fault[] = [];
  const quota = RULES_PER_BUS_BY_REGION[draft.place?.aws_region ?? ""] ?? RULES_PER_BUS;
  if (rules > quota) {
    const message = `has ${rules} rules${archived ? ", that of its archive among them" : ""}; EventBridge allows ${quota} a bus unless AWS raised that quota for the account: ask AWS, or merge rules`;
    found.push({ id: "too-many-rules", severity: "warning", path, atKey: true, message });
  }
  if (wild > WILDCARD_RULES_PER_BUS) {
    const message = `has ${wild} rules with wildcards, EventBridge allows ${WILDCARD_RULES_PER_BUS} a bus; use prefix or suffix where they do, or merge rules`;
    found.push({ id: "too-many-wildcard-rules", path, atKey: true, message });
  }
  return found;
}
