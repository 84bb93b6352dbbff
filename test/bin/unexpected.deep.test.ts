import { spawnSync } from "node:child_process";
import { openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/committed";
import { ownProject, runBin } from "./support";

const APP = `
import { readFileSync } from "node:fs";
function inner(value: any) { return value.first.second; }
const endless = (): number => 1 + endless();
const what: Record<string, () => unknown> = {
  type: () => inner({}),
  later: async () => { await null; inner({}); },
  timer: () => setTimeout(() => inner({}), 1),
  deep: () => endless(),
  text: () => { throw "some text"; },
  nothing: () => { throw undefined; },
  secret: () => JSON.parse("swordfish"),
  lines: () => { throw new Error("one\\u001b[31m\\ntwo"); },
  missing: () => readFileSync("/no/such/file"),
  package: () => [require].map((load) => load("no-such-package")),
};
what[process.argv[2] ?? ""]?.();
`;
let project: string;
beforeAll(() => {
  project = ownProject({ "app.ts": APP, "package.json": '{ "version": "1.2.3", "bugs": "https://bugs.example" }' });
});
const run = (...args: string[]) => runBin(["run.cjs", "app.ts", ...args], { cwd: project }, project);

test.each([
  ["type", /^ {2}TypeError: Cannot read .*\(reading 'second'\)\n {2}in inner < Object\.type/m],
  ["later", /^ {2}TypeError: .*\n {2}in inner < Object\.later/m],
  ["timer", /^ {2}TypeError: .*\n {2}in inner/m],
  ["deep", /^ {2}RangeError: Maximum call stack size exceeded\n/m],
  ["text", /^ {2}string thrown\n {2}in a place without a name$/m],
  ["nothing", /^ {2}undefined thrown$/m],
  ["secret", /^ {2}SyntaxError\n/m],
  ["lines", /^ {2}Error: one\\u001b\[31m\n/m],
])("says in five lines that %s is a bug and where to report it", async (what, message) => {
  const { code, stdout, stderr } = await run(what);

  expect({ code, stdout }).toEqual({ code: 70, stdout: "" });
  expect(stderr).toMatch(message);
  const lines = stderr.trimEnd().split("\n");
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatch(/^This is a bug in genesys-eventbridge/);
  expect(lines[3]).toBe(
    `  app.ts ${what}, version 1.2.3, Node.js ${process.version}, ${process.platform} ${process.arch}`,
  );
  expect(lines[4]).toMatch(/^Please report these lines at https:\/\/bugs\.example, /);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(250);
  expect(stderr).not.toContain("swordfish");
});

test("lets programs of the tests and of the bench say all that they have to say", async () => {
  const other = ownProject({ "test/own.ts": 'throw new Error("one\\ntwo");' });
  const { code, stderr } = await runBin(["run.cjs", "test/own.ts"], { cwd: other }, other);
  rmSync(other, { recursive: true });

  expect(code).toBe(1);
  expect(stderr).toMatch(/^Error: one\ntwo\n {4}at /);
});

test.each([
  ["missing", /^stopped by the operating system: ENOENT: .*'\/no\/such\/file'$/],
  ["package", /^a package or a file of this project is missing \(Cannot find module 'no-such-package'\); run npm ci$/],
])("says in one line what is wrong with the machine or the installation: %s", async (what, message) => {
  const { code, stderr } = await run(what);

  expect(code).toBe(1);
  expect(stderr.trimEnd()).toMatch(message);
});

test.each([
  ["const a = ;", /^app\.ts:1:11: Unexpected ";"$/],
  ['import "no-such-package";', /Could not resolve "no-such-package"\); run npm ci$/],
])("says in one line why there is no bundle: %s", async (text, message) => {
  const other = ownProject({ "app.ts": text });
  const { code, stderr } = await runBin(["run.cjs", "app.ts"], { cwd: other }, other);
  rmSync(other, { recursive: true });

  expect(code).toBe(1);
  expect(stderr.trimEnd()).toMatch(message);
});

test.each(["18.20.0", "20.11.1", "2.0.0"])("says in one line that Node.js %s is too old", async (version) => {
  const old = ownProject({ "old.cjs": `Object.defineProperty(process.versions, "node", { value: "${version}" });` });
  const env = { NODE_OPTIONS: `--require=${join(old, "old.cjs")}` };

  const ended = await runBin(["run.cjs", "app.ts"], { cwd: old, env }, old);
  rmSync(old, { recursive: true });

  expect(ended).toEqual({ code: 1, stdout: "", stderr: `this is Node.js ${version}, and 20.12 or newer is needed\n` });
});

const onLinux = process.platform === "linux" ? test : test.skip;
onLinux.each([
  [["genesys-eventbridge.cjs", "topics"]],
  [["genesys-eventbridge.cjs", "report", "dev"]],
  [["genesys-eventbridge.cjs", "trace", "presence", "--event", "data/sample-events", "--json"]],
  [["run.cjs", "main.ts", "--help"]],
])("says in one line that the disk is full: %s", ([script = "", ...args]) => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "bin", script), ...args], {
    cwd: root,
    stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
    encoding: "utf8",
  });

  expect(status).toBe(1);
  expect(stderr).toBe("the output cannot be written (ENOSPC)\n");
});
