import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyCheckout } from "../support/checkout";
import { blocksToFollow, commandBlocks, places } from "../support/command-blocks";
import { root } from "../support/committed";

const blocks = blocksToFollow(root);
/** The tutorial begins in an empty folder; the rehearsal follows it. */
const atTheDesk = blocks.filter(({ page, place }) => place === "desk" && page !== "docs/tutorial.md");

let project: string;
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x", ...args], { cwd: project });
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "command-blocks-"));
  copyCheckout(root, project);
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-qm", "as it is");
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"), "junction");
}, 60_000);
afterAll(() => rmSync(project, { recursive: true }));
afterEach(() => {
  git("reset", "-q", "--hard");
  git("clean", "-qfd", "-e", "node_modules");
});

const windows = process.platform === "win32"; // no bash there

(windows ? test.skip : test).each(atTheDesk.map((block) => [`${block.page}:${block.line}`, block.commands]))(
  "the commands of %s end well",
  (_, commands) => {
    const env = { ...process.env, ENVIRONMENTS_DIR: "", CDKTF_OUTDIR: "" };
    execFileSync("bash", ["-e", "-c", commands], { cwd: project, stdio: "pipe", env });
  },
  60_000,
);

test("every block says where it is run, or why nowhere", () => {
  expect(blocks.filter(({ place }) => !places.some((known) => known === place))).toEqual([]);
  expect(blocks.filter(({ place }) => place === "skip").map(({ page, reason }) => `${page}: ${reason}`)).toEqual([
    "docs/tutorial.md: needs-account",
    "docs/how-to/ask-your-organization.md: needs-organization",
    "docs/how-to/keep-and-replay.md: needs-account",
    "docs/how-to/report.md: needs-account",
    "docs/how-to/scan.md: needs-account",
    "docs/how-to/take-over.md: needs-account",
    "docs/how-to/use-the-package.md: needs-registry",
  ]);
});

test("no block that begins with sh is overlooked", () => {
  const text = [
    "```sh",
    "a",
    "```",
    "1. x",
    "   ```sh run=rig",
    "   b",
    "   ```",
    "```sh skip=needs-account",
    "c",
    "```",
    "",
  ];

  expect(commandBlocks("p", text.join("\n")).map(({ place, commands }) => [place, commands])).toEqual([
    ["desk", "a\n"],
    ["rig", "b\n"],
    ["skip", "c\n"],
  ]);
});
