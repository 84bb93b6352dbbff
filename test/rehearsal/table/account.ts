import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as dynamodb from "@aws-sdk/client-dynamodb";
import * as iam from "@aws-sdk/client-iam";
import * as kms from "@aws-sdk/client-kms";
import * as sfn from "@aws-sdk/client-sfn";
import * as sqs from "@aws-sdk/client-sqs";

const TABLE = "users-presence";
const BUS = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/users";
export const ROLES = ["users-presence-eventbridge", "users-presence-write"] as const;
const SAMPLE = JSON.parse(readFileSync("data/sample-events/user-presence.json", "utf8"));

interface Statement {
  readonly Action: string | readonly string[];
}
export interface Policy {
  readonly Statement: readonly Statement[];
}

const tables = new dynamodb.DynamoDBClient();
const roles = new iam.IAMClient();
const queues = new sqs.SQSClient();

/**
 * Makes the key that the stack only names, with the policy that its output asks for, and encrypts table and queue with it: a key's id
 * is AWS's own.
 */
export async function ownKey(stack: string, named: string): Promise<void> {
  const keys = new kms.KMSClient();
  const { KeyMetadata: { Arn = "", KeyId = "" } = {} } = await keys.send(new kms.CreateKeyCommand({}));
  const { output } = JSON.parse(readFileSync(join(stack, "cdk.tf.json"), "utf8"));
  const { Statement: asked } = JSON.parse(output.kms_key_policy.value);
  const owner = {
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
    Action: "kms:*",
    Resource: "*",
  };
  const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [owner, ...asked] });
  await keys.send(new kms.PutKeyPolicyCommand({ KeyId, PolicyName: "default", Policy }));
  await encryptedTable(Arn);
  const QueueUrl = await deadLetters();
  const own = await queues.send(new sqs.GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["Policy"] }));
  const Attributes = { ...own.Attributes, KmsMasterKeyId: Arn };
  await queues.send(new sqs.SetQueueAttributesCommand({ QueueUrl, Attributes }));
  for (const role of ROLES) {
    const policy = await policyOf(role);
    await putPolicy(role, { ...policy, document: JSON.parse(JSON.stringify(policy.document).replaceAll(named, Arn)) });
  }
}

/** The stand-in of DynamoDB changes no table's key, so that the table is made anew, as it was. */
async function encryptedTable(KMSMasterKeyId: string): Promise<void> {
  const { Table } = await tables.send(new dynamodb.DescribeTableCommand({ TableName: TABLE }));
  await tables.send(new dynamodb.DeleteTableCommand({ TableName: TABLE }));
  await tables.send(
    new dynamodb.CreateTableCommand({
      TableName: TABLE,
      KeySchema: Table?.KeySchema,
      AttributeDefinitions: Table?.AttributeDefinitions,
      BillingMode: "PAY_PER_REQUEST",
      SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId },
    }),
  );
}

/** Lets the workflow try again after a second, once: it waits up to half a minute otherwise. */
export async function hurried(): Promise<void> {
  const workflows = new sfn.SFNClient();
  const stateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:users-presence";
  const { definition = "" } = await workflows.send(new sfn.DescribeStateMachineCommand({ stateMachineArn }));
  const shorter = definition
    .replaceAll(/"IntervalSeconds":\d+/g, '"IntervalSeconds":1')
    .replaceAll(/"MaxAttempts":\d+/g, '"MaxAttempts":1');
  await workflows.send(new sfn.UpdateStateMachineCommand({ stateMachineArn, definition: shorter }));
}

interface Held {
  readonly name: string;
  readonly document: Policy;
}

export async function policyOf(RoleName: string): Promise<Held> {
  const { PolicyNames: [PolicyName = ""] = [] } = await roles.send(new iam.ListRolePoliciesCommand({ RoleName }));
  const { PolicyDocument = "" } = await roles.send(new iam.GetRolePolicyCommand({ RoleName, PolicyName }));
  return { name: PolicyName, document: JSON.parse(decodeURIComponent(PolicyDocument)) };
}

export async function putPolicy(RoleName: string, { name: PolicyName, document }: Held): Promise<void> {
  await roles.send(new iam.PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: JSON.stringify(document) }));
}

/** The result of one event. */
export interface Sent {
  readonly status: string;
  readonly error?: string;
  readonly workflow?: { readonly status: string };
}

/** Puts a presence of a user on the stack's bus, as Genesys Cloud does; no user makes a topic without the table's key. */
export async function send(id: string, user: string | undefined, modifiedDate: string): Promise<Sent> {
  const topicName = user === undefined ? "v2.users" : `v2.users.${user}.presence`;
  const detail = { ...SAMPLE.detail, topicName, eventBody: { ...SAMPLE.detail.eventBody, modifiedDate } };
  const event = { ...SAMPLE, id, detail, source: BUS, account: "123456789012", region: "us-east-1" };
  const answer = await fetch(`${process.env.AWS_ENDPOINT_URL_EVENTBRIDGE}/deliver`, {
    method: "POST",
    body: JSON.stringify({ bus: BUS, event }),
  });
  const { deliveries }: { deliveries: Sent[] } = await answer.json();
  const [only, ...more] = deliveries;
  if (only === undefined || more.length > 0) throw new Error(`${deliveries.length} deliveries of ${id}`);
  return only;
}

/** Returns when each user's presence in the table is of. */
export async function items(): Promise<Readonly<Record<string, string | undefined>>> {
  const { Items = [] } = await tables.send(new dynamodb.ScanCommand({ TableName: TABLE }));
  return Object.fromEntries(Items.map(({ userId, at }) => [userId?.S, at?.S]));
}

async function deadLetters(): Promise<string> {
  const { QueueUrl = "" } = await queues.send(new sqs.GetQueueUrlCommand({ QueueName: "users-dead-letters" }));
  return QueueUrl;
}

/** Takes the ids of events and their errors out of the dead-letter queue. */
export async function takeDeadLetters(): Promise<(readonly [id: string, error: string | undefined])[]> {
  const QueueUrl = await deadLetters();
  const { Messages = [] } = await queues.send(
    new sqs.ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ["All"] }),
  );
  for (const { ReceiptHandle } of Messages)
    await queues.send(new sqs.DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  return Messages.map(({ Body = "{}", MessageAttributes }) => [
    JSON.parse(Body).id,
    MessageAttributes?.ERROR_CODE?.StringValue,
  ]);
}

/** Lets another service than its own assume a role, and returns what puts that right. */
export async function distrust(RoleName: string): Promise<() => Promise<unknown>> {
  const { Role } = await roles.send(new iam.GetRoleCommand({ RoleName }));
  const trust = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "");
  const set = (PolicyDocument: string) =>
    roles.send(new iam.UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
  await set(trust.replace(/"Service":\s*"[^"]+"/, '"Service":"lambda.amazonaws.com"'));
  return () => set(trust);
}
