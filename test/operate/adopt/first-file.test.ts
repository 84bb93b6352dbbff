import { readFileSync } from "node:fs";
import { join } from "node:path";
import { firstFilePolicy } from "../../../operate/adopt/policy";
import { folderWith, genesysEventbridge } from "../../bin/support";
import { parse } from "../../support/environment";
import { AwsError, awsServer, type Handler } from "../aws/server";
import { policyFaults } from "../calls-and-policy";

const BUS = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";
const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:123456789012:${rest}`;
const ROLE = "arn:aws:iam::123456789012:role/by-hand";
const OLD = arn("sqs", "old-letters");
const TARGETS = [
  { Id: "log", Arn: arn("logs", "log-group:/by/hand") },
  { Id: "queue", Arn: arn("sqs", "calls"), DeadLetterConfig: { Arn: OLD } },
  { Id: "topic", Arn: arn("sns", "alerts"), DeadLetterConfig: { Arn: OLD } },
  { Id: "records", Arn: arn("kinesis", "stream/records"), RoleArn: ROLE },
  { Id: "hook", Arn: arn("events", "api-destination/hook/0b5a"), RoleArn: ROLE },
];
const missing = (code: string, status?: number) => (): never => {
  throw new AwsError(code, "there is none", status);
};

/** An account in which somebody made a target of each sort by hand, with an archive. */
const account: Readonly<Record<string, Handler>> = {
  "events:ListEventSources": () => ({ EventSources: [{ Name: BUS, State: "ACTIVE" }] }),
  "events:DescribeEventBus": ({ Name }) => ({ Name }),
  "events:ListRules": () => ({ Rules: [{ Name: "all", EventPattern: `{"source":["${BUS}"]}`, State: "ENABLED" }] }),
  "events:ListTargetsByRule": () => ({ Targets: TARGETS }),
  "events:ListArchives": ({ EventSourceArn }) => ({
    Archives: EventSourceArn === arn("events", `event-bus/${BUS}`) ? [{ ArchiveName: "kept", RetentionDays: 30 }] : [],
  }),
  "logs:DescribeLogGroups": ({ logGroupNamePrefix }) => ({ logGroups: [{ logGroupName: logGroupNamePrefix }] }),
  "logs:DescribeResourcePolicies": () => ({ resourcePolicies: [] }),
  "sqs:GetQueueUrl": ({ QueueName }) =>
    QueueName === "calls" ? { QueueUrl: "https://sqs.example/123456789012/calls" } : missing("QueueDoesNotExist")(),
  "sqs:GetQueueAttributes": () => ({ Attributes: { MessageRetentionPeriod: "86400", VisibilityTimeout: "30" } }),
  "sns:GetTopicAttributes": () => ({ Attributes: { TopicArn: arn("sns", "alerts") } }),
  "kinesis:DescribeStreamSummary": () => ({
    StreamDescriptionSummary: { RetentionPeriodHours: 24, StreamModeDetails: { StreamMode: "ON_DEMAND" } },
  }),
  "iam:GetRole": missing("NoSuchEntity", 404),
  "iam:GetRolePolicy": missing("NoSuchEntity", 404),
};

test("the policy of a first file lets through every call, and holds nothing else; old roles, queues and archives are named", async () => {
  const server = await awsServer(account);
  const cwd = folderWith({ "environments/.keep": "" });
  const calls = join(cwd, "calls");
  const env = { ...server.env, AWS_REGION: "us-east-1", GENESYS_EVENTBRIDGE_CALLS: calls };
  const { code, stdout, stderr } = await genesysEventbridge(["adopt", "prod", "--write", "--json"], {
    cwd,
    env: { ...env, ENVIRONMENTS_DIR: "environments" },
  });
  await server.close();

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { environment } = parse(readFileSync(join(cwd, "environments", "prod.tfvars"), "utf8"), "prod");
  expect(Object.keys(environment?.destinations ?? {})).toEqual(["alerts", "calls", "hand", "records"]);
  const place = { aws_account_id: "123456789012", aws_region: "us-east-1" };
  expect(policyFaults(calls, firstFilePolicy(), place)).toEqual([]);
  const left: { what: string; why: string }[] = JSON.parse(stdout).unmatched;
  expect(left.map(({ what }) => what)).toEqual([
    `the dead-letter queue ${OLD}`,
    `the role ${ROLE}`,
    `the target hook of the rule all, ${TARGETS[4]?.Arn}`,
    `the archive kept of ${BUS}`,
  ]);
  expect(left[3]?.why).toContain("goes on keeping events for 30 days");
}, 60_000);
