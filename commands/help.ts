import type { Command, Option } from "./command";

const HELP_OPTION: Option = { type: "boolean", short: "h", help: "show this" };

/** A call of a command as people write it. Through npm, since the program's own name is nobody's in the registry, where npx would look. */
export function called(name: string, ...args: readonly string[]): string {
  const [script, ...words] = name.split(" ");
  return [`npm run ${script} --`, ...words, ...args].filter(Boolean).join(" ");
}

export function programHelp(commands: readonly Command[]): string[] {
  return [
    "usage: npm run COMMAND -- …",
    "",
    ...table(commands.map(({ name, summary }) => [name, summary])),
    "",
    "npm run COMMAND -- --help tells more. Exit codes: 0 fine, 1 findings or bad input, 2 wrong usage, 70 a bug.",
  ];
}

export function commandHelp({ name, summary, positionals, options, details, subcommands = [] }: Command): string[] {
  const rows = Object.entries({ ...options, help: HELP_OPTION }).map(([option, spec]): [string, string] => [
    flag(option, spec),
    spec.choices === undefined ? spec.help : `${spec.help}: ${spec.choices.join(", ")}`,
  ]);
  return [
    `usage: ${called(name, positionals, "[OPTION …]")}`,
    "",
    `${summary}.`,
    ...details.split("\n"),
    "",
    ...table(rows),
    ...(subcommands.length > 0
      ? ["", ...table(subcommands.map((below) => [`${name} ${below.name}`, below.summary]))]
      : []),
  ];
}

function flag(name: string, { short, value }: Option): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`;
  return short === undefined ? long : `${long}, -${short}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
