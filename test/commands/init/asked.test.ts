import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "../../bin/support";
import { root } from "../../support/committed";

// Python opens the terminal; Windows has no such one.
const python = spawnSync("python3", ["-c", "import pty, termios"]).status === 0;
if (!python) console.warn("no python3 with pty here: init is not asked in a terminal");

/** Runs init in a terminal where somebody waits for words and presses keys. */
function inTerminal(cwd: string, steps: readonly (readonly [words: string, ...keys: string[]])[]) {
  const input = steps.map(([words, ...keys]) => `${JSON.stringify([words, keys])}\n`).join("");
  const program = join(root, "bin", "genesys-eventbridge.mjs");
  const args = [join(root, "test", "bin", "in-terminal.py"), process.execPath, program, "init"];
  const env = { ...process.env, CI: "", ENVIRONMENTS_DIR: "environments", TERM: "xterm" };
  return spawnSync("python3", args, { cwd, input, env, encoding: "utf8" });
}

const BEGINNING = [
  ["environment's name", "a b", "\r"],
  ["cannot be part of resource names", "\u007f\u007f\u007f", "north", "\r"],
  ["the AWS account", "210987654321", "\r"],
] as const;

(python ? test : test.skip)("asks for everything in a terminal, says at once what is wrong, and writes it", () => {
  const cwd = folderWith({});
  const { status, stdout } = inTerminal(cwd, [
    ...BEGINNING,
    ["egion of the event bus", "eu-central-1", "\r"],
    ["ast part of", "audit-north", "\r"],
    ["topics to send", "audit", "\t", "\r"],
    ["where events go", "lambda", "\t", "\r"],
    ["destinations.lambda.arn", "arn:aws:lambda:eu-west-1:210987654321:function:a", "\r"],
    ["delivers to lambda only in eu-central-1", "\u0015", "arn:aws:lambda:eu-central-1:210987654321:function:a", "\r"],
    ["S3 bucket", "\r"],
    ["write .gitignore, cdktf.json, environments", "\r"],
  ]);
  const text = readFileSync(join(cwd, "environments", "north.tfvars"), "utf8");

  expect(status).toBe(0);
  expect(stdout).toContain("written: environments/north.tfvars");
  for (const part of ['"210987654321"', '"audit-north"', '"v2.audits.', ":eu-central-1:210987654321:function:a"])
    expect(text).toContain(part);
});

(python ? test : test.skip)("ends with 130 on Ctrl-C, and has written nothing", () => {
  const cwd = folderWith({});
  const { status, stdout } = inTerminal(cwd, [...BEGINNING, ["egion of the event bus", "\u0003"]]);

  expect(status).toBe(130);
  expect(stdout).toContain("nothing was written");
  expect(existsSync(join(cwd, "environments")) || existsSync(join(cwd, "cdktf.json"))).toBe(false);
});
