import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StreamEvent } from "../../trace/event";
import { Tracer } from "../../trace/tracer";
import { root } from "../support/committed";
import { environment, file } from "../support/environment";

const sample = (name: string): StreamEvent =>
  JSON.parse(readFileSync(join(root, "data", "sample-events", `${name}.json`), "utf8"));
const presence = sample("user-presence");
const tracer = (parts: Parameters<typeof file>[0] = {}, exact = false) =>
  new Tracer(environment(file(parts)), { exact });
const only = (traced: ReturnType<Tracer["trace"]>) => traced.streams[0]?.rules;

test("gives an event the stream's own source, account and region", () => {
  const [rule] = only(tracer().trace({ ...presence, account: "999999999999", region: "x" })) ?? [];
  const sent = JSON.parse(rule?.matches ? (rule.deliveries[0]?.payload ?? "") : "");

  expect(sent).toEqual({
    ...presence,
    source: "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit",
    account: "123456789012",
    region: "us-east-1",
  });
});

test("takes an event exactly as it is, when told so", () => {
  const own = { ...presence, source: "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit" };
  const exact = tracer({ rule: 'targets = ["log"]\npattern = { account = ["123456789012"] }' }, true);

  expect(exact.trace(presence).streams).toEqual([]);
  expect(only(exact.trace(own))).toMatchObject([{ matches: true }]);
  expect(only(exact.trace({ ...own, account: "9" }))).toMatchObject([{ matches: false }]);
});

test.each([
  ["another suffix", "audit-2", /has its source/],
  ["no source of Genesys Cloud", "", /the event's source is "aws\.ec2"/],
])("says which source an event has and which is wanted, when it has %s", (_, suffix, why) => {
  const source = suffix && `aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/${suffix}`;

  const { reason } = tracer({}, true).trace({ ...presence, source: source || "aws.ec2" });

  expect(reason).toMatch(why);
  expect(reason).toContain('"aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit" (stream audit)');
  expect(reason).toContain("leave --exact out");
});

test("says where no stream sends the topic", () => {
  expect(tracer().trace(sample("queue-user-joined")).streams).toEqual([]);
});

test("says of each rule whether it matches, and what differs first", () => {
  const traced = tracer({
    rule: `targets = ["log"]
pattern = { detail = { eventBody = { source = ["OTHER"] } } } }
yes = { stream = "audit", targets = ["log"]
pattern = { detail = { eventBody = { source = ["PURECLOUD"] } } } }
off = { stream = "audit", enabled = false, targets = ["log"]
pattern = { detail = { eventBody = { primary = [true] } } }`,
  }).trace(presence);

  expect(only(traced)).toMatchObject([
    { rule: "all", matches: false, reason: 'detail.eventBody.source is "PURECLOUD"; the rule wants "OTHER"' },
    { rule: "off", matches: false, reason: "it is switched off; else it would match" },
    { rule: "yes", matches: true },
  ]);
});

test("says what each target gets, its size, and where it goes if that fails", () => {
  const [rule] =
    only(
      tracer({
        rule: 'targets = { log = { fields = ["detail.eventBody.source"], retry_attempts = 7, max_event_age_seconds = 60, dead_letter = false } }',
      }).trace(presence),
    ) ?? [];

  expect(rule).toMatchObject({
    deliveries: [
      {
        destination: "log",
        type: "cloudwatch_logs",
        payload:
          '{"timestamp":"2026-03-02T14:08:07Z","message":"{\\"detail\\":{\\"eventBody\\":{\\"source\\":\\"PURECLOUD\\"}}}"}',
        bytes: 104,
        retry_attempts: 7,
        max_event_age_seconds: 60,
        dead_letter_queue: null,
        doubts: [],
      },
    ],
  });
});

test.each([
  [
    "is too large",
    { destination: 'type = "sns"' },
    { ...presence, more: "x".repeat(262_144) },
    /^sns takes 262144 bytes at most$/,
  ],
  [
    "is a text that is no JSON",
    {
      rule: 'targets = { log = { template = "of <x>", variables = { x = "detail.zzz" } } }',
      destination: 'type = "sqs"',
    },
    { ...presence, detail: { zzz: 'a "b"' } },
    /^is no JSON/,
  ],
  [
    "is of a part that the event has not",
    { rule: 'targets = { log = { input_path = "detail.zzz" } }', destination: 'type = "sqs"' },
    presence,
    /^the event has no \$\.detail\.zzz: nobody has shown/,
  ],
])("doubts a delivery that %s", (_, parts, event, doubt) => {
  const [rule] = only(tracer(parts).trace(event)) ?? [];

  expect(rule?.matches && rule.deliveries[0]?.doubts).toEqual([expect.stringMatching(doubt)]);
});

test.each([
  [
    "Kinesis without its partition key",
    'type = "kinesis"\npartition_key_path = "detail.eventBody.zzz"',
    /partition key/,
  ],
  ["Kinesis with an empty one", 'type = "kinesis"\npartition_key_path = "detail.eventBody.empty"', /partition key/],
  ["a queue without its message group", 'type = "sqs"\nmessage_group_id = "$.detail.eventBody.zzz"', /message group/],
  ["a FIFO queue", 'type = "sqs"\nfifo = true\nmessage_group_id = "$.detail.eventBody.zzz"', /message group/],
])("says lost, and not dead letter, of %s", (_, destination, lost) => {
  const event = { ...presence, detail: { eventBody: { empty: "" } } };
  const [rule] = only(tracer({ destination }).trace(event)) ?? [];

  expect(rule?.matches && rule.deliveries).toMatchObject([
    { delivered: false, payload: null, bytes: 0, doubts: [], lost: expect.stringMatching(lost) },
  ]);
});

test.each([
  ["Kinesis by the event's id", 'type = "kinesis"'],
  ["a FIFO queue by the topic", 'type = "sqs"\nfifo = true'],
  ["a queue by a group of its own", 'type = "sqs"\nmessage_group_id = "all"'],
])("delivers to %s", (_, destination) => {
  const [rule] = only(tracer({ destination }).trace(presence)) ?? [];

  expect(rule?.matches && rule.deliveries).toMatchObject([{ delivered: true }]);
});

test("puts an event on the bus of every stream that sends its topic", () => {
  const { streams } = tracer({
    stream: '}\nsecond = { event_source_suffix = "other", topic_filters = ["v2.users.{id}.presence"]',
    rule: 'targets = ["log"] }\nmore = { stream = "second", targets = ["log"]',
  }).trace(presence);

  expect(streams.map(({ stream, rules }) => [stream, rules.map(({ rule }) => rule)])).toEqual([
    ["audit", ["all"]],
    ["second", ["more"]],
  ]);
});
