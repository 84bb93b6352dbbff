import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../commands/run";
import { planText } from "../report/plan";
import { file } from "../support/environment";
import { ioIn } from "../support/io";

const event = JSON.stringify({
  "detail-type": "v2.users.{id}.presence",
  source: "x",
  detail: { topicName: "v2.users.1.presence", eventBody: {} },
});
const plan = planText([]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
  put("environments/dev.tfvars", file());
  put("event.json", event);
  put("plan.json", plan);
  mkdirSync(join(folder, "environments/dev.events"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

async function ran(...args: string[]) {
  const { io, stdout, stderr } = ioIn(folder);
  const started = performance.now();
  const code = await run(args, io);
  return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n"), seconds: (performance.now() - started) / 1000 };
}

/** What may lie where a file is wanted, and how it gets there. */
const KINDS = {
  "a pipe to which nobody writes": (path: string) => void execFileSync("mkfifo", [path]),
  "a device": (path: string) => symlinkSync("/dev/zero", path),
  "links in a circle": (path: string) => symlinkSync(path, path),
  "a link that leads nowhere": (path: string) => symlinkSync("nowhere", path),
  "a folder": (path: string) => mkdirSync(path),
  "a file of 600 MB": (path: string) => {
    writeFileSync(path, "");
    truncateSync(path, 600e6);
  },
};
/** Where a file is wanted, and the command that reads it. */
const PLACES: readonly (readonly [path: string, ...args: string[]])[] = [
  ["x.tfvars", "check", "x.tfvars"],
  ["other/x.tfvars", "check", "other"],
  ["x.tfvars", "trace", "x.tfvars", "--event", "event.json"],
  ["x.tfvars", "report", "x.tfvars"],
  ["x.tfvars", "report", "dev", "--against", "x.tfvars"],
  ["x.json", "report", "dev", "--plan", "x.json"],
  ["x.json", "report", "dev", "--plan", "plan.json", "--against", "x.json"],
  ["environments/dev.events/x.json", "trace", "dev", "--verify"],
  ["environments/dev.events/x.json", "trace", "dev", "--verify", "--update"],
  ["x.json", "test-event-pattern", "--event-pattern", "file://x.json", "--event", "{}"],
  ["x.json", "test-event-pattern", "--event-pattern", '{"a":[1]}', "--event", "file://x.json"],
];
/** Where files of any size are read, and folders. */
const STREAMS: typeof PLACES = [
  ["x.json", "trace", "dev", "--event", "x.json"],
  ["events/x.json", "trace", "dev", "--event", "events"],
  ["x.json", "trace", "dev", "--event", "x.json", "--summary"],
  ["x.jsonl", "test-event-pattern", "--cases", "x.jsonl"],
];

const inTurn = [
  ...Object.keys(KINDS).flatMap((kind) => PLACES.map((place) => [kind, place] as const)),
  ...Object.keys(KINDS).flatMap((kind) =>
    STREAMS.filter(([path]) => kind !== "a file of 600 MB" && !(kind === "a folder" && path.endsWith(".json"))).map(
      (place) => [kind, place] as const,
    ),
  ),
].map(([kind, [path, ...args]]) => [kind, path, args.join(" "), args] as const);

test.each(inTurn)("fails in one line, and soon, where there is %s: %s, %s", async (kind, path, _, args) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  Object.entries(KINDS).find(([name]) => name === kind)?.[1](join(folder, path));

  const { code, stdout, stderr, seconds } = await ran(...args);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^[^\n]*\bx\.[a-z]+\b[^\n]+$/);
  expect(seconds).toBeLessThan(5);
});

test.each([
  ["a plan", plan, ["report", "dev", "--plan", "pipe", "--json"]],
  ["events", event, ["trace", "dev", "--event", "pipe", "--json"]],
  ["a pattern", '{"a":[1]}', ["test-event-pattern", "--event-pattern", "file://pipe", "--event", "{}"]],
])("reads %s through a pipe, as a shell's <(…) gives one", async (_, text, args) => {
  execFileSync("mkfifo", [join(folder, "pipe")]);
  put("text", text);
  spawn("sh", ["-c", "sleep 0.2; cat text > pipe"], { cwd: folder });

  expect(await ran(...args)).toMatchObject({ code: 0, stderr: "" });
});

test("follows links to events, and each folder once", async () => {
  put("all/a.json", event);
  put("elsewhere/b.json", event);
  symlinkSync(join(folder, "elsewhere/b.json"), join(folder, "all/b.json"));
  symlinkSync(join(folder, "all"), join(folder, "all/again"));
  symlinkSync("nowhere", join(folder, "all/.#a.txt"));

  const { code, stdout } = await ran("trace", "dev", "--event", "all", "--json");

  expect(code).toBe(0);
  expect(stdout.split("\n").map((line) => JSON.parse(line).place)).toEqual(["all/a.json", "all/b.json"]);
});

test("fails in one line where a line of cases has no end", async () => {
  put("x.jsonl", "x".repeat(40 << 20));

  const { code, stderr } = await ran("test-event-pattern", "--cases", "x.jsonl");

  expect({ code, stderr }).toEqual({ code: 1, stderr: "x.jsonl:1: is longer than 32 MiB; write one case a line" });
});

test("numbers cases by their lines, whatever ends them", async () => {
  put("x.jsonl", '{"name":"a","pattern":"{}","event":"{}"}\r\n\n{}\r\n{"name":"é","pattern":"{}","event":"{}"}');

  const { stdout, stderr } = await ran("test-event-pattern", "--cases", "x.jsonl");

  expect(stdout.split("\n").map((line) => JSON.parse(line).name)).toEqual(["a", "é"]);
  expect(stderr).toMatch(/^x\.jsonl:3: is no case/);
});
