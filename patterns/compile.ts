import { type Condition, condition, type Found, nothing } from "./compiled/condition";
import { type Instead, nodeOf, noNames, walker } from "./compiled/names";
import { likelihoods } from "./compiled/rarity";
import { newSearch, nextEvent, type Search, searchTree, takeValue } from "./compiled/search";
import { type Few, tree } from "./compiled/tree";
import type { Alternative, Field, Pattern } from "./pattern";

export interface Matcher<Rule> {
  /**
   * Returns the rules that let the event pass, in their order. The event is a value that JSON.parse may give.
   *
   * @param instead members that it has in place of its own, without a copy of the event
   */
  match(event: unknown, instead?: Instead): Rule[];
}

/**
 * Makes a matcher for many rules: the time for an event depends on the rules that it has to do with, and hardly on the number of
 * all.
 */
export function compile<Rule extends { readonly pattern: Pattern }>(rules: readonly Rule[]): Matcher<Rule> {
  const names = noNames<Found>();
  const conditions = sharedConditions((name) => {
    const at = nodeOf(names, name);
    at.field ??= nothing();
    return at.field;
  });
  const contenders = rules.flatMap(({ pattern }, rule) =>
    pattern.alternatives.map((alternative) => ({ rule, conditions: sorted(alternative).map(conditions.of) })),
  );
  const likelihood = likelihoods(conditions.all());
  const byLikelihood = (a: Condition, b: Condition) => (likelihood.get(a) ?? 1) - (likelihood.get(b) ?? 1);
  const root = tree(
    contenders.map((contender): Few => ({ ...contender, rest: contender.conditions.toSorted(byLikelihood) })),
    likelihood,
  );
  const search = newSearch(rules.length);
  const walk = walker(names, (field, value, place) => takeValue(search, field, value, place));
  return {
    match(event, instead) {
      nextEvent(search);
      walk(event, instead);
      searchTree(search, root);
      return matchedRules(rules, search);
    },
  };
}

function matchedRules<Rule>(rules: readonly Rule[], { rules: matched, count }: Search): Rule[] {
  if (count > FEW) matched.subarray(0, count).sort();
  else sortFew(matched, count);
  const all: Rule[] = [];
  for (let index = 0; index < count; index++) {
    const rule = rules[matched[index] ?? 0];
    if (rule !== undefined) all.push(rule);
  }
  return all;
}

/** The rules up to which it is faster to sort them by hand. */
const FEW = 16;

function sortFew(numbers: Uint32Array, count: number): void {
  for (let next = 1; next < count; next++) {
    const number = numbers[next] ?? 0;
    let at = next;
    for (let before = numbers[at - 1] ?? 0; at > 0 && before > number; before = numbers[--at - 1] ?? 0)
      numbers[at] = before;
    numbers[at] = number;
  }
}

function sorted(alternative: Alternative): Alternative {
  return alternative.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns a function that gives one condition to all who ask the same of the same name. */
function sharedConditions(foundOf: (name: string) => Found) {
  const byText = new Map<string, Condition>();
  /** The conditions by field: alternatives of one pattern share most of their fields. */
  const byField = new Map<Field, Condition>();
  return {
    of(field: Field): Condition {
      const known = byField.get(field);
      if (known !== undefined) return known;
      const { name, tests } = field;
      const text = JSON.stringify([name, tests.map(({ path, ...demand }) => demand)]);
      const made = byText.get(text) ?? condition(foundOf(name), tests);
      byText.set(text, made);
      byField.set(field, made);
      return made;
    },
    all: (): Condition[] => [...byText.values()],
  };
}
