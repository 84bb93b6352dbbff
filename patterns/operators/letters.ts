/** The two forms in which each letter of a text may stand. One may be longer: ß and SS. */
export type Letters = readonly (readonly [lower: string, upper: string])[];

// A letter has its forms by itself, unlike in a whole text, where the last sigma of a word is another one. No form
// begins or ends with the other one, so that neither direction ever has to go back.
export function letters(text: string): Letters {
  return Array.from(text, (letter) => [letter.toLowerCase(), letter.toUpperCase()] as const);
}

/** Returns the end of the text that the value begins with, or -1. */
export function endOfPrefix(wanted: Letters, value: string): number {
  let at = 0;
  for (const [lower, upper] of wanted) {
    if (value.startsWith(lower, at)) at += lower.length;
    else if (value.startsWith(upper, at)) at += upper.length;
    else return -1;
  }
  return at;
}

export function endsWithLetters(wanted: Letters, value: string): boolean {
  let end = value.length;
  for (let index = wanted.length - 1; index >= 0; index--) {
    const [lower = "", upper = ""] = wanted[index] ?? [];
    if (value.endsWith(lower, end)) end -= lower.length;
    else if (value.endsWith(upper, end)) end -= upper.length;
    else return false;
  }
  return true;
}

/** Returns a text that is the same for all texts that differ only in the forms of their letters; others may share it too. */
export function fold(text: string): string {
  return text.toLowerCase().toUpperCase();
}
