import { passing } from "../../patterns/operators";
import type { Alternative, Field, Test } from "../../patterns/pattern";
import type { Fault } from "../../text/issue";
import type { Draft, Target } from "../model";
import { type RuleView, ruleViews } from "../rule-view";
import { INPUT_OPTIONS } from "../target-input";
import { defineCheck } from "./check";
import { RuleIndex, sameTest } from "./support/rule-index";

/** Rules whose every event another rule takes too, and sends in the same form to the same place: it arrives twice. */
export const redundantRulesCheck = defineCheck({
  name: "redundant-rules",
  says: ["rule-redundant"],
  run: redundantRules,
});

function redundantRules(draft: Draft): Fault[] {
  const views = ruleViews(draft).filter(({ rule, parsed }) => rule.enabled && parsed.pattern !== undefined);
  const order = new Map(views.map((view, index) => [view, index]));
  const sent = new Map(
    views.map((view) => [view, new Map(view.rule.targets.map((target) => [sentAs(target), target]))]),
  );
  const index = new RuleIndex(views);
  const shared = (view: RuleView, wider: RuleView): Target | undefined =>
    [...(sent.get(view) ?? [])].find(([form]) => sent.get(wider)?.has(form))?.[1];
  // Of two that match the same, the later one is said to be too many.
  const isLater = (view: RuleView, other: RuleView) => (order.get(view) ?? 0) > (order.get(other) ?? 0);

  return views.flatMap((view): Fault[] => {
    for (const wider of index.candidates(view)) {
      if (wider === view || wider.rule.stream !== view.rule.stream || !covers(wider, view)) continue;
      const target = shared(view, wider);
      if (target === undefined || (!isLater(view, wider) && covers(view, wider))) continue;
      const message = `whatever matches it, ${wider.name} matches too and sends to ${target.destination}, where it arrives twice; leave ${target.destination} out of one of them`;
      return [{ id: "rule-redundant", severity: "warning", path: ["rules", view.name], atKey: true, message }];
    }
    return [];
  });
}

/** The destination and what it gets; how often it is tried again makes no difference here. */
function sentAs(target: Target): string {
  return JSON.stringify([target.destination, target.variables, ...INPUT_OPTIONS.map((option) => target[option])]);
}

/** Returns true if the wider rule matches every event that the narrower one matches; false where it cannot tell. */
function covers(wider: RuleView, narrower: RuleView): boolean {
  const { topics } = wider.rule;
  const narrow = narrower.rule.topics;
  if (topics !== undefined && !narrow?.every((topic) => topics.includes(topic))) return false;
  return narrower.alternatives.every((fields) => wider.alternatives.some((wide) => isWithin(fields, wide)));
}

function isWithin(narrow: Alternative, wide: Alternative): boolean {
  if (wide.length > narrow.length) return false;
  return wide.every((field) => {
    const own = narrow.find(({ name }) => name === field.name);
    return own?.tests.every((test) => isAmong(test, field)) ?? false;
  });
}

/** A value that passes the test passes one of the field's, too. */
function isAmong(test: Test, { tests }: Field): boolean {
  return tests.some((wide) => {
    // Whether something is absent depends on the fields beside it.
    if (wide.kind === "exists") return wide.exists && !(test.kind === "exists" && !test.exists);
    return test.kind === "literal" ? passing([wide])(test.value) : sameTest(wide) === sameTest(test);
  });
}
