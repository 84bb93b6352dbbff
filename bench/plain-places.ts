// What the rules of bench/plain.ts need: each of these is there once, however many rules there are.
import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { DataGenesyscloudOrganizationsMe } from "@cdktf/provider-genesyscloud/lib/data-genesyscloud-organizations-me";
import { Integration } from "@cdktf/provider-genesyscloud/lib/integration";
import { GenesyscloudProvider } from "@cdktf/provider-genesyscloud/lib/provider";
import { TimeProvider } from "@cdktf/provider-time/lib/provider";
import { Sleep } from "@cdktf/provider-time/lib/sleep";
import type { TerraformStack } from "cdktf";
import { ACCOUNT, REGION, SUFFIX, TOPIC } from "./input";

type Tags = Record<string, string>;

const events = { Service: "events.amazonaws.com" };
const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const fromRules = (source: string) => ({
  ArnLike: { "aws:SourceArn": [`arn:aws:events:${REGION}:${ACCOUNT}:rule/${source}/*`] },
});

export function createProviders(stack: TerraformStack) {
  new AwsProvider(stack, "aws", { region: REGION, allowedAccountIds: [ACCOUNT] });
  new GenesyscloudProvider(stack, "genesyscloud", { tokenPoolSize: 1 });
  new TimeProvider(stack, "time");
}

export function createBus(stack: TerraformStack, tags: Tags) {
  const organization = new DataGenesyscloudOrganizationsMe(stack, "organization");
  const source = `aws.partner/genesys.com/cloud/${organization.id}/${SUFFIX}`;
  const integration = new Integration(stack, "integration", {
    integrationType: "amazon-eventbridge-source",
    intendedState: "ENABLED",
    config: {
      name: "events",
      notes: "events",
      properties: JSON.stringify({
        awsAccountId: ACCOUNT,
        awsAccountRegion: REGION,
        eventFilter: [TOPIC],
        eventSourceSuffix: SUFFIX,
      }),
      advanced: "{}",
    },
  });
  const triggers = { event_source: source, integration: integration.id };
  const ready = new Sleep(stack, "sleep", { createDuration: "60s", triggers });
  const bus = new CloudwatchEventBus(stack, "events", {
    name: source,
    eventSourceName: source,
    tags,
    dependsOn: [ready],
  });
  return { source, bus };
}

export function createDeadLetters(stack: TerraformStack, name: string, source: string, tags: Tags) {
  const arn = `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}-dead-letters`;
  const queue = new SqsQueue(stack, "dead-letters", {
    name: `${name}-dead-letters`,
    messageRetentionSeconds: 1_209_600,
    sqsManagedSseEnabled: true,
    policy: policy({
      Effect: "Allow",
      Principal: events,
      Action: "sqs:SendMessage",
      Resource: arn,
      Condition: fromRules(source),
    }),
    tags,
  });
  return { arn, queue };
}

export function createCalls(stack: TerraformStack, name: string, source: string, tags: Tags) {
  const arn = `arn:aws:kinesis:${REGION}:${ACCOUNT}:stream/${name}-calls`;
  const stream = new KinesisStream(stack, "calls", {
    name: `${name}-calls`,
    streamModeDetails: { streamMode: "ON_DEMAND" },
    retentionPeriod: 168,
    encryptionType: "KMS",
    kmsKeyId: "alias/aws/kinesis",
    tags,
  });
  const role = new IamRole(stack, "calls-role", {
    name: `${name}-calls-eventbridge`,
    description: "EventBridge delivers to calls",
    assumeRolePolicy: policy({
      Effect: "Allow",
      Principal: events,
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT }, ...fromRules(source) },
    }),
    tags,
  });
  const rolePolicy = new IamRolePolicy(stack, "calls-policy", {
    name: "deliver",
    role: role.name,
    policy: policy({ Effect: "Allow", Action: ["kinesis:PutRecord"], Resource: arn }),
  });
  rolePolicy.overrideLogicalId("calls");
  return { arn, roleArn: `arn:aws:iam::${ACCOUNT}:role/${name}-calls-eventbridge`, ready: [stream, rolePolicy] };
}

export function createLog(stack: TerraformStack, name: string, source: string, tags: Tags) {
  const arn = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/aws/events/${name}/log`;
  const group = new CloudwatchLogGroup(stack, "log", { name: `/aws/events/${name}/log`, retentionInDays: 365, tags });
  const logPolicy = new CloudwatchLogResourcePolicy(stack, "log-policy", {
    policyName: `${name}-eventbridge`,
    policyDocument: policy({
      Effect: "Allow",
      Principal: events,
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: [`${arn}:*`],
      Condition: fromRules(source),
    }),
  });
  logPolicy.overrideLogicalId("events");
  return { arn, ready: [group, logPolicy] };
}
