/**
 * `node bin/run.cjs test/rehearsal/https/index.ts RIG`: requests to endpoints in a rehearsed account. Right, wrong and late
 * signatures, handshake, gzip, a bomb, lists, duplicates, an entry that is refused; each permission of the function taken away; ten
 * equal requests at once. An event that is answered with 200 is on the bus, once.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { project, rehearse } from "../rig";
import { type Call, call, cases, event, SECRET } from "./calls";
import { withoutAction, withouts } from "./permissions";

const [rig = ""] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), "https-"));

const stream = (name: string) => `  ${name} = {
    type       = "https"
    path       = "/hooks"
    event_type = "body.type"
    event_id   = "body.id"
    handshake  = "challenge"
    auth = { type = "hmac", header = "X-Signature", prefix = "v0=", timestamp_header = "X-Time", secret = { secrets_manager = "hooks" } }
  }`;
const rule = (name: string) => `  ${name} = { stream = "${name}", targets = ["log"] }`;

/** Returns an environment with an endpoint of each name. */
function file(names: readonly string[]): string {
  return `aws_account_id = "123456789012"
aws_region = "us-east-1"
monitoring = { alarms = false, dashboard = false }
streams = {
${names.map(stream).join("\n")}
}
rules = {
${names.map(rule).join("\n")}
}
destinations = { log = { type = "cloudwatch_logs" } }
`;
}

/** Synthesizes an environment and returns the folder of its stack. */
async function synthesized(name: string, text: string): Promise<string> {
  const folder = join(work, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "hooks.tfvars"), text);
  await project(["main.ts"], { ENVIRONMENTS_DIR: folder, CDKTF_OUTDIR: join(folder, "out") });
  return join(folder, "out", "stacks", "hooks");
}

interface Row {
  readonly call?: number;
  readonly status: number | string;
  readonly body?: string;
  readonly bus?: string;
  readonly payload?: { readonly detail: { readonly eventBody: { readonly id: string } } };
}

/** Sends the requests and returns the answers, and the ids of the events that came, by bus. */
async function sent(stack: string, calls: readonly Call[], parallel: number) {
  const list = join(work, "calls.jsonl");
  writeFileSync(list, calls.map((one) => `${JSON.stringify(one)}\n`).join(""));
  const args = [stack, "call", "--calls", list, "--parallel", String(parallel), "--secret", `hooks=${SECRET}`];
  const { output } = await rehearse(rig, args);
  const rows = output.split("\n").flatMap((line): Row[] => (line.startsWith("{") ? [JSON.parse(line)] : []));
  const answers = rows.filter(({ call }) => call !== undefined);
  if (answers.length !== calls.length) throw new Error(`not every request was answered:\n${output.slice(-3000)}`);
  const came = rows.flatMap(({ bus, status, payload }) =>
    status === "delivered" && payload !== undefined ? [`${bus} ${payload.detail.eventBody.id}`] : [],
  );
  return { answers, came: came.sort() };
}

function same(what: string, seen: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(seen), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: expected ${other}, not ${one}`);
}

/** Takes from each role the action that its stream is to be without. */
function takeAway(stack: string): void {
  const path = join(stack, "cdk.tf.json");
  const { resource, ...rest } = JSON.parse(readFileSync(path, "utf8"));
  for (const { stream, action } of withouts) {
    const policy = resource.aws_iam_role_policy[`${stream}_receive`];
    const left = withoutAction(policy.policy, action);
    if (left === policy.policy) throw new Error(`the role of ${stream} has not ${action}`);
    policy.policy = left;
  }
  writeFileSync(path, JSON.stringify({ resource, ...rest }));
}

async function inTurn(): Promise<void> {
  const stack = await synthesized("in-turn", file(["full", ...withouts.map(({ stream }) => stream)]));
  takeAway(stack);
  const own = cases.map(([, request]) => request);
  const others = withouts.map(({ stream }) => call(event("x"), { api: `hooks-${stream}` }));
  const { answers, came } = await sent(stack, [...own, ...others], 1);
  for (const [index, [what, , status]] of cases.entries()) same(what, answers[index]?.status, status);
  for (const [index, { action, status }] of withouts.entries())
    same(`without ${action}`, answers[cases.length + index]?.status, status);
  same("a handshake", answers[5]?.body, '{"challenge":"give me back"}');
  const expected = [
    ...cases.flatMap(([, , , ids]) => ids.map((id) => `hooks-full ${id}`)),
    ...withouts.flatMap(({ stream, status }) => (status === 200 ? [`hooks-${stream} x`] : [])),
  ];
  same("events on the buses", came, expected.sort());
  console.log(`${cases.length} requests and ${withouts.length} missing permissions: answered as they must be`);
}

async function atOnce(): Promise<void> {
  const stack = await synthesized("at-once", file(["full"]));
  const { answers, came } = await sent(
    stack,
    Array.from({ length: 10 }, () => call(event("same"))),
    10,
  );
  same(
    "ten equal requests at once",
    answers.map(({ status }) => status),
    Array.from({ length: 10 }, () => 200),
  );
  same("events on the bus", came, ["hooks-full same"]);
  console.log("10 equal requests at once: 1 event on the bus");
}

async function main(): Promise<void> {
  try {
    await inTurn();
    await atOnce();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
