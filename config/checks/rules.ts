import type { Finding } from "../issue";
import { EVENT_PATTERN_LENGTH, TARGETS_PER_RULE } from "../limits";
import type { Draft, Rule } from "../model";
import { eventSourceName } from "../names";
import { suggestion } from "../nearest";
import { rulePattern, topLevelNames } from "../pattern";
import type { Path } from "../read/tree";
import { targetFindings } from "./targets";

const ORGANIZATION = "00000000-0000-0000-0000-000000000000";

export function ruleFindings(draft: Draft): Finding[] {
  return Object.entries(draft.rules).flatMap(([name, rule]) => {
    const path = ["rules", name];
    return [
      ...unknownStream(draft, rule, path),
      ...targetCount(rule, [...path, "targets"]),
      ...patternFindings(draft, rule, [...path, "pattern"]),
      ...rule.targets.flatMap((target) => targetFindings(draft, name, target)),
    ];
  });
}

function unknownStream(draft: Draft, { stream }: Rule, path: Path): Finding[] {
  const known = draft.written.streams;
  if (known.includes(stream)) return [];
  return [
    {
      id: "unknown-stream",
      path: [...path, "stream"],
      message: `there is no stream "${stream}"${suggestion(stream, known)}`,
    },
  ];
}

function targetCount({ targets }: Rule, path: Path): Finding[] {
  if (targets.length === 0) {
    return [
      {
        id: "rule-no-target",
        path,
        message: "names no destination, so matching events would go nowhere; write at least one",
      },
    ];
  }
  const found: Finding[] = [];
  if (targets.length > TARGETS_PER_RULE) {
    const message = `${targets.length} targets, EventBridge allows ${TARGETS_PER_RULE}; move some to a second rule`;
    found.push({ id: "rule-too-many-targets", path, message });
  }
  const names = targets.map(({ destination }) => destination);
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index))) {
    found.push({ id: "rule-target-twice", path, message: `names ${name} twice; once is enough` });
  }
  return found;
}

function patternFindings(draft: Draft, rule: Rule, path: Path): Finding[] {
  if (rule.pattern === undefined) return [];
  const names = topLevelNames(rule.pattern);
  const found: Finding[] = [];
  if (names.length === 0) {
    found.push({
      id: "pattern-empty",
      path,
      message: "is empty, which EventBridge refuses; leave it out to take every event",
    });
  }
  if (names.includes("source")) {
    const message = "must not ask for source: the stream's exact source is added to every rule; leave it out";
    found.push({ id: "pattern-source", path, message });
  }
  if (names.includes("detail-type") && rule.topics !== undefined) {
    const message = "asks for detail-type beside topics, which are the same; keep one of the two";
    found.push({ id: "pattern-detail-type", path, message });
  }
  const suffix = draft.streams[rule.stream]?.event_source_suffix ?? "";
  const { length } = rulePattern(eventSourceName(ORGANIZATION, suffix), rule);
  if (length > EVENT_PATTERN_LENGTH) {
    const message = `makes an event pattern of ${length} characters, EventBridge allows ${EVENT_PATTERN_LENGTH}; split the rule`;
    found.push({ id: "pattern-too-long", path, message });
  }
  return found;
}
