import { called, PROGRAM } from "../text/called";
import type { Command, Option } from "./command";
import type { Io } from "./io";
import { paragraphs, proseWidth, table, wrapped } from "./wrapped";

/** The option that every command has. */
export const HELP_OPTION: Option = { type: "boolean", short: "h", help: "show this" };

/** The exit codes that mean the same in every command; those that a command decides are its own. */
export const commonExits: readonly (readonly [code: number, meaning: string])[] = [
  [2, "wrong usage: an unknown command or option, or something that is missing"],
  [70, "a bug in this program"],
  [130, "interrupted (Ctrl+C)"],
];

/** Returns a call as the user made this one: through npm, or by the program's name. */
function calledAs(io: Io, name: string, ...args: readonly string[]): string {
  const throughNpm = io.env.npm_lifecycle_event === name.split(" ")[0];
  return throughNpm ? called(name, ...args) : [PROGRAM, name, ...args].filter(Boolean).join(" ");
}

export function programHelp(commands: readonly Command[], io: Io): string[] {
  const width = proseWidth(io.terminal);
  return [
    `usage: ${PROGRAM} COMMAND …`,
    "",
    ...table(
      commands.map(({ name, summary }) => [name, summary]),
      width,
    ),
    "",
    ...wrapped(`${PROGRAM} help COMMAND tells more, and so does COMMAND --help; --version tells the version.`, width),
    ...wrapped("In a checkout, npm run COMMAND -- … does the same.", width),
    ...wrapped("exit codes: 0 fine, 1 findings or bad input, 2 wrong usage, 70 a bug, 130 interrupted", width),
    "more: docs/reference/commands.md",
  ];
}

export function commandHelp(command: Command, io: Io): string[] {
  const { name, summary, details, examples, exits, more, subcommands = [] } = command;
  const width = proseWidth(io.terminal);
  return [
    ...wrapped(`usage: ${usage(command, io)}`, width),
    "",
    ...wrapped(`${summary}.`, width),
    "",
    ...paragraphs(details, width),
    ...section("options", optionRows(command), width),
    ...section(
      "commands below it",
      subcommands.map((below) => [`${name} ${below.name}`, below.summary]),
      width,
    ),
    "",
    "examples:",
    ...examples.flatMap(({ args, does }) => [`  ${calledAs(io, name, args)}`, ...wrapped(does, width, "      ")]),
    ...section("exit codes", [...own(exits), ...common()], width),
    "",
    ...wrapped(`more: ${more}`, width),
  ];
}

/** Returns the usage of a command, without the word itself. */
export function usage({ name, positionals }: Command, io: Io): string {
  return calledAs(io, name, "[OPTION …]", positionals);
}

function own(exits: Command["exits"]): [string, string][] {
  return Object.entries(exits).flatMap(([code, meaning]) => (meaning === undefined ? [] : [[code, meaning]]));
}

function common(): [string, string][] {
  return commonExits.map(([code, meaning]) => [String(code), meaning]);
}

function section(title: string, rows: readonly (readonly [string, string])[], width: number): string[] {
  return rows.length === 0 ? [] : ["", `${title}:`, ...table(rows, width)];
}

/** Returns the options of a command with all that there is to say of each. */
export function optionRows({ options }: Command): [string, string][] {
  return Object.entries({ ...options, help: HELP_OPTION }).map(([name, option]) => [
    flag(name, option),
    meaning(option),
  ]);
}

function flag(name: string, { short, value }: Option): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`;
  return short === undefined ? long : `-${short}, ${long}`;
}

function meaning({ help, choices, default: without }: Option): string {
  const words = choices === undefined ? help : `${help}; one of ${choices.join(", ")}`;
  return without === undefined ? words : `${words} (default: ${without})`;
}
