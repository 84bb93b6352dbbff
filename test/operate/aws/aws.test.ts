import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EventBridgeClient, ListEventBusesCommand } from "@aws-sdk/client-eventbridge";
import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { GetTopicAttributesCommand, SNSClient } from "@aws-sdk/client-sns";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { Aws } from "../../../operate/aws/aws";
import { isAwsError } from "../../../operate/aws/aws-problem";
import { ACCOUNT, AwsError, awsServer, type Handler } from "./server";

const place = { aws_account_id: ACCOUNT, aws_region: "us-east-1" };
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

/** The SDK reads its own variables. */
async function account(handlers: Readonly<Record<string, Handler>>, more = {}) {
  const server = await awsServer(handlers, more);
  Object.assign(process.env, server.env);
  return server;
}

test("refuses credentials of another account, and names both", async () => {
  const server = await account({}, { account: "999988887777" });
  await expect(Aws.open(place, {}, "status")).rejects.toThrow(/are of account 999988887777, .* is in 123456789012/);
  await server.close();
});

test("assumes the environment's role where the credentials are of another account, and only then", async () => {
  let identities = 0;
  const role = `arn:aws:iam::${ACCOUNT}:role/deploy`;
  const server = await account({
    "sts:GetCallerIdentity": () => ({ Account: identities++ === 0 ? "999988887777" : ACCOUNT }),
    "sts:AssumeRole": () => ({
      Credentials: { AccessKeyId: "b", SecretAccessKey: "c", SessionToken: "d", Expiration: "2999-01-01T00:00:00Z" },
    }),
  });
  await Aws.open({ ...place, aws_assume_role_arn: role }, {}, "status");
  await Aws.open({ ...place, aws_assume_role_arn: role }, {}, "status");
  await server.close();

  expect(server.calls.filter(({ action }) => action === "sts:AssumeRole")).toMatchObject([
    { input: { RoleArn: role, RoleSessionName: "genesys-eventbridge-status" } },
  ]);
});

test("says which call was refused, and which permission would help; other errors keep AWS's own name", async () => {
  const server = await account({
    "sqs:GetQueueAttributes": () => {
      throw new AwsError("QueueDoesNotExist", "The specified queue does not exist.");
    },
    "iam:GetRole": () => ({
      Role: { RoleName: "r", Path: "/", RoleId: "x", Arn: "a", CreateDate: "2026-01-01T00:00:00Z" },
    }),
    "sns:GetTopicAttributes": () => ({ Attributes: new Map([["Policy", '{"a":"<&>"}']]) }),
  });
  const aws = await Aws.open(place, {}, "status");
  await expect(aws.client(EventBridgeClient).send(new ListEventBusesCommand({}))).rejects.toMatchObject({
    denied: true,
    message: expect.stringMatching(/^AWS refuses EventBridge ListEventBuses: not authorized .*--policy/),
  });
  const missing: unknown = await aws
    .client(SQSClient)
    .send(new GetQueueAttributesCommand({ QueueUrl: "https://sqs/1/q" }))
    .catch((error: unknown) => error);
  expect(isAwsError(missing, "QueueDoesNotExist")).toBe(true);
  const role = await aws.client(IAMClient).send(new GetRoleCommand({ RoleName: "r" }));
  expect(role.Role?.Arn).toBe("a");
  const topic = await aws.client(SNSClient).send(new GetTopicAttributesCommand({ TopicArn: "t" }));
  expect(topic.Attributes).toEqual({ Policy: '{"a":"<&>"}' });
  await server.close();
});

test("begins no more than ten calls in any second, retries included, and notes each without its data", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "calls-")), "calls");
  let refused = 0;
  const server = await account({
    "events:ListEventBuses": () => {
      if (refused++ < 3) throw new AwsError("ThrottlingException");
      return { EventBuses: [] };
    },
  });
  const begun = performance.now();
  const aws = await Aws.open(place, { GENESYS_EVENTBRIDGE_CALLS: file }, "status");
  const client = aws.client(EventBridgeClient);
  await Promise.all(
    Array.from({ length: 9 }, () => client.send(new ListEventBusesCommand({ NamePrefix: "a", NextToken: "secret" }))),
  );
  await server.close();

  const times = server.calls.map(({ at }) => at);
  expect(times).toHaveLength(1 + 9 + 3);
  // However late a busy machine sends them, none is early; timers may be, by a millisecond each.
  for (const [index, at] of times.entries()) expect(at - begun).toBeGreaterThan(index * 99);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { service: "STS", operation: "GetCallerIdentity", body: {} },
    ...Array.from({ length: 9 }, () => ({
      service: "EventBridge",
      operation: "ListEventBuses",
      body: { NamePrefix: "a" },
    })),
  ]);
}, 15_000);

test("says in one line that AWS cannot be reached, and that there are no credentials", async () => {
  const server = await account({});
  await server.close();
  await expect(Aws.open(place, {}, "status")).rejects.toThrow(
    /^AWS gave no answer to STS GetCallerIdentity \(.*ECONNREFUSED/,
  );
  delete process.env.AWS_ACCESS_KEY_ID;
  await expect(Aws.open(place, {}, "status")).rejects.toThrow(/^there are no AWS credentials .*set AWS_PROFILE/);
}, 20_000);
