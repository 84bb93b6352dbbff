/**
 * `node bin/run.cjs test/rehearsal/tail.ts RIG`: in an applied stack, `tail` shows the events that are sent meanwhile, what it saves passes
 * `trace --verify`, its policy is that of its calls, and a killed run leaves nothing after the next. The rig runs the same file inside.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseEnvironment } from "../../config/environment";
import { tailPolicy } from "../../operate/tail/policy";
import { policyFaults } from "../operate/calls-and-policy";
import { project, rehearse } from "./rig";

const NAME = "dev";
const BUS = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit-dev";
const work = mkdtempSync(join(tmpdir(), "tail-"));
const program = resolve("bin", "genesys-eventbridge.cjs");
const samples = resolve("data", "sample-events");
const sent = ["audit-oauth-client-delete.json", "audit-queue-member-add.json", "audit-user-presence-update.json"];

/** Asks the rig itself, which is no part of AWS. */
async function rigSays(path: string, body: object = {}): Promise<string> {
  const answer = await fetch(`${process.env.AWS_ENDPOINT_URL_EVENTBRIDGE}${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return answer.text();
}

/** What a run could leave: the rules of the buses and the queues of the account. */
async function things(): Promise<string> {
  const { rules } = JSON.parse(await rigSays("/dump"));
  const names = rules.map(({ Name }: { Name: string }) => Name);
  const { SQSClient, ListQueuesCommand } = await import("@aws-sdk/client-sqs");
  const { QueueUrls = [] } = await new SQSClient({}).send(new ListQueuesCommand());
  return [...names, ...QueueUrls].sort().join("\n");
}

const env = {
  ...process.env,
  ENVIRONMENTS_DIR: join(work, "environments"),
  GENESYS_EVENTBRIDGE_CALLS: join(work, "calls"),
};

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, "tail", NAME, ...args], {
    cwd: work,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Waits until a run has made what it makes. */
async function made(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk);
    if (said.includes("shows what comes")) return said;
  }
  throw new Error(`tail ended early:\n${said}`);
}

function expect(what: string, actual: unknown, wanted: unknown): void {
  const [one, other] = [actual, wanted].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`${what}: expected ${other}, and there is ${one}`);
  console.log(`${what}: as it should be`);
}

async function show(): Promise<void> {
  const child = start("--for", "30s", "--json", "--save", "environments/dev.events", "--count", String(sent.length));
  let shown = "";
  child.stdout?.on("data", (chunk) => {
    shown += String(chunk);
  });
  const ended = once(child, "close");
  child.stderr?.resume();
  await new Promise((done) =>
    child.stderr?.on("data", (text) => String(text).includes("shows what comes") && done(text)),
  );
  const events = sent.map((name) => ({ ...JSON.parse(readFileSync(join(samples, name), "utf8")), source: BUS }));
  for (const event of [events[0], ...events]) await rigSays("/deliver", { bus: BUS, event: { ...event, time: now() } });
  expect("exit code", (await ended)[0], 0);
  const got = shown
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect("events shown", got.map(({ id }) => id).sort(), events.map(({ id }) => id).sort());
  expect("people in them", /c200b004-fe25|Agent 17/.test(shown), false);
}

const now = () => new Date().toISOString().replace(/\.\d+/, "");

async function inside(): Promise<void> {
  const folder = join(work, "environments");
  mkdirSync(folder);
  const path = join(folder, `${NAME}.tfvars`);
  copyFileSync(join("environments", `${NAME}.tfvars`), path);
  const { environment } = parseEnvironment({ name: NAME, path, bytes: readFileSync(path) });
  if (environment === undefined) throw new Error(`${NAME} is not right`);
  const before = await things();

  await show();
  expect("scenarios", readdirSync(join(folder, `${NAME}.events`)).length, 2 * sent.length);
  execFileSync(process.execPath, [program, "trace", NAME, "--verify"], { cwd: work, env });
  expect("what is left", await things(), before);
  expect("its policy", policyFaults(join(work, "calls"), tailPolicy(environment), environment), []);

  const killed = start("--for", "10m");
  await made(killed);
  killed.kill("SIGKILL");
  await once(killed, "close");
  expect("something is left of a killed run", (await things()) === before, false);
  execFileSync(process.execPath, [program, "tail", NAME, "--clean"], { cwd: work, env });
  expect("what is left after the next", await things(), before);
}

async function outside(rig: string): Promise<void> {
  await project(["main.ts", NAME], { CDKTF_OUTDIR: work });
  const args = [join(work, "stacks", NAME), "with", "--", process.execPath, "bin/run.cjs", "test/rehearsal/tail.ts"];
  const { code, output } = await rehearse(rig, args);
  if (code !== 0) throw new Error(`tail does not pass:\n${output.slice(-4000)}`);
  console.log(
    `tail: ${output.split("\n").filter((line) => line.endsWith(": as it should be")).length} things as they should be`,
  );
}

async function main([rig]: readonly string[]): Promise<void> {
  try {
    await (rig === undefined ? inside() : outside(rig));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main(process.argv.slice(2));
