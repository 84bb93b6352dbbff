/** Runs of what keys consist of. */
const WORD = /(?<![\w+/=-])[\w+/=-]{20,}(?![\w+/=-])/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const PLACES = /\b(?:arn:[\w-]*:|https?:\/\/)[^\s"']*/g;

/** AWS's secret access keys are 40 characters long, client secrets of Genesys Cloud 43. */
const SECRET_LENGTHS = [40, 43];

/**
 * Returns how sure it is that the text holds a key without a form of its own, by the look of it: letters and digits that make no
 * words. Ids of other kinds are left out: UUIDs, ARNs and addresses.
 */
export function randomness(text: string): "secret" | "unsure" | undefined {
  const words = text.replace(PLACES, " ").replace(UUID, " ").match(WORD) ?? [];
  const random = words.filter(looksRandom);
  if (random.some((word) => SECRET_LENGTHS.includes(word.length) && isMixed(word))) return "secret";
  return random.length > 0 ? "unsure" : undefined;
}

/** Returns true if a word is no name: long, of many different characters, and for the most part without syllables. */
export function looksRandom(word: string): boolean {
  // Of these lengths are git's and SHA-256's sums, which are no secrets.
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(word)) return false;
  if (/^[0-9a-f]{32,}$/i.test(word)) return /\d/.test(word) && /[a-f]/i.test(word) && entropy(word) >= 3;
  if (word.length < 24 || !isMixed(word) || entropy(word) < 3.9) return false;
  const rest = word.replace(/[A-Z]?[a-z]{2,}|\d{4,}|[-_/=+]/g, "");
  return rest.length >= 0.4 * word.length;
}

function isMixed(word: string): boolean {
  return /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word);
}

/** Shannon's, in bits a character. */
function entropy(word: string): number {
  const counts = new Map<string, number>();
  for (const char of word) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / word.length) * Math.log2(count / word.length);
  return bits;
}
