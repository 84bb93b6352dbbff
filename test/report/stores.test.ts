import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";
import { reportFormats } from "../../report/formats";
import { parsePlan } from "../../report/plan/read";
import type { Report } from "../../report/schema";
import { storeTypes } from "../../report/stores";
import { storeKinds } from "../../report/stores/store";
import { root } from "../support/committed";
import { environment, file } from "../support/environment";
import { BUS, delivery } from "./findings/pair";
import { type Planned, planText } from "./plan";
import { reportFor } from "./report-of";

const ARCHIVE = "archive = { retention_days = 0 }";
const of = (stream: string, rule?: string) => reportFor(environment(file({ stream, ...(rule && { rule }) })));
const kinds = ({ stores }: Report) => stores.map(({ kind }) => kind);
const planned = (plan: readonly Planned[]) =>
  reportFor(environment(file()), parsePlan(Buffer.from(planText(plan)), "plan.json"));
const forEver = ({ findings }: Report) =>
  findings.filter(({ id }) => id === "kept-for-ever").map(({ path, address, what }) => `${path ?? address}: ${what}`);

test("every kind of store has its type, in order", () => {
  expect(storeTypes.map(({ kind }) => kind)).toEqual(storeKinds);
});

test("no store names a Terraform resource type: their rows say what part each plays", () => {
  const folder = join(root, "report", "stores");
  const naming = readdirSync(folder).filter((name) => /"aws_/.test(readFileSync(join(folder, name), "utf8")));

  expect(naming).toEqual([]);
});

test("says where else events rest, what of them, how long and under which key", () => {
  const { stores } = of(`${ARCHIVE}\nlog_level = "trace"\nlog_detail = true\nschema_discovery = true`);

  expect(stores.map(({ kind, address, retention, personal }) => ({ kind, address, retention, personal }))).toEqual([
    { kind: "archive", address: "aws_cloudwatch_event_archive.audit", retention: "for ever", personal: "yes" },
    { kind: "bus log", address: "aws_cloudwatch_log_group.audit_bus-logs", retention: "365 days", personal: "yes" },
    { kind: "dead-letter queue", address: "aws_sqs_queue.dead-letters", retention: "14 days", personal: "yes" },
    {
      kind: "schemas",
      address: "aws_schemas_discoverer.audit",
      retention: "until somebody deletes them",
      personal: "no",
    },
  ]);
  for (const { encryption, readers } of stores)
    for (const words of [encryption, readers]) expect(words).toMatch(/.{8,}/);
});

test("a bus's log without detail holds no events", () => {
  const [log] = of('log_level = "error"').stores;

  expect(log).toMatchObject({ holds: expect.stringContaining("without the events"), personal: "no", carries: [] });
});

test("nothing is told that is not there", () => {
  expect(kinds(of("", "targets = { log = { dead_letter = false } }"))).toEqual([]);
  expect(kinds(of(""))).toEqual(["dead-letter queue"]);
});

test("names the key of the environment where there is one", () => {
  const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd";
  const text = file({ top: `kms_key_arn = "${key}"`, stream: `${ARCHIVE}\nlog_level = "info"` });

  expect(reportFor(environment(text)).stores.map(({ encryption }) => encryption)).toEqual([key, key, key]);
});

test("an archive that keeps personal data for ever is found, by its place in the file", () => {
  expect(forEver(of(ARCHIVE))).toEqual(["streams.audit.archive: the archive keeps events for ever"]);
  expect(forEver(of("archive = { retention_days = 30 }"))).toEqual([]);
});

const ARN = `arn:aws:events:us-east-1:123456789012:event-bus/${BUS}`;
const logs = (include_detail: string, retention_in_days: number): Planned[] => [
  { address: "aws_cloudwatch_event_bus.b", values: { name: BUS, log_config: [{ include_detail, level: "INFO" }] } },
  { address: "aws_cloudwatch_log_group.g", values: { name: "/aws/vendedlogs/b", retention_in_days } },
  {
    address: "aws_cloudwatch_log_delivery_source.s",
    values: { name: "s", log_type: "INFO_LOGS", resource_arn: ARN },
  },
  {
    address: "aws_cloudwatch_log_delivery_destination.d",
    values: { name: "d" },
    references: { delivery_destination_configuration: ["aws_cloudwatch_log_group.g.arn"] },
  },
  {
    address: "aws_cloudwatch_log_delivery.x",
    values: { delivery_source_name: "s" },
    references: { delivery_destination_arn: ["aws_cloudwatch_log_delivery_destination.d.arn"] },
  },
];

test("what was written by hand is found as well", () => {
  const archive = { address: "aws_cloudwatch_event_archive.a", values: { name: "a", event_source_arn: ARN } };
  const queue = { address: "aws_sqs_queue.dead", values: { name: "dead", sqs_managed_sse_enabled: false } };
  const target = delivery({ dead_letter_config: [{ arn: "arn:aws:sqs:us-east-1:123456789012:dead" }] });
  const report = planned([archive, ...logs("FULL", 0), queue, ...target]);

  expect(kinds(report)).toEqual(["archive", "bus log", "dead-letter queue"]);
  expect(report.stores[2]).toMatchObject({ retention: "4 days", encryption: "none" });
  expect(forEver(report)).toEqual([
    "aws_cloudwatch_event_archive.a: the archive keeps events for ever",
    "aws_cloudwatch_log_group.g: the bus log keeps events for ever",
  ]);
});

test("a log without events may be kept for ever", () => {
  expect(forEver(planned(logs("NONE", 0)))).toEqual([]);
  expect(forEver(planned(logs("FULL", 30)))).toEqual([]);
});

test("every form of the report shows it, and which version of the program made it", () => {
  for (const format of Object.values(reportFormats)) {
    const text = format(of(ARCHIVE), {});

    expect(text).toContain("whoever may start a replay");
    expect(text).toContain("genesys-eventbridge");
    expect(text).toContain(version);
  }
});
