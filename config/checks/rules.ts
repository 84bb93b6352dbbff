import { TARGETS_PER_RULE } from "../../aws/limits";
import { targetId } from "../../schema/identity";
import type { Fault } from "../../text/issue";
import { suggestion } from "../../text/nearest";
import type { Path } from "../../text/value";
import type { Draft, Rule } from "../model";
import { ruleViews } from "../rule-view";
import { defineCheck } from "./check";
import { targetFaults } from "./support/targets";

export const rulesCheck = defineCheck({
  name: "rules",
  says: [
    "event-within-text",
    "input-across-accounts",
    "input-for-logs",
    "input-too-long",
    "input-twice",
    "known-values-only",
    "not-text",
    "option-without-effect",
    "path-missing",
    "path-not-in-event",
    "path-unknown",
    "rule-no-target",
    "rule-target-twice",
    "rule-too-many-targets",
    "same-target-id",
    "too-many-variables",
    "unknown-destination",
    "unknown-stream",
    "unknown-variable",
    "unused-variable",
    "variable-in-name",
  ],
  run: ruleFaults,
});

function ruleFaults(draft: Draft): Fault[] {
  return ruleViews(draft).flatMap((view) => {
    const { name, rule } = view;
    const path = ["rules", name];
    return [
      ...unknownStream(draft, rule, path),
      ...targetCount(rule, [...path, "targets"]),
      ...sameIds(draft, rule, [...path, "targets"]),
      ...rule.targets.flatMap((target) => targetFaults(draft, view, target)),
    ];
  });
}

function unknownStream(draft: Draft, { stream }: Rule, path: Path): Fault[] {
  const known = draft.written.streams;
  // Where there is no stream at all, that is what is said.
  if (known.length === 0 || known.includes(stream)) return [];
  return [
    {
      id: "unknown-stream",
      path: [...path, "stream"],
      message: `there is no stream "${stream}"${suggestion(stream, known)}`,
    },
  ];
}

/** A rule has one target of an id: of two, AWS would keep what comes last. */
function sameIds({ destinations }: Draft, { targets }: Rule, path: Path): Fault[] {
  const ids = new Map<string, string>();
  return targets.flatMap((target): Fault[] => {
    const { destination } = target;
    const id = targetId(destination, destinations[destination] ?? {}, target);
    const other = ids.get(id);
    ids.set(id, destination);
    if (other === undefined || other === destination) return [];
    const message = `would have the id "${id}" in the rule, as ${other} has; write another target_id, or leave it out`;
    return [{ id: "same-target-id", path: [...path, destination], message }];
  });
}

function targetCount({ targets }: Rule, path: Path): Fault[] {
  if (targets.length === 0) {
    return [
      {
        id: "rule-no-target",
        path,
        message: "names no destination, so matching events would go nowhere; write at least one",
      },
    ];
  }
  const found: Fault[] = [];
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
