import { existsSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../commands";
import type { Command } from "../../commands/command";
import { root } from "../support/committed";

const withBelow = (command: Command, name = command.name): (readonly [string, Command])[] => [
  [name, command],
  ...(command.subcommands ?? []).flatMap((below) => withBelow(below, `${name} ${below.name}`)),
];
const all = commands.flatMap((command) => withBelow(command));

describe.each(all)("%s", (_, command) => {
  const options = Object.entries(command.options);

  test("says of every value what completes it, if only that nothing does", () => {
    const silent = options.filter(([, { type, choices, offers }]) => type === "string" && !choices && !offers);

    expect(silent.map(([name]) => name)).toEqual([]);
    expect(command.positionals === "" || command.offers !== undefined).toBe(true);
  });

  test("takes a default that is one of its choices, and a value that has a word", () => {
    const wrong = options.filter(
      ([, { type, value, choices, default: without }]) =>
        (type === "string") !== (value !== undefined) ||
        (choices !== undefined && without !== undefined && !choices.includes(without)),
    );

    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test("has examples, and a page that says more", () => {
    const [page = ""] = /^[\w./-]+?\.md/.exec(command.more) ?? [];

    expect(command.examples.length).toBeGreaterThan(0);
    expect(existsSync(join(root, page))).toBe(true);
  });
});
