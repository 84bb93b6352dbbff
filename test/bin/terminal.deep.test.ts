import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../support/committed";
import { file } from "../support/environment";
import { shellEnvironment } from "./shell";
import { folderWith } from "./support";

/** Runs a program on a terminal of its own, by what Python brings along, and ends as it does. */
const ON_TERMINAL = "import os,pty,sys\nsys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";
const COLOUR = "\u001b[";

const cwd = folderWith({
  "environments/dev.tfvars": file({ rule: 'targets = ["lgo"]' }),
  "environments/right.tfvars": file({ rule: "targets = { log = { dead_letter = false } }" }),
  "event.json":
    '{"id":"1","source":"x","detail-type":"v2.users.{id}.presence","detail":{"topicName":"v2.users.a.presence","eventBody":{}}}',
});
const program = [process.execPath, join(root, "bin", "genesys-eventbridge.cjs")];
const hasTerminal = spawnSync("python3", ["-c", "import os,pty; os.waitstatus_to_exitcode"]).status === 0;
if (!hasTerminal) console.log("there is no Python 3.9 to make a terminal: colours are not tried on one");
const onTerminal = hasTerminal ? test : test.skip;

function run(args: readonly string[], env: Readonly<Record<string, string>>, terminal: boolean) {
  const [command = "", ...words] = terminal
    ? ["python3", "-c", ON_TERMINAL, ...program, ...args]
    : [...program, ...args];
  const options = { cwd, env: shellEnvironment({ TERM: "xterm-256color", ...env }), encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(command, words, options);
  return { status, text: stdout + stderr };
}

onTerminal("colours what is wrong and the verdicts of a trace", () => {
  const check = run(["check", "dev"], {}, true);
  expect(check.status).toBe(1);
  expect(check.text).toContain("\u001b[31m1 error in 1 environment\u001b[39m");

  const trace = run(["trace", "right", "--event", "event.json"], {}, true);
  expect(trace.status).toBe(0);
  expect(trace.text).toContain("\u001b[32m    + all matches\u001b[39m");
});

onTerminal.each([[{ NO_COLOR: "1" }], [{ TERM: "dumb" }], [{ FORCE_COLOR: "0" }]])(
  "shows no colour on a terminal where %j says so",
  (env: Readonly<Record<string, string>>) => {
    expect(run(["check", "dev"], env, true).text).toMatch(/^environments\/dev\.tfvars:9:\d+: rules/);
    expect(run(["check", "dev"], env, true).text).not.toContain(COLOUR);
  },
);

test.each([
  ["check", ["check", "dev"]],
  ["trace", ["trace", "right", "--event", "event.json"]],
  ["a count of events", ["trace", "right", "--event", "event.json", "--summary"]],
  ["wrong usage", ["check", "--hepl"]],
  ["help", ["--help"]],
])("writes no escape into a pipe: %s", (_, args) => {
  expect(run(args, {}, false).text).not.toContain("\u001b");
});

test("colours lines in a pipe where FORCE_COLOR asks for it, but never data", () => {
  const env = { FORCE_COLOR: "1", NO_COLOR: "1" };

  expect(run(["check", "dev"], env, false).text).toContain(COLOUR);
  expect(run(["check", "dev", "--json"], env, false).text).not.toContain("\u001b");
  expect(run(["report", "right", "--format", "markdown"], env, false).text).not.toContain("\u001b");
});
