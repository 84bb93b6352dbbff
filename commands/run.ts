import { parseArgs } from "node:util";
import { FilesProblem } from "../config/files";
import { suggestion } from "../text/nearest";
import { commands } from ".";
import type { Command, Input } from "./command";
import { called, commandHelp, programHelp } from "./help";
import type { Io } from "./io";

const HELP = { help: { type: "boolean", short: "h" } } as const;

/**
 * Runs the command that the arguments name.
 *
 * @returns the exit code: 0 fine, 1 findings or bad input, 2 wrong usage
 */
export async function run([name, ...args]: readonly string[], io: Io): Promise<number> {
  const command = commands.find((known) => known.name === name);
  if (command !== undefined) return runCommand(...addressed(command, args), io);
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    (name === undefined ? io.stderr : io.stdout)(programHelp(commands));
    return name === undefined ? 2 : 0;
  }
  io.stderr(
    `there is no command ${name}${suggestion(
      name,
      commands.map((known) => known.name),
    )}`,
  );
  return 2;
}

/** Returns the command with the words that are left for it, or the one below it that the first word names. */
function addressed(command: Command, args: readonly string[]): [Command, readonly string[]] {
  const below = command.subcommands?.find(({ name }) => name === args[0]);
  return below === undefined
    ? [command, args]
    : addressed({ ...below, name: `${command.name} ${below.name}` }, args.slice(1));
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<number> {
  const input = parsed(command, args);
  if (typeof input === "string") {
    io.stderr([input, `usage: ${called(command.name, command.positionals)} (--help tells more)`]);
    return 2;
  }
  if (input.values.help === true) {
    io.stdout(commandHelp(command));
    return 0;
  }
  try {
    return await command.run(input, io);
  } catch (error) {
    if (!(error instanceof FilesProblem)) throw error;
    io.stderr(error.lines);
    return 1;
  }
}

/** Returns what the arguments say, or what is wrong with them. */
function parsed(command: Command, args: readonly string[]): Input | string {
  const options = { ...command.options, ...HELP };
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
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
