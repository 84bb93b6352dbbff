import { parseArgs } from "node:util";
import { FilesProblem } from "../config/files";
import { version } from "../package.json";
import { PROGRAM } from "../text/called";
import { suggestion } from "../text/nearest";
import { commands } from ".";
import { addressed } from "./addressed";
import type { Command, Input, Option } from "./command";
import { commandHelp, programHelp, usage } from "./help";
import type { Io } from "./io";
import { inStyle } from "./printing";

const HELP = { help: { type: "boolean", short: "h" } } as const;

/**
 * Runs the command that the arguments name.
 *
 * @returns the exit code: 0 fine, 1 findings or bad input, 2 wrong usage
 */
export async function run([name, ...args]: readonly string[], io: Io): Promise<number> {
  const command = commands.find((known) => known.name === name);
  if (command !== undefined) return runCommand(...addressed(command, args), io);
  switch (name) {
    case undefined:
      io.stderr(programHelp(commands, io));
      return 2;
    case "--version":
    case "-v":
      io.stdout(version);
      return 0;
    case "help":
    case "--help":
    case "-h":
      return help(args, io);
    default:
      return unknown(name, io);
  }
}

/** Shows the help of the program, or of the command that these words name. */
function help([name, ...below]: readonly string[], io: Io): number {
  if (name === undefined) {
    io.stdout(programHelp(commands, io));
    return 0;
  }
  const upper = commands.find((known) => known.name === name);
  if (upper === undefined) return unknown(name, io);
  const [command, [rest]] = addressed(upper, below);
  if (rest !== undefined) {
    const names = (upper.subcommands ?? []).map((known) => known.name);
    io.stderr(`there is no command ${command.name} ${rest}${suggestion(rest, names)}`);
    return 2;
  }
  io.stdout(commandHelp(command, io));
  return 0;
}

function unknown(name: string, io: Io): number {
  const names = [...commands.map((known) => known.name), "help"];
  const what = name.startsWith("-") ? `${name} is no option of ${PROGRAM}` : `there is no command ${name}`;
  io.stderr([
    inStyle("red", `${what}${suggestion(name, name.startsWith("-") ? ["--help", "--version"] : names)}`),
    `${PROGRAM} help lists the commands`,
  ]);
  return 2;
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<number> {
  const input = parsed(command, args);
  if (typeof input === "string") {
    io.stderr([inStyle("red", input), `usage: ${usage(command, io)} (--help tells more)`]);
    return 2;
  }
  if (input.values.help === true) {
    io.stdout(commandHelp(command, io));
    return 0;
  }
  const wrong = command.wrongUse?.(input);
  if (wrong !== undefined) {
    io.stderr(`${wrong} (--help tells more)`);
    return 2;
  }
  try {
    return await command.run(input, io);
  } catch (error) {
    if (!(error instanceof FilesProblem)) throw error;
    io.stderr(error.lines.map((line) => inStyle("red", line)));
    return 1;
  }
}

/** Returns what the arguments say, or what is wrong with them. */
function parsed(command: Command, args: readonly string[]): Input | string {
  const options = { ...command.options, ...HELP };
  // Without the defaults, which are words for people.
  const forms = Object.entries<Partial<Option>>(options).map(([name, { default: _, ...form }]) => [name, form]);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(forms),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const names = Object.keys(options).map((option) => `--${option}`);
  for (const token of tokens) {
    if (token.kind === "positional" && command.positionals === "") return `${command.name} takes no ${token.value}`;
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? command.options[token.name] : undefined;
    if (!Object.hasOwn(options, token.name))
      return `${token.rawName} is no option of ${command.name}${suggestion(token.rawName, names)}`;
    if (option?.type === "string" && !token.value) return `${token.rawName} wants ${option.value ?? "a value"}`;
    if (option?.type !== "string" && token.value !== undefined) return `${token.rawName} takes no value`;
    if (option?.choices && !option.choices.includes(token.value ?? "")) {
      return `${token.rawName} ${token.value} is not known; write one of ${option.choices.join(", ")}`;
    }
  }
  const values = new Map<string, string | boolean | readonly string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const before = values.get(token.name) ?? [];
    const all =
      command.options[token.name]?.multiple && Array.isArray(before) ? [...before, token.value ?? ""] : undefined;
    values.set(token.name, all ?? token.value ?? true);
  }
  const positionals = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  return { values: Object.fromEntries(values), positionals };
}
