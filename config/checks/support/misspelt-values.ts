import { distance } from "fastest-levenshtein";
import { knownFields } from "../../../genesys/fields";
import { knownValues } from "../../../genesys/values";
import { shown } from "../../../patterns/json";
import { passing } from "../../../patterns/operators";
import type { Field } from "../../../patterns/pattern";
import type { Fault } from "../../../text/issue";
import { partsOf, textOf } from "./values";

/** Returns what is to be said of values that no known event has and that are a slip away from one that some have. */
export function misspeltValue(
  { name, tests }: Field,
  topics: readonly string[],
): Pick<Fault, "id" | "message"> | undefined {
  // Events of which nothing is known may have any value.
  if (topics.some((topic) => knownFields(topic) === undefined)) return undefined;
  const known = knownValues(name, topics);
  if (known === undefined) return undefined;
  const slips = tests.flatMap(partsOf).flatMap((part) => {
    const text = textOf(part);
    const isWhole = part.kind === "literal" || part.kind === "equals-ignore-case";
    if (!isWhole || text === undefined || known.some(passing([part]))) return [];
    const meant = known.filter((value) => isSlip(text, value));
    return meant.length === 0
      ? []
      : [`${shown(text)} (did you mean ${meant.map((value) => shown(value)).join(" or ")}?)`];
  });
  if (slips.length === 0) return undefined;
  const [first, second] = slips;
  const message =
    second === undefined
      ? `no known event has the value ${first}`
      : `no known event has the values ${slips.join(", ")}`;
  return { id: "pattern-value-misspelt", message };
}

/**
 * Returns whether a text is a value with one letter more, less, other, or two in the wrong order. Only words that are long enough count:
 * others differ by a letter anyway; and so do the forms of one word, which differ at its end, and words with another beginning.
 */
export function isSlip(text: string, value: string): boolean {
  const written = wordsOf(text);
  const meant = wordsOf(value);
  if (written.length !== meant.length) return false;
  const pairs = written.map((word, index) => [word, meant[index] ?? ""] as const).filter(([a, b]) => a !== b);
  const [[one = "", other = ""] = [], second] = pairs;
  if (second !== undefined || Math.min(one.length, other.length) < 5 || one[0] !== other[0]) return false;
  if (one.startsWith(other) || other.startsWith(one)) return false;
  return distance(one, other) === 1 || isSwapped(one, other);
}

function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const swapped = one.slice(0, at) + (one[at + 1] ?? "") + (one[at] ?? "") + one.slice(at + 2);
  return swapped === other;
}

/** The words of `MemberAdd` and `ON_QUEUE`, in small letters. */
function wordsOf(text: string): string[] {
  return (text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^A-Za-z\s_.-]+/g) ?? []).map((word) => word.toLowerCase());
}
