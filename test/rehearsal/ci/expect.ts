import { isDeepStrictEqual } from "node:util";
import type { Run } from "./model";

/** @throws where a value is another than it should be */
export function expectEqual(what: string, value: unknown, expected: unknown): void {
  if (isDeepStrictEqual(value, expected)) return;
  throw new Error(`${what}: ${JSON.stringify(value)}, and not ${JSON.stringify(expected)}`);
}

/** @throws where a text lacks any of the words */
export function expectWords(what: string, text: string, ...words: readonly (string | RegExp)[]): void {
  const missing = words.filter((word) => (typeof word === "string" ? !text.includes(word) : !word.test(text)));
  if (missing.length > 0) throw new Error(`${what} lacks ${missing.join(", ")}:\n${text.slice(-3000)}`);
}

/** @throws with the logs where jobs ended in another way */
export function expectResults(what: string, run: Run, expected: Readonly<Record<string, string>>): void {
  const results = Object.fromEntries([...run.jobs].map(([name, { result }]) => [name, result]));
  if (isDeepStrictEqual(results, expected)) return;
  const logs = [...run.jobs].map(([name, { log }]) => `--- ${name}\n${log.slice(-2500)}`).join("\n");
  throw new Error(`${what}: ${JSON.stringify(results)}, and not ${JSON.stringify(expected)}\n${logs}`);
}
