/** Returns the boolean that a word of another language stands for, such as yes. */
export function booleanMeant(word: string): "true" | "false" | undefined {
  if (/^(?:true|yes|y|on|1|enabled?|t)$/i.test(word.trim())) return "true";
  return /^(?:false|no|n|off|0|disabled?|f)$/i.test(word.trim()) ? "false" : undefined;
}

/** Returns `1 event`, `2 events`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** Returns a list as prose: `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[], last = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
