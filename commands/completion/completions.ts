import { commands } from "..";
import { addressed } from "../addressed";
import type { Command, Offers, Option } from "../command";
import { HELP_OPTION } from "../help";
import type { Io } from "../io";

type Offered = readonly [value: string, word?: string | undefined];

/**
 * Returns what fits at the end of a command line, a line each: the value and, behind a space, a word on it; `:files` with
 * endings where files fit, which the shell itself knows best. Bash gives `--option=value` in three words.
 */
export async function completions(words: readonly string[], next: boolean, io: Io): Promise<string[]> {
  const current = next ? "" : (words.at(-1) ?? "");
  const before = next ? words : words.slice(0, -1);
  const { values, files } = await offered(before, current, io);
  const lines = values
    .filter(([value]) => value.startsWith(current) && !/\s/.test(value))
    .map(([value, word = ""]) => `${value} ${word.replace(/\s+/g, " ")}`.trimEnd());
  return files === undefined ? lines : [...lines, `:files ${files.join(" ")}`.trimEnd()];
}

interface Fitting {
  readonly values: readonly Offered[];
  readonly files?: readonly string[] | undefined;
}

async function offered(before: readonly string[], current: string, io: Io): Promise<Fitting> {
  const [name, ...given] = before;
  if (name === undefined) return { values: programWords(current) };
  if (name === "help") return { values: namesBelow(given) };
  const upper = commands.find((known) => known.name === name);
  if (upper === undefined) return { values: [] };
  const [command, rest] = addressed(upper, given);
  const options: Readonly<Record<string, Option>> = { ...command.options, help: HELP_OPTION };
  const asking = rest.at(-1) === "=" ? rest.at(-2) : rest.at(-1);
  const asked = asking === undefined ? undefined : optionNamed(asking, options);
  if (asked?.type === "string") return ofOption(asked, io);
  const [, long = "", equals] = /^(--[\w-]+)(=)?/.exec(current) ?? [];
  if (equals !== undefined) return prefixed(`${long}=`, optionNamed(long, options), io);
  if (current.startsWith("-")) return { values: optionNames(options, rest) };
  return ofPositionals(command, positionalsOf(rest, options), io);
}

function programWords(current: string): Offered[] {
  if (current.startsWith("-")) return [["--help", "show the commands"], ["--version"]];
  return [...commands.map(({ name, summary }): Offered => [name, summary]), ["help", "Shows the help of a command"]];
}

function namesBelow(given: readonly string[]): Offered[] {
  const [name, ...rest] = given;
  if (name === undefined) return commands.map((one) => [one.name, one.summary]);
  const upper = commands.find((known) => known.name === name);
  const [command] = upper === undefined ? [] : addressed(upper, rest);
  return (command?.subcommands ?? []).map((one) => [one.name, one.summary]);
}

function optionNamed(word: string, options: Readonly<Record<string, Option>>): Option | undefined {
  const [, option] =
    Object.entries(options).find(([name, { short }]) => word === `--${name}` || (short && word === `-${short}`)) ?? [];
  return option;
}

/** Returns the options that are not there yet, or may be there again. */
function optionNames(options: Readonly<Record<string, Option>>, rest: readonly string[]): Offered[] {
  return Object.entries(options)
    .filter(([name, { multiple }]) => multiple === true || !rest.some((word) => word.split("=")[0] === `--${name}`))
    .map(([name, { help }]) => [`--${name}`, help]);
}

async function ofOption({ choices, offers }: Option, io: Io): Promise<Fitting> {
  return choices === undefined ? ofOffers(offers, io) : { values: choices.map((choice) => [choice]) };
}

async function prefixed(prefix: string, option: Option | undefined, io: Io): Promise<Fitting> {
  if (option?.type !== "string") return { values: [] };
  const { values } = await ofOption(option, io);
  return { values: values.map(([value, word]) => [`${prefix}${value}`, word]) };
}

async function ofPositionals(command: Command, given: readonly string[], io: Io): Promise<Fitting> {
  const below = given.length > 0 ? [] : (command.subcommands ?? []);
  const several = command.positionals.includes("…");
  const { values, files } = given.length > 0 && !several ? { values: [] } : await ofOffers(command.offers, io);
  const left = values.filter(([value]) => !given.includes(value));
  return { values: [...below.map(({ name, summary }): Offered => [name, summary]), ...left], files };
}

async function ofOffers(offers: Offers | undefined, io: Io): Promise<Fitting> {
  const values = (await offers?.values?.(io)) ?? [];
  return { values: values.map((one) => (typeof one === "string" ? [one] : one)), files: offers?.files };
}

/** Returns the words that are neither options nor their values. */
function positionalsOf(rest: readonly string[], options: Readonly<Record<string, Option>>): string[] {
  return rest.filter((word, index) => {
    if (word.startsWith("-") || word === "=") return false;
    const before = rest[index - 1] === "=" ? rest[index - 2] : rest[index - 1];
    return before === undefined || optionNamed(before, options)?.type !== "string";
  });
}
