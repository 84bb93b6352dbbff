import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { awsServer, type Handler } from "../operate/aws/server";
import { deadLetter } from "../operate/redrive/letters";
import { Queues, refusing } from "../operate/redrive/queues";
import { root } from "../support/committed";
import { file } from "../support/environment";
import { folderWith, genesysEventbridge } from "./support";

const COPIES = "arn:aws:sqs:us-east-1:123456789012:copies";
const CENTRAL = "arn:aws:events:us-east-1:123456789012:event-bus/central";
const SEND = ["redrive", "dev", "--send", "--yes", "--json"];

async function account(text: string, handlers: Readonly<Record<string, Handler>> = {}, delay = 0) {
  const queues = new Queues({ speed: 20 });
  const server = await awsServer({ ...queues.handlers, ...handlers }, { delay });
  const cwd = folderWith({ "environments/dev.tfvars": text });
  const env = { ...server.env, ENVIRONMENTS_DIR: "environments" };
  const run = (...args: readonly string[]) => genesysEventbridge([...SEND, ...args], { cwd, env });
  return { queues, server, cwd, env, run };
}

const ids = ({ sent }: Queues) => sent.map(({ body }) => JSON.parse(body).id).sort();
const withCopies = (rule = 'targets = ["copies"]') =>
  file({ rule }).replace(
    /destinations = [\s\S]*/,
    'destinations = { copies = { type = "sqs", queue_name = "copies" } }\n',
  );

test.each(["SIGINT", "SIGHUP"] as const)(
  "%s ends it: what is under way is delivered, the rest is given back at once, and the same command goes on with it",
  async (signal) => {
    const { queues, server, cwd, env, run } = await account(withCopies(), {}, 5);
    const all = Array.from({ length: 200 }, (_, at) => `e${String(at).padStart(3, "0")}`);
    for (const id of all) {
      const { body, attributes } = deadLetter(id, { rule: "all", target: COPIES });
      queues.put(body, attributes);
    }
    const child = spawn(process.execPath, [join(root, "bin", "genesys-eventbridge.cjs"), ...SEND, "--rate", "100"], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (text) => {
      said += String(text);
    });
    const ended = once(child, "close");
    while (queues.sent.length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill(signal);
    const [code] = await ended;
    const left = queues.counts;
    const again = await run("--rate", "1000");
    await server.close();

    expect([code, said]).toEqual([130, expect.stringContaining("interrupted: the same command goes on with the rest")]);
    expect(left.visible).toBeGreaterThan(0);
    expect(left.inFlight).toBe(0);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout).may_have_arrived_twice).toEqual([]);
    expect(ids(queues)).toEqual(all);
  },
  120_000,
);

test("--rule sends what that rule was to deliver, and nothing else", async () => {
  const two = withCopies('targets = ["copies"] }\nsome = { stream = "audit"\ntargets = ["copies"]');
  const { queues, server, run } = await account(two);
  for (const rule of ["all", "some", "all"]) {
    const { body, attributes } = deadLetter(`of ${rule}`, { rule, target: COPIES });
    queues.put(body, attributes);
  }
  const { code, stdout } = await run("--rule", "some");
  const unknown = await run("--rule", "sum");
  await server.close();

  expect(code).toBe(0);
  expect(ids(queues)).toEqual(["of some"]);
  expect(JSON.parse(stdout).groups.map(({ chosen }: { chosen: boolean }) => chosen)).toEqual([false, true]);
  expect(queues.counts).toEqual({ visible: 2, inFlight: 0 });
  expect(unknown.stderr).toContain("--rule sum: the file has no rule of that name; did you mean some?");
}, 120_000);

test("an event of a stream's own source goes to another bus as it was; one that the bus refuses stays", async () => {
  const put: unknown[] = [];
  const { queues, server, run } = await account(
    `aws_account_id = "123456789012"
aws_region = "us-east-1"
streams = { crm = { type = "https", auth = { type = "token", header = "x-key", secret = { secrets_manager = "crm" } } } }
rules = { all = { stream = "crm", targets = ["central"] } }
destinations = { central = { type = "event_bus", arn = "${CENTRAL}" } }
`,
    {
      "events:PutEvents": ({ Entries }) => {
        const [entry] = Entries as { Detail: string }[]; // one at a time
        put.push(entry);
        if (entry?.Detail === '{"refused":true}')
          return { Entries: [{ ErrorCode: "InternalFailure", ErrorMessage: "no" }] };
        return { Entries: [{ EventId: "1" }] };
      },
    },
  );
  const letter = (id: string, detail: object) => {
    const { event, attributes } = deadLetter(id, { target: CENTRAL });
    const body = JSON.stringify({ ...event, source: "https/dev/crm", "detail-type": "crm", detail });
    queues.put(body, { ...attributes, RULE_ARN: "arn:aws:events:us-east-1:123456789012:rule/dev-crm/all" });
  };
  letter("a", { ok: true });
  letter("b", { refused: true });
  const { code, stdout } = await run();
  await server.close();

  const [{ outcome }] = JSON.parse(stdout).groups;
  expect(code).toBe(1);
  expect(outcome).toMatchObject({ sent: 1, unknown: 1, error: expect.stringContaining("no (InternalFailure)") });
  expect(put).toContainEqual(
    expect.objectContaining({
      EventBusName: CENTRAL,
      Source: "https/dev/crm",
      DetailType: "crm",
      Detail: '{"ok":true}',
    }),
  );
  expect(queues.counts).toEqual({ visible: 1, inFlight: 0 });
}, 120_000);

test("a target that refuses three in a row gets nothing more, though it took the first", async () => {
  let tried = 0;
  const takes = new Queues().handlers["sqs:SendMessage"];
  const { queues, server, run } = await account(withCopies(), {
    "sqs:SendMessage": (input) => (++tried === 1 ? takes?.(input) : refusing("AccessDenied", "not any more")()),
  });
  for (let at = 0; at < 60; at++) {
    const { body, attributes } = deadLetter(`e${at}`, { rule: "all", target: COPIES });
    queues.put(body, attributes);
  }
  const { code, stdout } = await run("--rate", "100");
  await server.close();

  const [{ outcome }] = JSON.parse(stdout).groups;
  expect(code).toBe(1);
  expect(outcome).toMatchObject({ sent: 1, error: expect.stringContaining("not any more") });
  // What was received together is under way together.
  expect(outcome.refused).toBeGreaterThanOrEqual(3);
  expect(outcome.refused).toBeLessThanOrEqual(9);
  expect(outcome.left).toBe(60 - 1 - outcome.refused);
  expect(tried).toBe(1 + outcome.refused);
  expect(queues.counts).toEqual({ visible: 59, inFlight: 0 });
}, 120_000);
