import { join } from "node:path";
import { redrivePolicy } from "../../../operate/redrive/policy";
import { folderWith, genesysEventbridge } from "../../bin/support";
import { environment, file } from "../../support/environment";
import { awsServer, type Handler } from "../aws/server";
import { policyFaults } from "../calls-and-policy";
import { deadLetter } from "./letters";
import { Queues } from "./queues";

const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:123456789012:${resource}`;
const TARGETS = {
  log: { type: "cloudwatch_logs", arn: arn("logs", "log-group:/audit") },
  hose: { type: "firehose", arn: arn("firehose", "deliverystream/hose") },
  stream: { type: "kinesis", arn: arn("kinesis", "stream/audit") },
  worker: { type: "lambda", arn: arn("lambda", "function:worker") },
  fifo: { type: "sqs", arn: arn("sqs", "audit.fifo") },
  topic: { type: "sns", arn: arn("sns", "audit") },
  flow: { type: "step_functions", arn: arn("states", "stateMachine:flow") },
  bus: { type: "event_bus", arn: arn("events", "event-bus/central") },
};
const NAMES = Object.keys(TARGETS);

/** A rule has five targets at most. */
const list = (from: number, to?: number) => JSON.stringify(NAMES.slice(from, to));
const text = (top = "") =>
  file({ top, rule: `targets = ${list(0, 5)} }\nmore = { stream = "audit"\ntargets = ${list(5)}` }).replace(
    /destinations = [\s\S]*/,
    `destinations = { ${Object.entries(TARGETS)
      .map(([name, keys]) => `${name} = { type = "${keys.type}", arn = "${keys.arn}" }`)
      .join("\n")} }\n`,
  );

test("each kind of target gets the event by its own API, and the policy is that of the calls, no more and no less", async () => {
  const queues = new Queues({ speed: 50 });
  const took: Record<string, object> = {};
  const take =
    (name: string): Handler =>
    (input) => {
      took[name] = input;
      return {};
    };
  const server = await awsServer({
    ...queues.handlers,
    "logs:CreateLogStream": () => ({}),
    "logs:PutLogEvents": take("log"),
    "firehose:PutRecord": take("hose"),
    "kinesis:PutRecord": take("stream"),
    "sns:Publish": take("topic"),
    "states:StartExecution": take("flow"),
    [`lambda:POST /2015-03-31/functions/${TARGETS.worker.arn}/invocations`]: take("worker"),
  });
  const cwd = folderWith({ "environments/dev.tfvars": text() });
  const calls = join(cwd, "calls");
  const env = { ...server.env, ENVIRONMENTS_DIR: "environments", GENESYS_EVENTBRIDGE_CALLS: calls };
  const letters = Object.entries(TARGETS).map(([name, { arn: target }]) =>
    deadLetter(name, { rule: NAMES.indexOf(name) < 5 ? "all" : "more", target }),
  );
  const ids = letters.map(({ body, attributes }) => queues.put(body, attributes));
  const { code, stdout } = await genesysEventbridge(["redrive", "dev", "--send", "--yes", "--json"], { cwd, env });
  await server.close();

  const { groups }: { groups: { destination: string; outcome: object; staying: object[] }[] } = JSON.parse(stdout);
  expect(groups.map(({ destination, outcome }) => [destination, outcome])).toEqual(
    expect.arrayContaining(
      NAMES.map((name) => [name, expect.objectContaining({ sent: name === "bus" ? 0 : 1, error: null })]),
    ),
  );
  expect(code).toBe(1); // what a partner sends, no other bus takes
  const body = (name: string) => letters[NAMES.indexOf(name)]?.body ?? "";
  const base64 = (name: string) => Buffer.from(body(name)).toString("base64");
  expect(took).toMatchObject({
    log: { logEvents: [{ message: body("log"), timestamp: Date.parse("2026-11-28T07:00:00Z") }] },
    hose: { DeliveryStreamName: "hose", Record: { Data: base64("hose") } },
    stream: { StreamARN: TARGETS.stream.arn, Data: base64("stream"), PartitionKey: expect.any(String) },
    topic: { TopicArn: TARGETS.topic.arn, Message: body("topic") },
    flow: { stateMachineArn: TARGETS.flow.arn, input: body("flow"), name: `redrive-${ids[NAMES.indexOf("flow")]}` },
    worker: JSON.parse(body("worker")),
  });
  const group = "v2.audits.entitytype.{id}.entityid.{id}";
  expect(queues.sent).toEqual([{ queue: "audit.fifo", body: body("fifo"), group }]);

  const own = environment(text());
  expect(policyFaults(calls, redrivePolicy(own), own)).toEqual([]);
  expect(policyFaults(calls, redrivePolicy(environment(text(), "prod")), own)).toContainEqual(
    expect.stringMatching(/^sqs:ReceiveMessage on .*:dev-dead-letters: /),
  );
}, 60_000);

test("with a key of its own, the queue is read through it", () => {
  const key = arn("kms", "key/0b5a4f9f-0000-4000-8000-00000000c0de");
  expect(redrivePolicy(environment(text(`kms_key_arn = "${key}"`)))).toContainEqual({
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: key,
    Condition: { StringEquals: { "kms:ViaService": ["sqs.us-east-1.amazonaws.com"] } },
  });
});
