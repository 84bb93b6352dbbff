import { areMet, type Condition, outcomeOf } from "./condition";
import type { Complete, Few, Indexed, Tree } from "./tree";

/** What is found out of one event after the other. */
export interface Search {
  /** Which event it is; the first is 1. */
  event: number;
  /** Whether any value that was taken from it lies in an array's element. */
  inArrays: boolean;
  /** The rules that match, of which the first `count` count. */
  readonly rules: Uint32Array;
  count: number;
  /** The event that each rule matched last. */
  readonly matched: Float64Array;
}

export function noSearch(rules: number): Search {
  return { event: 0, inArrays: false, rules: new Uint32Array(rules), count: 0, matched: new Float64Array(rules) };
}

/** Adds the rules of which an alternative matches. */
export function search({ complete, few, branches, indexed }: Tree, found: Search): void {
  if (complete !== undefined) addAll(complete, found);
  for (const contender of few) addIfMet(contender, found);
  for (const { condition, tree } of branches) if (outcomeOf(condition, found.event) !== "no") search(tree, found);
  for (const field of indexed) if (field.found.event === found.event) searchField(field, found);
}

function searchField({ found: { values, count }, branches }: Indexed, found: Search): void {
  for (let index = 0; index < count; index++) {
    for (const branch of branches.at(values[index] ?? null)) {
      if (branch.event === found.event) continue; // another value led there
      branch.event = found.event;
      search(branch.tree, found);
    }
  }
}

function addAll({ rules, conditions }: Complete, found: Search): void {
  if (!standTogether(conditions, found)) return;
  for (const rule of rules) add(rule, found);
}

function addIfMet({ rule, rest, conditions }: Few, found: Search): void {
  if (found.matched[rule] === found.event) return;
  for (const condition of rest) if (outcomeOf(condition, found.event) === "no") return;
  if (standTogether(conditions, found)) add(rule, found);
}

/** Each of the conditions is met by itself, which is all there is to ask outside of arrays. */
function standTogether(conditions: readonly Condition[], { event, inArrays }: Search): boolean {
  if (!inArrays) return true;
  for (const { found } of conditions) if (found.inArrays && found.event === event) return areMet(conditions, event);
  return true;
}

function add(rule: number, found: Search): void {
  if (found.matched[rule] === found.event) return;
  found.matched[rule] = found.event;
  found.rules[found.count++] = rule;
}
