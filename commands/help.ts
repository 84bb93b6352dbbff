import type { Command, Option } from "./command";

const HELP_OPTION: Option = { type: "boolean", short: "h", help: "show this" };

export function programHelp(commands: readonly Command[]): string[] {
  return [
    "usage: genesys-eventbridge COMMAND …",
    "",
    ...table(commands.map(({ name, summary }) => [name, summary])),
    "",
    "genesys-eventbridge COMMAND --help tells more. Exit codes: 0 fine, 1 findings or bad input, 2 wrong usage, 70 a bug.",
  ];
}

export function commandHelp({ name, summary, positionals, options, details }: Command): string[] {
  const rows = Object.entries({ ...options, help: HELP_OPTION }).map(([option, spec]): [string, string] => [
    flag(option, spec),
    spec.choices === undefined ? spec.help : `${spec.help}: ${spec.choices.join(", ")}`,
  ]);
  return [
    `usage: genesys-eventbridge ${[name, positionals, "[OPTION …]"].filter(Boolean).join(" ")}`,
    "",
    `${summary}.`,
    ...details.split("\n"),
    "",
    ...table(rows),
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
