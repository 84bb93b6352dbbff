import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printing } from "../../commands/printing";
import { planText } from "../report/plan";
import { root } from "../support/committed";
import { file } from "../support/environment";
import { ioIn } from "../support/io";
import { runWith } from "./run";

const HOSTILE =
  "a\u001b[2J\u009b31m\u007f\u202e\u2066\u061c\u2028\u2029\u0085\r\n::error::x\n  ::set-output name=a::b\n##[error]c";
/** What a terminal or a log would act upon: all but the line breaks that are ours. */
const RAW = /[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
const COMMAND = /^\s*::[a-z-]+|##\w*\[/m;

const safe = (text: string) => {
  expect(text).not.toMatch(RAW);
  expect(text).not.toMatch(COMMAND);
};

const event = JSON.stringify({
  id: HOSTILE,
  source: "x",
  "detail-type": "v2.users.{id}.presence",
  detail: { topicName: HOSTILE, eventBody: { id: HOSTILE, list: [HOSTILE], [HOSTILE]: 1 } },
});
const dev = file({
  rule: 'targets = { log = { template = "::error::<detail.eventBody.id>" } } }\nsome = { stream = "audit", targets = ["log"], pattern = { detail = { a = ["\\u001b##[error]"] } }',
});
const wrong = file({ rule: `targets = ["::error::\\u202e##[x]"]` });
const [NAME, PLAN, FOLDER] = ["a\u001b[2J\n::error::b\u202e.json", "p\u001b\n##[error].json", "./f\u009b\n::error::x"];
const files = {
  "environments/dev.tfvars": dev,
  "environments/wrong.tfvars": wrong,
  [`environments/dev.events/${NAME}`]: event,
  [`environments/dev.events/${NAME.replace(".json", ".expected.json")}`]: '{"deliveries":[]}',
  [NAME]: event,
  [PLAN]: planText([{ address: "aws_sqs_queue.x", values: { name: HOSTILE, policy: HOSTILE } }]),
  [join(FOLDER, `${NAME}.tfvars`)]: wrong,
  "broken.json": `{"${HOSTILE}`,
  "cases.jsonl": JSON.stringify({ name: HOSTILE, pattern: '{"a":[1]}', event: "{}" }),
};

test.each([
  ["a rule's name", ["check", "wrong"]],
  ["a file's name", ["check", FOLDER]],
  ["a file that is not there", ["check", `./${NAME}`]],
  ["an environment that is not there", ["check", HOSTILE]],
  ["a file's name, as JSON", ["check", FOLDER, "--json"]],
  ["an option", ["check", `--${HOSTILE}`]],
  ["a format", ["check", "--format", HOSTILE]],
  ["a command", [HOSTILE]],
  ["an event", ["trace", "dev", "--event", NAME]],
  ["an event, as JSON", ["trace", "dev", "--event", NAME, "--json"]],
  ["a count of events", ["trace", "dev", "--event", NAME, "--summary"]],
  ["an event that is none", ["trace", "dev", "--event", "broken.json"]],
  ["an event that is not there", ["trace", "dev", "--event", `${NAME}x`]],
  ["a scenario", ["trace", "dev", "--verify"]],
  ["a plan", ["report", "dev", "--plan", PLAN]],
  ["a plan, as Markdown", ["report", "dev", "--plan", PLAN, "--format", "markdown"]],
  ["a plan, as JSON", ["report", "dev", "--plan", PLAN, "--json"]],
  ["a link", ["report", "dev", "--format", "markdown", "--link", HOSTILE]],
  ["a plan that is none", ["report", "dev", "--plan", NAME]],
  ["findings of a plan", ["report", "dev", "--plan", PLAN, "--fail-on", "note"]],
  ["a topic", ["topics", HOSTILE]],
  ["a pattern", ["test-event-pattern", "--event-pattern", JSON.stringify({ [HOSTILE]: 1 }), "--event", "{}"]],
  ["a pattern's file", ["test-event-pattern", "--event-pattern", `file://${NAME}x`, "--event", "{}"]],
  ["cases", ["test-event-pattern", "--cases", "cases.jsonl"]],
  ["cases that are none", ["test-event-pattern", "--cases", NAME]],
])("lets nothing that it was given command a terminal or a log: %s", async (_, args) => {
  const { stdout, stderr } = await runWith(files, args);

  expect(stdout + stderr).not.toBe("");
  safe(stdout);
  safe(stderr);
});

test("annotates a workflow with one command an issue, whatever names files and keys have", async () => {
  const { stdout, stderr } = await runWith(files, ["check", FOLDER, "--format", "github"]);

  expect(stdout).not.toMatch(RAW);
  expect(stdout).not.toMatch(/##\w*\[/);
  expect(
    stdout.split("\n").filter((line) => !/^::(?:error|warning) file=.*?,line=\d+,col=\d+,title=[a-z-]+::/.test(line)),
  ).toEqual([]);
  safe(stderr);
});

test("writes JSON of the same value", () => {
  const { io, stdout } = ioIn("/");
  const value = { [HOSTILE]: [HOSTILE, "\\##[x]", "é👩‍👩‍👧"] };

  for (const indent of [undefined, 2]) io.json(value, indent);
  io.document(JSON.stringify(value, null, 2));

  for (const text of stdout) {
    safe(text);
    expect(JSON.parse(text)).toEqual(value);
  }
  expect(stdout[0]).toContain("é👩‍👩‍👧");
});

test("leaves a document's own lines, and a page's rules", () => {
  const { io, stdout } = ioIn("/");
  const page = "<style>\n  ::selection { color: red }\n</style>\n## Title [link](x)";

  io.document(page);

  expect(stdout).toEqual([page]);
});

test("shows progress in one line that holds no command", () => {
  const shown: string[] = [];
  const ignore = () => undefined;
  const { progress } = printing({
    stdout: ignore,
    stderr: ignore,
    colours: { stdout: true, stderr: true },
    progress: (text) => shown.push(text),
  });

  progress?.(HOSTILE);

  expect(shown).toHaveLength(1);
  expect(shown[0]).not.toMatch(/\n/);
  safe(shown.join(""));
});

test("clears the line of progress before anything else is printed", () => {
  const written: string[] = [];
  const keep = (text: string) => void written.push(text);
  const io = printing({ stdout: keep, stderr: keep, colours: { stdout: false, stderr: false }, progress: keep });

  io.progress?.("50 %");
  io.stderr("x is no event");
  io.stderr("nor is y");

  expect(written).toEqual(["50 %", "", "x is no event\n", "nor is y\n"]);
});

test("keeps a command from a line in colours, too", () => {
  const { io, stdout } = ioIn("/", { terminal: { columns: 80 } }, true);

  io.stdout([
    { parts: [{ style: "bold", text: "::error" }, "::x"] },
    { parts: ["##[", { style: "red", text: "\u001b[0m" }] },
  ]);

  expect(stdout).toEqual(["\\u003a:error::x\n\\u0023#[\\u001b[0m"]);
});

describe("through the program", () => {
  const program = join(root, "bin", "genesys-eventbridge.cjs");
  const [cli, main] = [[program], [join(root, "bin", "run.cjs"), "main.ts"]];
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "printing-"));
    mkdirSync(join(folder, "environments"));
    writeFileSync(join(folder, "environments", `${NAME}.tfvars`), wrong);
    writeFileSync(join(folder, NAME), event);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ["synth", main, []],
    ["synth of what is not there", main, [HOSTILE]],
    ["check", cli, ["check"]],
    ["trace", cli, ["trace", HOSTILE, "--event", NAME]],
  ])("prints nothing raw: %s", (_, program, args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], {
      cwd: folder,
      env: { ...process.env, ENVIRONMENTS_DIR: join(folder, "environments") },
      encoding: "utf8",
    });

    expect(status).toBe(1);
    safe(stdout);
    safe(stderr);
  });

  test.each(["stdout", "stderr"] as const)("ends with one line and 1 where %s cannot be written", (which) => {
    const full = openSync("/dev/full", "w");
    const stdio = which === "stdout" ? (["ignore", full, "pipe"] as const) : (["ignore", "pipe", full] as const);
    const args = which === "stdout" ? ["topics"] : ["topics", "no-such-word"];
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], { stdio: [...stdio], encoding: "utf8" });

    expect(status).toBe(1);
    if (which === "stdout") expect(stderr).toBe("the output cannot be written (ENOSPC)\n");
  });
});
