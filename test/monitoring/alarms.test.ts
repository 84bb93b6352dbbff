import type { AlarmKind } from "../../aws/alarm-kind";
import { destinationTypes } from "../../destinations";
import type { DestinationType } from "../../destinations/destination-type";
import { alarmKinds } from "../../monitoring/alarms";
import { streamTypes } from "../../streams";
import { everyDestination, firing, watchedStack } from "../support/cloudwatch/watched-stack";
import { type Named, World } from "../support/cloudwatch/world";

const BUS = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit-every";
const HOURS = { from: 180, to: 0 };
const watched = watchedStack(everyDestination());

const rule = (name: string, RuleName: string): Named => ({
  namespace: "AWS/Events",
  name,
  dimensions: { EventBusName: BUS, RuleName },
});
const source: Named = { namespace: "AWS/Events", name: "Events", dimensions: { EventSourceName: BUS } };
const of = (namespace: string, name: string, dimensions: Record<string, string>): Named => ({
  namespace: `AWS/${namespace}`,
  name,
  dimensions,
});
const deadLetters = of("SQS", "ApproximateNumberOfMessagesVisible", { QueueName: "every-dead-letters" });
const executionsFailed = of("States", "ExecutionsFailed", {
  StateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:audit",
});
const oldestMessage = of("SQS", "ApproximateAgeOfOldestMessage", { QueueName: "every-queue" });
const oldestRecord = of("SQS", "ApproximateAgeOfOldestMessage", { QueueName: "every-events" });
const notificationsFailed = of("SNS", "NumberOfNotificationsFailed", { TopicName: "every-topic" });
const stream = { StreamName: "every-records" };
const refusedWrites = of("Kinesis", "WriteProvisionedThroughputExceeded", stream);
const iteratorAge = of("Kinesis", "GetRecords.IteratorAgeMilliseconds", stream);
const files = { DeliveryStreamName: "every-files" };
const batches = { DeliveryStreamName: "every-batches" };
const splunk = { DeliveryStreamName: "every-splunk" };
const table = { StateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:every-table" };
const lambda = { FunctionName: "audit" };

/** All is just well: events come, and each service says of the rest the worst that is no fault, or nothing. */
function healthy(): World {
  return new World()
    .put(source, 10, HOURS)
    .put(deadLetters, 0, HOURS)
    .put(refusedWrites, 0, HOURS)
    .put(iteratorAge, 3_600_000, HOURS)
    .put(of("Firehose", "DeliveryToS3.DataFreshness", files), 1800, HOURS)
    .put(of("Firehose", "DeliveryToS3.Success", files), 1, HOURS)
    .put(of("Firehose", "DeliveryToHttpEndpoint.DataFreshness", batches), 1800, HOURS)
    .put(of("Firehose", "DeliveryToHttpEndpoint.Success", batches), 1, HOURS)
    .put(of("Firehose", "DeliveryToSplunk.DataFreshness", splunk), 1800, HOURS)
    .put(of("Firehose", "DeliveryToSplunk.Success", splunk), 1, HOURS)
    .put(of("Firehose", "ThrottledRecords", batches), 0, HOURS)
    .put(of("Lambda", "Errors", lambda), 0, HOURS)
    .put(of("Lambda", "Throttles", lambda), 0, HOURS)
    .put(oldestMessage, 3600, HOURS)
    .put(oldestRecord, 900, HOURS)
    .put(notificationsFailed, 0, HOURS);
}

const AT_ONCE = 1;
const LASTING = 15;

/** For each kind of alarm: the one that must ring, the least of its fault, and for how many minutes. */
const faults: Record<string, [name: string, minutes: number, metric: Named, value: number]> = {
  "broken-executions": ["every-machine-broken-executions", AT_ONCE, executionsFailed, 1],
  "dead-letters": ["every-dead-letters", AT_ONCE, deadLetters, 1],
  failed: ["every-audit-failed", AT_ONCE, rule("FailedInvocations", "two"), 1],
  "function-errors": ["every-function-function-errors", AT_ONCE, of("Lambda", "Errors", lambda), 1],
  "late-to-endpoint": [
    "every-batches-late-to-endpoint",
    LASTING,
    of("Firehose", "DeliveryToHttpEndpoint.DataFreshness", batches),
    1801,
  ],
  "late-to-splunk": [
    "every-splunk-late-to-splunk",
    LASTING,
    of("Firehose", "DeliveryToSplunk.DataFreshness", splunk),
    1801,
  ],
  lost: ["every-audit-lost", AT_ONCE, rule("InvocationsFailedToBeSentToDlq", "three"), 1],
  "refused-invocations": ["every-function-refused-invocations", AT_ONCE, of("Lambda", "Throttles", lambda), 1],
  "refused-to-endpoint": [
    "every-batches-refused-to-endpoint",
    AT_ONCE,
    of("Firehose", "DeliveryToHttpEndpoint.Success", batches),
    0,
  ],
  "refused-to-splunk": [
    "every-splunk-refused-to-splunk",
    AT_ONCE,
    of("Firehose", "DeliveryToSplunk.Success", splunk),
    0,
  ],
  "refused-writes": ["every-records-refused-writes", LASTING, refusedWrites, 1],
  retries: ["every-webhook-retries", LASTING, rule("RetryInvocationAttempts", "one"), 1],
  silent: ["every-audit-silent", 60, source, 0],
  "slow-reader": ["every-records-slow-reader", LASTING, iteratorAge, 3_600_001],
  "stale-files": ["every-files-stale-files", LASTING, of("Firehose", "DeliveryToS3.DataFreshness", files), 1801],
  throttled: ["every-audit-throttled", LASTING, rule("ThrottledRules", "one"), 1],
  "throttled-records": ["every-batches-throttled-records", AT_ONCE, of("Firehose", "ThrottledRecords", batches), 1],
  "undelivered-notifications": ["every-topic-undelivered-notifications", AT_ONCE, notificationsFailed, 1],
  "unfinished-items": ["every-table-unfinished-items", AT_ONCE, of("States", "ExecutionsTimedOut", table), 1],
  "unread-messages": ["every-queue-unread-messages", LASTING, oldestMessage, 3601],
  "unwritten-files": ["every-files-unwritten-files", AT_ONCE, of("Firehose", "DeliveryToS3.Success", files), 0],
  "waiting-records": ["every-events-waiting-records", LASTING, oldestRecord, 901],
  "unwritten-items": ["every-table-unwritten-items", AT_ONCE, of("States", "ExecutionsFailed", table), 1],
};

function faulty(kind: string, shorterBy = 0): World {
  const [, minutes = 0, metric = source, value = 0] = faults[kind] ?? [];
  return healthy().put(metric, value, { from: minutes - shorterBy, to: 0 });
}

const types: readonly DestinationType[] = destinationTypes;
const all: readonly AlarmKind[] = [
  ...alarmKinds,
  ...[...streamTypes, ...types].flatMap(({ monitored }) => monitored.alarms),
];
/** Those of what feeds a bus are in test/monitoring/feeds.test.ts. */
const kinds = all.filter(({ subject }) => !["stream", "functions"].includes(subject)).map(({ kind }) => kind);

test("every kind of alarm has a fault here", () => {
  expect(Object.keys(faults).sort()).toEqual([...new Set(kinds)].sort());
});

test("nothing rings while all is well", () => {
  expect(firing(watched, healthy())).toEqual([]);
});

test.each(Object.keys(faults))("%s rings for its fault, for no other, and the stream's alarm with it", (kind) => {
  const [name = ""] = faults[kind] ?? [];
  // The dead-letter queue belongs to no stream.
  const told = kind === "dead-letters" ? [name] : ["every-audit-problem", name];

  expect(firing(watched, faulty(kind))).toEqual(told.sort());
});

const lasting = Object.keys(faults).filter((kind) => faults[kind]?.[1] === LASTING);

test.each(lasting)("%s does not ring for what passes within ten minutes", (kind) => {
  expect(firing(watched, faulty(kind, 5))).toEqual([]);
});

test("where nothing was ever sent, only silence is a fault", () => {
  expect(firing(watched, new World())).toEqual(["every-audit-problem", "every-audit-silent"]);
});

test("silence begins when it was said to, not a minute earlier", () => {
  const last = (minute: number) => new World().put(source, 1, { from: minute + 1, to: minute });

  expect(firing(watched, last(59))).toEqual([]);
  expect(firing(watched, last(60))).toContain("every-audit-silent");
});

test("a failure is over when its five minutes are, though nothing says so", () => {
  const failed = (minute: number) =>
    healthy().put(rule("FailedInvocations", "one"), 1, { from: minute + 1, to: minute });

  expect(firing(watched, failed(4))).toContain("every-audit-failed");
  expect(firing(watched, failed(5))).toEqual([]);
});

test("rings for the twelfth rule as for the first, and for rules that never had a value beside it", () => {
  const rules = Array.from({ length: 12 }, (_, n) => `r${10 + n} = { stream = "audit", targets = ["log"] }`).join("\n");
  const many = watchedStack(everyDestination().replace(/rules = \{/, `$&\n${rules}`));
  const [first, last] = ["r10", "two"].map((name) =>
    healthy().put(rule("FailedInvocations", name), 1, { from: 1, to: 0 }),
  );

  expect(firing(many, first ?? healthy())).toEqual(["every-audit-failed", "every-audit-problem"]);
  expect(firing(many, last ?? healthy())).toEqual(["every-audit-failed-2", "every-audit-problem"]);
});
