import type { Io } from "./io";

/** What a shell completes a value with, beside the choices of an option. */
export interface Offers {
  /** Returns values, each alone or with a word on it. */
  readonly values?: (io: Io) => Promise<readonly (string | readonly [value: string, word: string])[]>;
  /** The endings of files, such as ".json"; where there is none, any file. Folders lead to them. */
  readonly files?: readonly string[];
}

/** An option of a command, for its parser and for its help. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: boolean;
  readonly help: string;
  /** The word for the value in the help, such as FILE. */
  readonly value?: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** What holds without it. */
  readonly default?: string;
  /** What its value is completed with; empty where only the user knows it. */
  readonly offers?: Offers;
}

export type Options = Readonly<Record<string, Option>>;

/** The value of an option as its declaration promises it: that it was given, one of the choices, a text, or several. */
type Value<Declared extends Option> = Option extends Declared
  ? string | boolean | readonly string[]
  : Declared["type"] extends "boolean"
    ? boolean
    : Declared extends { readonly multiple: true }
      ? readonly string[]
      : Declared extends { readonly choices: readonly (infer Choice)[] }
        ? Choice
        : string;

/** A command line, read as the command's options declare it. */
export interface Input<Declared extends Options = Options> {
  readonly values: { readonly [Name in keyof Declared]?: Value<Declared[Name]> | undefined };
  readonly positionals: readonly string[];
}

/** A command line that does what it says, in a folder with environments; a test runs each. */
export interface Example {
  /** The words behind the command's own. */
  readonly args: string;
  readonly does: string;
  /** It asks an account, so that the command's own test runs it, against a stand-in. */
  readonly live?: true;
}

export interface Command<Declared extends Options = Options> {
  readonly name: string;
  readonly summary: string;
  /** The words for them in the usage line, such as "[FILE …]"; empty where none are taken. */
  readonly positionals: string;
  /** What they are completed with. */
  readonly offers?: Offers;
  readonly options: Declared;
  /** More for the help, in paragraphs that an empty line parts; it is wrapped to the terminal. */
  readonly details: string;
  readonly examples: readonly Example[];
  /** The meaning of the exit codes that the command decides, 1 where it may end so; `help` tells the others. */
  readonly exits: { readonly 0: string; readonly 1?: string };
  /** The page that says more, such as "docs/reference/messages.md". */
  readonly more: string;
  /** The commands below this one, which their name as its first word calls: `init ci`. Each has a name, options and help of its own. */
  readonly subcommands?: readonly Command[];
  /** Says what is wrong with options and words that are right one by one; undefined where nothing is. */
  wrongUse?(input: Input<Declared>): string | undefined;
  /**
   * Does the work, and loads what no other command needs only then, so that the others begin sooner.
   *
   * @returns the exit code: 0 fine, 1 findings or bad input, 2 wrong usage
   */
  run(input: Input<Declared>, io: Io): Promise<number>;
}
