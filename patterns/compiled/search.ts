import type { Scalar } from "../pattern";
import type { Place } from "../place";
import { addTo, areMet, type Condition, type Found, outcomeOf } from "./condition";
import type { Complete, Few, FieldBranches, Tree } from "./tree";

/** The state of the search, for one event after the other. */
export interface Search {
  /** The event's number, from 1. */
  event: number;
  /** The event's values of the fields that rules ask for. */
  readonly fields: Found[];
  /** True if any of their values lies in an array's element. */
  inArrays: boolean;
  /** The rules that match, of which only the first `count` are in use. */
  readonly rules: Uint32Array;
  count: number;
  /** The last event that each rule matched. */
  readonly matched: Float64Array;
}

export function newSearch(rules: number): Search {
  const matched = new Float64Array(rules);
  return { event: 0, fields: [], inArrays: false, rules: new Uint32Array(rules), count: 0, matched };
}

export function nextEvent(search: Search): void {
  search.event++;
  search.fields.length = 0;
  search.inArrays = false;
  search.count = 0;
}

export function takeValue(search: Search, field: Found, value: Scalar, place: Place): void {
  if (field.event !== search.event) search.fields.push(field);
  addTo(field, search.event, value, place);
  if (place !== undefined) search.inArrays = true;
}

/** Adds the rules with an alternative that matches. */
export function searchTree(search: Search, { complete, few, branches, fields, byFound }: Tree): void {
  const { event } = search;
  if (complete !== undefined) addAll(search, complete);
  for (const contender of few) addIfMet(search, contender);
  for (const { condition, tree } of branches) if (outcomeOf(condition, event) !== "no") searchTree(search, tree);
  if (byFound === undefined) {
    for (const field of fields) if (field.found.event === event) searchField(search, field);
  } else {
    for (const found of search.fields) {
      const field = byFound.get(found);
      if (field !== undefined) searchField(search, field);
    }
  }
}

function searchField(search: Search, { found: { values, count }, branches }: FieldBranches): void {
  for (let index = 0; index < count; index++) {
    for (const branch of branches.at(values[index] ?? null)) {
      if (branch.event === search.event) continue; // another value led there
      branch.event = search.event;
      searchTree(search, branch.tree);
    }
  }
}

function addAll(search: Search, { rules, conditions }: Complete): void {
  if (!standTogether(search, conditions)) return;
  for (const rule of rules) add(search, rule);
}

function addIfMet(search: Search, { rule, rest, conditions }: Few): void {
  if (search.matched[rule] === search.event) return;
  for (const condition of rest) if (outcomeOf(condition, search.event) === "no") return;
  if (standTogether(search, conditions)) add(search, rule);
}

/** Returns whether conditions that are each met are also met together, which is always so outside of arrays. */
function standTogether({ event, inArrays }: Search, conditions: readonly Condition[]): boolean {
  if (!inArrays) return true;
  for (const { found } of conditions) if (found.inArrays && found.event === event) return areMet(conditions, event);
  return true;
}

function add(search: Search, rule: number): void {
  if (search.matched[rule] === search.event) return;
  search.matched[rule] = search.event;
  search.rules[search.count++] = rule;
}
