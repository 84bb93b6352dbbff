import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as sqs from "@aws-sdk/client-sqs";
import { BUS, closedQueue, urlOf, withoutLogPolicy } from "./account";
import { program } from "./program";

const queues = new sqs.SQSClient();
const LOG = "/aws/events/live/log";
const SAMPLE = JSON.parse(readFileSync("data/sample-events/audit-oauth-client-delete.json", "utf8"));

/** What `redrive` says, as far as it is read here. */
interface Said {
  readonly messages: number;
  readonly groups: readonly {
    readonly cause: { readonly code: string };
    readonly rule: string;
    readonly destination: string | null;
    readonly staying: readonly { readonly reason: string }[];
    readonly sendable: number;
    readonly outcome?: { readonly sent: number };
  }[];
}

const shortly = ({ groups }: Said) =>
  groups.map(({ cause: { code }, rule, destination, sendable, outcome }) =>
    [code, rule, destination, sendable, outcome?.sent ?? "listed"].join(" "),
  );

/** Puts an event on the stack's bus, as a partner does, and waits until it is delivered or a dead letter. */
async function send(id: string): Promise<void> {
  const event = { ...SAMPLE, id, source: BUS, time: new Date().toISOString() };
  await fetch(`${process.env.AWS_ENDPOINT_URL_EVENTBRIDGE}/deliver`, {
    method: "POST",
    body: JSON.stringify({ bus: BUS, event }),
  });
}

/** Returns the ids of the events that have come to a queue and to the log group. */
async function arrived(): Promise<{ readonly queue: string[]; readonly log: string[] }> {
  const QueueUrl = await urlOf("queue");
  const found = await queues.send(
    new sqs.ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
  );
  const { events = [] } = await new logs.CloudWatchLogsClient().send(
    new logs.FilterLogEventsCommand({ logGroupName: LOG }),
  );
  const ids = (bodies: readonly (string | undefined)[]) => bodies.map((body = "{}") => JSON.parse(body).id).sort();
  return { queue: ids((found.Messages ?? []).map(({ Body }) => Body)), log: ids(events.map(({ message }) => message)) };
}

/** The rig's dead letters say neither their target nor AWS's words. Writes them anew as AWS documents them. */
async function readdress(TARGET_ARN: string): Promise<void> {
  const QueueUrl = await urlOf("dead-letters");
  const { Messages = [] } = await queues.send(
    new sqs.ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ["All"] }),
  );
  const text = (StringValue: string) => ({ DataType: "String", StringValue });
  for (const { Body, ReceiptHandle, MessageAttributes } of Messages) {
    const all = { ...MessageAttributes, TARGET_ARN: text(TARGET_ARN), ERROR_MESSAGE: text("No permission.") };
    await queues.send(new sqs.SendMessageCommand({ QueueUrl, MessageBody: Body, MessageAttributes: all }));
    await queues.send(new sqs.DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  }
}

const list = () => program<Said>(["redrive", "live", "--json"]);
const sendBack = () => program<Said>(["redrive", "live", "--send", "--yes", "--json"]);

/** Events that a missing permission has stopped come to their own target, and to no other, once it is there again. */
export async function rehearseRedrive(): Promise<void> {
  const openQueue = await closedQueue("queue");
  for (const id of ["a", "b", "c"]) await send(id);
  await openQueue();
  assert.deepEqual(await arrived(), { queue: [], log: ["a", "b", "c"] });
  assert.deepEqual(shortly(await list()), ["NO_PERMISSIONS copies queue 3 listed"]);
  assert.deepEqual(shortly(await sendBack()), ["NO_PERMISSIONS copies queue 3 3"]);
  assert.deepEqual(await arrived(), { queue: ["a", "b", "c"], log: ["a", "b", "c"] });

  const openLog = await withoutLogPolicy();
  await send("d");
  await openLog();
  const unaddressed = await sendBack();
  assert.deepEqual(shortly(unaddressed), ["NO_PERMISSIONS all  0 0"]);
  assert.match(JSON.stringify(unaddressed.groups), /names no target \(TARGET_ARN\), and the rule has 4/);
  await readdress(`arn:aws:logs:us-east-1:123456789012:log-group:${LOG}`);
  assert.deepEqual(shortly(await sendBack()), ["NO_PERMISSIONS all log 1 1"]);
  assert.deepEqual(await arrived(), { queue: ["a", "b", "c", "d"], log: ["a", "b", "c", "d"] });
  assert.equal((await list()).messages, 0);
  console.log("redrive: four events that a missing permission had stopped came to their own target only, each once");
}
