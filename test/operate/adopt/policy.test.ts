import { readFileSync } from "node:fs";
import { join } from "node:path";
import { adoptPolicy } from "../../../operate/adopt/policy";
import { folderWith, genesysEventbridge } from "../../bin/support";
import { root } from "../../support/committed";
import { environment } from "../../support/environment";
import { AwsError, awsServer, type Handler } from "../aws/server";
import { policyFaults } from "../calls-and-policy";

const fails =
  (code: string, status?: number): Handler =>
  () => {
    throw new AwsError(code, "there is none", status);
  };

/** An account that has nothing but queues, which are asked for in two steps, and a bus. */
const nothing: Readonly<Record<string, Handler>> = {
  "events:DescribeEventBus": ({ Name }) => ({ Name }),
  "events:ListRules": () => ({ Rules: [{ Name: "by-hand", EventPattern: "{}" }] }),
  "events:ListTargetsByRule": () => ({ Targets: [] }),
  "events:DescribeArchive": fails("ResourceNotFoundException"),
  "events:DescribeApiDestination": fails("ResourceNotFoundException"),
  "events:DescribeConnection": fails("ResourceNotFoundException"),
  "events:ListArchives": () => ({ Archives: [] }),
  "events:ListEventSources": () => ({ EventSources: [] }),
  "firehose:DescribeDeliveryStream": fails("ResourceNotFoundException"),
  "iam:GetRole": fails("NoSuchEntity", 404),
  "iam:GetRolePolicy": fails("NoSuchEntity", 404),
  "kinesis:DescribeStreamSummary": fails("ResourceNotFoundException"),
  "logs:DescribeLogGroups": () => ({ logGroups: [] }),
  "logs:DescribeResourcePolicies": () => ({ resourcePolicies: [] }),
  "sns:GetTopicAttributes": fails("NotFound", 404),
  "sqs:GetQueueUrl": ({ QueueName }) => ({
    QueueUrl: `https://sqs.us-east-1.amazonaws.com/123456789012/${QueueName}`,
  }),
  "sqs:GetQueueAttributes": () => ({ Attributes: { MessageRetentionPeriod: "60", VisibilityTimeout: "30" } }),
};

test("the policy lets through every call, for every type that is looked for, and holds nothing else", async () => {
  const written = readFileSync(join(root, "test/rehearsal/every-destination/every.tfvars"), "utf8");
  const text = /^organization_id/m.test(written)
    ? written
    : `organization_id = "3c4f9f1e-0000-4000-8000-00000000c0de"\n${written}`;
  const buckets = Object.fromEntries(bucketsOf(text).map((name) => [`s3:HEAD /${name}/`, fails("NotFound", 404)]));
  const account = await awsServer({ ...nothing, ...buckets });
  const cwd = folderWith({ "environments/every.tfvars": text });
  const calls = join(cwd, "calls");
  const env = {
    ...account.env,
    ENVIRONMENTS_DIR: "environments",
    GENESYS_EVENTBRIDGE_CALLS: calls,
    AWS_S3_FORCE_PATH_STYLE: "true",
  };
  const { stdout, stderr } = await genesysEventbridge(["adopt", "every", "--json"], { cwd, env });
  await account.close();

  expect(stderr).toBe("");
  expect(JSON.parse(stdout).imports.length).toBeGreaterThan(1);
  const own = environment(text, "every");
  expect(policyFaults(calls, adoptPolicy(own), own)).toEqual([]);
  expect(policyFaults(calls, adoptPolicy(environment(text, "other")), own)).toContainEqual(
    expect.stringMatching(/^sqs:GetQueueUrl on .*:every-/),
  );
}, 60_000);

function bucketsOf(text: string): string[] {
  return adoptPolicy(environment(text, "every")).flatMap(({ Action, Resource }) =>
    [Action].flat().includes("s3:ListBucket") ? [Resource ?? []].flat().map((arn) => arn.split(":").at(-1) ?? "") : [],
  );
}
