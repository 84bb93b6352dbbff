import { isMap } from "../../text/value";

/** Values that differ between any two environments, and what stands for it while they are compared. */
export type Neutral = readonly (readonly [text: string, placeholder: string])[];

/** The same value without what only says which environment it is of. */
export function neutral(value: unknown, words: Neutral): unknown {
  if (typeof value === "string")
    return words.reduce((text, [word, placeholder]) => text.replaceAll(word, placeholder), value);
  if (Array.isArray(value)) return value.map((item) => neutral(item, words));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, neutral(inner, words)]));
}

/**
 * Returns what replaces words: longer ones first, since a shorter one may be a part of them; none that is very short, a part of
 * everything.
 */
export function neutralWords(words: readonly (readonly [text: string | undefined, placeholder: string])[]): Neutral {
  const known = words.flatMap(([text, placeholder]) => (text && text.length > 2 ? [[text, placeholder] as const] : []));
  return known.sort(([a], [b]) => b.length - a.length);
}
