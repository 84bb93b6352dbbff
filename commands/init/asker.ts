/** A value that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly hint?: string;
  /** More words that a search finds it by. */
  readonly words?: string;
}

interface Question {
  readonly message: string;
  /** Returns what is wrong with an answer. */
  check?(answer: string): string | undefined;
}

export interface TextQuestion extends Question {
  /** An answer that is right, as an example. */
  readonly example?: string | undefined;
  /** The answer of whoever presses Enter. */
  readonly usual?: string | undefined;
}

export interface ChoiceQuestion extends Question {
  readonly choices: readonly Choice[];
  readonly usual?: string | undefined;
}

export interface SeveralQuestion {
  readonly message: string;
  readonly choices: readonly Choice[];
  check?(answers: readonly string[]): string | undefined;
}

/** Asks a person. Every question throws Cancelled where the person has enough. */
export interface Asker {
  text(question: TextQuestion): Promise<string>;
  /** One of the choices, searched as one types. */
  one(question: ChoiceQuestion): Promise<string>;
  /** At least one of the choices, searched as one types. */
  several(question: SeveralQuestion): Promise<readonly string[]>;
  confirm(message: string): Promise<boolean>;
  warn(lines: readonly string[]): void;
}

/** The person pressed Ctrl-C or Escape. */
export class Cancelled extends Error {}
