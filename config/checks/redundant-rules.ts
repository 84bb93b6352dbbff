import { passes } from "../../patterns/operators";
import type { Alternative, Field, Test } from "../../patterns/pattern";
import { INPUT_OPTIONS } from "../input/target-input";
import type { Finding } from "../issue";
import type { Draft, Target } from "../model";
import { type RuleView, ruleViews } from "../rule-view";

/** Rules whose every event another rule takes too, and sends in the same form to the same place: it arrives twice. */
export function redundantRules(draft: Draft): Finding[] {
  const views = ruleViews(draft).filter(({ rule, parsed }) => rule.enabled && parsed.pattern !== undefined);
  const sent = new Map(
    views.map((view) => [view, new Map(view.rule.targets.map((target) => [sentAs(target), target]))]),
  );
  return views.flatMap((view, index): Finding[] => {
    const other = views.find((wider, at) => {
      if (wider === view || wider.rule.stream !== view.rule.stream || !covers(wider, view)) return false;
      return shared(view, wider) !== undefined && (at < index || !covers(view, wider));
    });
    const target = other && shared(view, other);
    if (other === undefined || target === undefined) return [];
    const message = `whatever matches it, ${other.name} matches too and sends to ${target.destination}, where it arrives twice; leave ${target.destination} out of one of them`;
    return [{ id: "rule-redundant", severity: "warning", path: ["rules", view.name], atKey: true, message }];
  });

  function shared(view: RuleView, wider: RuleView): Target | undefined {
    for (const [form, target] of sent.get(view) ?? []) if (sent.get(wider)?.has(form)) return target;
    return undefined;
  }
}

/** The destination and what it gets; how often it is tried again makes no difference here. */
function sentAs(target: Target): string {
  return JSON.stringify([target.destination, target.variables, ...INPUT_OPTIONS.map((option) => target[option])]);
}

/** Whether every event that the narrower rule matches, the wider one matches. Says no where it cannot tell. */
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
  const same = JSON.stringify({ ...test, path: [] });
  return tests.some((wide) => {
    // Whether something is absent depends on the fields beside it.
    if (wide.kind === "exists") return wide.exists && !(test.kind === "exists" && !test.exists);
    return test.kind === "literal" ? passes(wide, test.value) : JSON.stringify({ ...wide, path: [] }) === same;
  });
}
