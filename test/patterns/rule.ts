import { parsePattern } from "../../patterns/parse";
import type { Pattern } from "../../patterns/pattern";

/** A pattern by a name, as the compiled matcher takes and returns it. */
export interface Rule {
  readonly name: string;
  readonly pattern: Pattern;
}

export function rule(name: string, pattern: unknown): Rule {
  return { name, pattern: parsePattern(pattern).pattern ?? fail(`${name} is no pattern`) };
}

export function names(rules: readonly Rule[]): string[] {
  return rules.map(({ name }) => name);
}
