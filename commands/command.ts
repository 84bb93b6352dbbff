import type { Io } from "./io";

/** An option of a command, for its parser and for its help. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: boolean;
  readonly help: string;
  /** What stands for the value in the help, such as FILE. */
  readonly value?: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
}

/** What stood on the command line. */
export interface Input {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** The values of an option that may be repeated. */
  readonly list: (option: string) => readonly string[];
  readonly positionals: readonly string[];
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** As the usage line shows them, such as "[FILE …]"; empty where none are taken. */
  readonly positionals: string;
  readonly options: Readonly<Record<string, Option>>;
  /** What the help says beside. */
  readonly details: string;
  /** @returns the exit code: 0 fine, 1 findings or bad input, 2 wrong usage */
  run(input: Input, io: Io): Promise<number>;
}
