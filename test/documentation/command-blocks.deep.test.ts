import { execFile, execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { CLIENT, genesysServer } from "../operate/genesys/server";
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

(windows ? test.skip : test)(
  "the commands that ask the organization end well, and keep what it answers",
  async () => {
    const server = await genesysServer({
      "GET /api/v2/organizations/me": [{ body: { id: "3c4f9f1e-0000-4000-8000-00000000c0de", name: "North" } }],
      "GET /api/v2/notifications/availabletopics": [{ body: { entities: [{ id: "v2.new", transports: ["All"] }] } }],
    });
    const environments = join(project, "environments");
    copyFileSync(join(environments, "dev.tfvars"), join(environments, "prod.tfvars"));
    const asking = blocks.filter(({ place }) => place === "stand-in").map(({ commands }) => commands);
    const commands = asking
      .join("")
      .replace("_ID=…", `_ID=${CLIENT.id}`)
      .replace("_SECRET=…", `_SECRET=${CLIENT.secret}`)
      .replace(/^.*--dry-run$/gm, "$&; test ! -e environments/prod.topics.json");
    expect(commands).toContain("test ! -e");
    const env = { ...process.env, ...server.env, ENVIRONMENTS_DIR: "" };
    await promisify(execFile)("bash", ["-e", "-c", commands], { cwd: project, env }).finally(server.close);

    expect(readFileSync(join(environments, "prod.topics.json"), "utf8")).toContain("v2.new");
  },
  60_000,
);

test("every block says where it is run, or why nowhere", () => {
  expect(blocks.filter(({ place }) => !places.some((known) => known === place))).toEqual([]);
  expect(blocks.filter(({ place }) => place === "skip")).toEqual([]);
});

test.each([
  ["checkout", ["docs/how-to/report.md", "docs/how-to/scan.md"]],
  ["account", ["docs/tutorial.md", "docs/how-to/keep-and-replay.md", "docs/how-to/take-over.md"]],
  ["library", ["docs/how-to/use-the-package.md"]],
])("the rehearsal follows every page that has a block for %s", (wanted, pages) => {
  expect(blocks.filter(({ place }) => place === wanted).map(({ page }) => page)).toEqual(pages);
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
