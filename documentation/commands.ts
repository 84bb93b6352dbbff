import { commands } from "../commands";
import type { Command } from "../commands/command";
import { commonExits, optionRows } from "../commands/help";
import { code, table } from "../report/formats/markdown/text";
import { called } from "../text/called";
import { prose } from "./markdown";

/** `docs/reference/commands.md`: what `--help` says of every command, and all exit codes in one table. */
export function commandsPage(): string {
  const all = commands.flatMap((command) => withBelow(command, command.name));
  return `# Commands
Made by \`npm run docs\` from the commands' own declarations; do not edit. \`npm run COMMAND -- --help\` shows the same in a terminal.
Behind \`--\` stand the command's own words, which npm would otherwise take for its. Where this package is installed, its program
\`genesys-eventbridge\` does the same without npm, and a shell [completes](#completion) what you write.

${all.map(({ name, summary }) => `- [\`${name}\`](#${name.replaceAll(" ", "-")}): ${prose(summary)}`).join("\n")}

## Exit codes
Data goes to the standard output, words about it to the standard error. The same in every command:

${table(["code", "meaning"], [...commonExits.map(([exit, meaning]) => [String(exit), prose(meaning)])])}

An interrupted command leaves no file half written. A reader that has enough, as in \`… | head\`, ends a command without an error.

${table(
  ["command", "0", "1"],
  all.map(({ name, exits }) => [code(name), prose(exits[0]), prose(exits[1] ?? "–")]),
)}

## On a terminal
Lines are coloured on a terminal only; \`NO_COLOR\`, or \`TERM=dumb\`, switches that off, and \`FORCE_COLOR=1\` on for lines in a pipe or
a log. JSON, reports and annotations never hold an escape. What takes longer than half a second shows how far it is, on the standard
error of a terminal, and clears it; where \`CI\` is set nothing of it is written.

${all.map(section).join("\n")}`;
}

function withBelow(command: Command, name: string): Command[] {
  const below = command.subcommands ?? [];
  return [{ ...command, name }, ...below.flatMap((one) => withBelow(one, `${name} ${one.name}`))];
}

function section(command: Command): string {
  const { name, summary, positionals, details, examples } = command;
  const lines = examples.flatMap(({ args, does }) => [`# ${does}`, called(name, args)]);
  return `## ${name}
${prose(summary)}. ${prose(details.replace(/\s*\n\s*/g, " "))}

\`\`\`text
${called(name, "[OPTION …]", positionals)}
\`\`\`

${table(
  ["option", "meaning"],
  optionRows(command).map(([flag, meaning]) => [code(flag), prose(meaning)]),
)}

\`\`\`sh
${lines.join("\n")}
\`\`\`
`;
}
