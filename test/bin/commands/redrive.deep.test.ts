import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { redrive } from "../../../commands/redrive";
import { awsServer, type Handler } from "../../operate/aws/server";
import { deadLetter } from "../../operate/redrive/letters";
import { Queues, refusing } from "../../operate/redrive/queues";
import { linesFor } from "../../support/command-blocks";
import { root } from "../../support/committed";
import { jsonExample, shape } from "../../support/json-page";
import { folderWith, genesysEventbridge } from "../support";

const AUDITS = "v2.audits.entitytype.{id}.entityid.{id}";
const FILE = `aws_account_id = "123456789012"
aws_region = "us-east-1"
streams = { audit = { event_source_suffix = "audit", topic_filters = ["${AUDITS}"] } }
rules = {
  capture-audit-events = { stream = "audit", targets = {
    audit-log = { fields = ["id", "detail.eventBody.action"] }
    copies = {}
    worker = {}
    hook = {}
  } }
}
destinations = {
  audit-log = { type = "cloudwatch_logs", log_group = "/audit" }
  copies = { type = "sqs", queue_name = "copies" }
  worker = { type = "lambda", arn = "arn:aws:lambda:us-east-1:123456789012:function:worker" }
  hook = { type = "http", url = "https://acme.example/", auth = { type = "api_key", value = { secrets_manager = "x" } } }
}
`;
const TARGETS = {
  log: "arn:aws:logs:us-east-1:123456789012:log-group:/audit",
  copies: "arn:aws:sqs:us-east-1:123456789012:copies",
  worker: "arn:aws:lambda:us-east-1:123456789012:function:worker",
  hook: "arn:aws:events:us-east-1:123456789012:api-destination/dev-hook/0b5a",
};

async function account(handlers: Readonly<Record<string, Handler>> = {}) {
  const queues = new Queues({ speed: 20 });
  const server = await awsServer({ ...queues.handlers, ...handlers });
  const cwd = folderWith({ "environments/dev.tfvars": FILE });
  const env = { ...server.env, ENVIRONMENTS_DIR: "environments" };
  const run = (...args: readonly string[]) => genesysEventbridge(["redrive", "dev", ...args], { cwd, env });
  const put = (letter: ReturnType<typeof deadLetter>) => queues.put(letter.body, letter.attributes);
  return { queues, server, cwd, run, put };
}

test("lists by cause, rule and target, masks the sample, and gives all back", async () => {
  const { queues, server, run, put } = await account();
  for (let at = 0; at < 23; at++)
    put(deadLetter(`e${at}`, { target: TARGETS.copies, message: `request ${at} failed` }));
  put(deadLetter("h", { target: TARGETS.hook, code: "TIMEOUT", detail: { eventBody: { username: "Ann Other" } } }));
  put(deadLetter("gone", { rule: "renamed", target: TARGETS.copies }));

  const text = await run();
  const json = JSON.parse((await run("--json")).stdout);
  await server.close();

  expect(text).toMatchObject({ code: 0, stderr: "" });
  expect(text.stdout).toMatch(/^25 messages in dev-dead-letters, by cause, rule and target\n1\. 23 messages: NO_PERM/);
  expect(text.stdout).toContain("23 of 25 messages can be sent back");
  expect(text.stdout).not.toContain("Ann Other");
  expect(json.groups).toMatchObject([
    { messages: 23, sendable: 23, rule: "capture-audit-events", destination: "copies", sample: { id: "e0" } },
    { rule: null, sendable: 0, staying: [{ reason: "its rule is not in the file" }] },
    { cause: { code: "TIMEOUT" }, sendable: 0, staying: [{ messages: 1 }], destination: "hook" },
  ]);
  expect(queues.counts).toEqual({ visible: 25, inFlight: 0 });
  expect(server.calls.filter(({ action }) => action === "sqs:DeleteMessageBatch")).toEqual([]);
}, 60_000);

test("does what its page says: lists, sends one, then the rest", async () => {
  const { queues, server, run, put } = await account();
  const queued = () => queues.counts.visible;
  for (let at = 0; at < 3; at++) put(deadLetter(`e${at}`, { target: TARGETS.copies }));
  const left: number[] = [];
  for (const [, ...args] of linesFor(root, "docs/how-to/dead-letters.md", "redrive")) {
    expect(await run(...args, ...(args.includes("--send") ? ["--yes"] : []))).toMatchObject({ code: 0 });
    left.push(queued());
  }
  await server.close();

  expect(left).toEqual([3, 2, 0]);
}, 60_000);

test("sends each to its own target what the rule would have delivered, and leaves what cannot be sent", async () => {
  const logged: object[] = [];
  const { queues, server, cwd, run, put } = await account({
    "logs:CreateLogStream": () => ({}),
    "logs:PutLogEvents": (input) => {
      logged.push(input);
      return {};
    },
    [`lambda:POST /2015-03-31/functions/${TARGETS.worker}/invocations`]: (input) => {
      logged.push(input);
      return { text: "" };
    },
  });
  const letter = (id: string, target: string) => {
    const made = deadLetter(id, { target, detail: { eventBody: { action: "Create", note: 'a "quote"' }, big: 0 } });
    const body = made.body.replace('"big":0', '"big":12345678901234567890');
    return { ...made, body };
  };
  put(letter("a", TARGETS.log));
  put(letter("b", TARGETS.copies));
  put(letter("c", TARGETS.worker));
  put(letter("d", TARGETS.hook));

  const { code, stdout } = await run("--send", "--yes");
  await server.close();

  expect(stdout).toContain("3 events sent back, each to its own target\nnone was sent twice\n");
  expect(stdout).toContain("1 stays: no API invokes an API destination");
  expect(code).toBe(1);
  expect(queues.sent).toEqual([{ queue: "copies", body: letter("b", "").body }]);
  const message = '{"detail":{"eventBody":{"action":"Create"}},"id":"a"}';
  const [first] = logged;
  expect(first).toMatchObject({
    logGroupName: "/audit",
    logEvents: [{ timestamp: Date.parse("2026-11-28T07:00:00Z") }],
  });
  expect(JSON.parse(JSON.stringify(first)).logEvents[0].message.replace(/\s/g, "")).toBe(message);
  expect(logged[1]).toMatchObject({ id: "c" });
  expect(queues.counts).toEqual({ visible: 1, inFlight: 0 });
  expect(readFileSync(join(cwd, "environments", ".genesys-eventbridge", ".gitignore"), "utf8")).toBe("*\n");
}, 60_000);

test("stops a group whose first event is refused, and goes on with others", async () => {
  const { queues, server, run, put } = await account({
    "sqs:SendMessage": refusing("KMS.AccessDeniedException", "no key"),
    [`lambda:POST /2015-03-31/functions/${TARGETS.worker}/invocations`]: () => ({ text: "" }),
  });
  for (let at = 0; at < 12; at++) put(deadLetter(`q${at}`, { target: TARGETS.copies }));
  for (let at = 0; at < 12; at++) put(deadLetter(`w${at}`, { target: TARGETS.worker }));

  const { code, stdout } = await run("--send", "--yes", "--json", "--rate", "100");
  await server.close();

  const [worker, copies] = JSON.parse(stdout).groups;
  const { groups, ...whole } = jsonExample("redrive --json");
  expect(shape({ ...JSON.parse(stdout), groups: [] })).toEqual(shape({ ...whole, groups: [] }));
  expect(shape({ ...copies, staying: [], sample: {} })).toEqual(shape({ ...groups[0], staying: [], sample: {} }));
  expect(code).toBe(1);
  expect(copies.outcome).toMatchObject({ sent: 0, refused: 1, left: 11, error: expect.stringContaining("no key") });
  expect(worker.outcome).toMatchObject({ sent: 12, refused: 0, error: null });
  expect(server.calls.filter(({ action }) => action === "sqs:SendMessage")).toHaveLength(1);
  expect(queues.counts).toEqual({ visible: 12, inFlight: 0 });
}, 60_000);

test("sends no more than --limit, nothing that is not chosen, and nothing without a yes", async () => {
  const { queues, server, cwd, run, put } = await account();
  for (let at = 0; at < 5; at++) put(deadLetter(`a${at}`, { target: TARGETS.copies }));
  for (let at = 0; at < 5; at++) put(deadLetter(`b${at}`, { target: TARGETS.copies, code: "THROTTLING" }));

  const unasked = await run("--send");
  expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining("--yes") });
  expect(queues.sent).toEqual([]);

  expect(await run("--send", "--yes", "--cause", "THROTTLING", "--limit", "3")).toMatchObject({ code: 0 });
  expect(queues.sent.map(({ body }) => JSON.parse(body).id)).toEqual(["b0", "b1", "b2"]);
  expect(queues.counts).toEqual({ visible: 7, inFlight: 0 });
  expect(await run("--destination", "copis")).toMatchObject({
    code: 1,
    stderr: "--destination copis: the file has no destination of that name; did you mean copies?\n",
  });
  await server.close();
  expect(existsSync(join(cwd, "environments", ".genesys-eventbridge"))).toBe(true);
}, 60_000);

test("its examples do what they say", async () => {
  const { server, run, put } = await account();
  for (let at = 0; at < 3; at++) put(deadLetter(`a${at}`, { target: TARGETS.copies }));
  for (const { args } of redrive.examples) expect((await run(...args.split(" ").slice(1))).code).toBe(0);
  await server.close();
}, 60_000);
