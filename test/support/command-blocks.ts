import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Where a block of commands is run: `desk` by a test of every change, `stand-in` by the same beside one for Genesys Cloud, the others in
 * the rehearsal (`checkout` in a copy of this repository, `account` where something is deployed), `command` by the test of the command through bin/, `skip` nowhere.
 */
export const places = [
  "desk",
  "stand-in",
  "ci",
  "rig",
  "package",
  "library",
  "checkout",
  "account",
  "command",
  "engines",
  "skip",
] as const;

export interface CommandBlock {
  readonly page: string;
  readonly line: number;
  /** One of `places`, or what the page says instead of one. */
  readonly place: string;
  /** The reason why it is run nowhere. */
  readonly reason: string;
  readonly commands: string;
}

/** Returns the blocks that begin with three backquotes and `sh`, and behind it nothing, `run=PLACE` or `skip=REASON`. */
export function commandBlocks(page: string, text: string): CommandBlock[] {
  const indented = /^( *)```sh(?: (run|skip)=([\w-]+))? *\n([\s\S]*?)^\1```$/gm;
  return [...text.matchAll(indented)].map((match) => {
    const [, indent = "", how, value = "", commands = ""] = match;
    return {
      page,
      line: text.slice(0, match.index).split("\n").length,
      place: how === undefined ? "desk" : how === "run" ? value : "skip",
      reason: how === "skip" ? value : "",
      commands: commands.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    };
  });
}

/** Returns the blocks of all pages that people follow. */
export function blocksToFollow(root: string): CommandBlock[] {
  const howTos = readdirSync(join(root, "docs", "how-to")).sort();
  const pages = ["README.md", "docs/tutorial.md", ...howTos.map((name) => `docs/how-to/${name}`)];
  return [...pages, "docs/decisions/cdktn.md"].flatMap((page) =>
    commandBlocks(page, readFileSync(join(root, page), "utf8")),
  );
}

/** Returns the words behind the command's own of each line that a page has for its test through bin/, without remarks. */
export function linesFor(root: string, page: string, command: string): string[][] {
  return commandBlocks(page, readFileSync(join(root, page), "utf8"))
    .filter(({ place }) => place === "command")
    .flatMap(({ commands }) => commands.trim().split("\n"))
    .map((line) =>
      line
        .replace(/\s+#.*/, "")
        .replace(`npm run ${command} -- `, "")
        .split(" "),
    );
}
