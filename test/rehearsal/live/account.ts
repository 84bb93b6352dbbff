import { readFileSync, writeFileSync } from "node:fs";
import * as cloudwatch from "@aws-sdk/client-cloudwatch";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as events from "@aws-sdk/client-eventbridge";
import * as iam from "@aws-sdk/client-iam";
import * as lambda from "@aws-sdk/client-lambda";
import * as sns from "@aws-sdk/client-sns";
import * as sqs from "@aws-sdk/client-sqs";
import type { Mend } from "./breaks";

/** What lets nobody do anything. */
const NOBODY = '{"Version":"2012-10-17","Statement":[]}';
const PREFIX = "live-";
export const BUS = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit-live";

const eventBridge = new events.EventBridgeClient();
const on = (Name: string) => ({ Name, EventBusName: BUS });

/** Takes the event source away from the world of the rig, which keeps it in a file. */
export async function withoutSource(): Promise<Mend> {
  const path = process.env.RIG_WORLD ?? "";
  const before = readFileSync(path, "utf8");
  writeFileSync(path, JSON.stringify({ ...JSON.parse(before), event_sources: {} }));
  return async () => writeFileSync(path, before);
}

export async function disabledRule(name: string): Promise<Mend> {
  await eventBridge.send(new events.DisableRuleCommand(on(name)));
  return () => eventBridge.send(new events.EnableRuleCommand(on(name)));
}

export async function otherPattern(name: string): Promise<Mend> {
  const rule = await eventBridge.send(new events.DescribeRuleCommand(on(name)));
  const put = (EventPattern: string | undefined) =>
    eventBridge.send(new events.PutRuleCommand({ ...on(name), State: rule.State, EventPattern }));
  await put('{"source":["somebody"]}');
  return () => put(rule.EventPattern);
}

/** Takes a rule away, with its targets. */
export async function withoutRule(name: string): Promise<Mend> {
  const { EventPattern, State } = await eventBridge.send(new events.DescribeRuleCommand(on(name)));
  const { Targets = [] } = await targetsOf(name);
  await removeTargets(
    name,
    Targets.map(({ Id = "" }) => Id),
  );
  await eventBridge.send(new events.DeleteRuleCommand(on(name)));
  return async () => {
    await eventBridge.send(new events.PutRuleCommand({ ...on(name), EventPattern, State }));
    await putTargets(name, Targets);
  };
}

export async function withoutTarget(rule: string, id: string): Promise<Mend> {
  const target = await targetOf(rule, id);
  await removeTargets(rule, [id]);
  return () => putTargets(rule, [target]);
}

export async function otherTarget(rule: string, id: string, more: Partial<events.Target>): Promise<Mend> {
  const target = await targetOf(rule, id);
  await putTargets(rule, [{ ...target, ...more }]);
  return () => putTargets(rule, [target]);
}

const targetsOf = (Rule: string) => eventBridge.send(new events.ListTargetsByRuleCommand({ Rule, EventBusName: BUS }));
const putTargets = (Rule: string, Targets: events.Target[]) =>
  eventBridge.send(new events.PutTargetsCommand({ Rule, EventBusName: BUS, Targets }));
const removeTargets = (Rule: string, Ids: string[]) =>
  eventBridge.send(new events.RemoveTargetsCommand({ Rule, EventBusName: BUS, Ids }));

async function targetOf(rule: string, id: string): Promise<events.Target> {
  const target = (await targetsOf(rule)).Targets?.find(({ Id }) => Id === id);
  if (target === undefined) throw new Error(`there is no target ${id}`);
  return target;
}

const queues = new sqs.SQSClient();

/** Lets nobody into a queue of the stack. */
export async function closedQueue(name: string): Promise<Mend> {
  const QueueUrl = await urlOf(name);
  const { Attributes } = await queues.send(new sqs.GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["Policy"] }));
  const set = (Policy = "") => queues.send(new sqs.SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  await set(NOBODY);
  return () => set(Attributes?.Policy);
}

export async function deadLetter(name: string): Promise<Mend> {
  const QueueUrl = await urlOf(name);
  await queues.send(new sqs.SendMessageCommand({ QueueUrl, MessageBody: "{}" }));
  return () => queues.send(new sqs.PurgeQueueCommand({ QueueUrl }));
}

export async function urlOf(name: string): Promise<string> {
  return (await queues.send(new sqs.GetQueueUrlCommand({ QueueName: PREFIX + name }))).QueueUrl ?? "";
}

/** Lets nobody publish to a topic of the stack. */
export async function closedTopic(name: string): Promise<Mend> {
  const topics = new sns.SNSClient();
  const of = { TopicArn: `arn:aws:sns:us-east-1:123456789012:${PREFIX}${name}` };
  const { Attributes } = await topics.send(new sns.GetTopicAttributesCommand(of));
  const set = (AttributeValue: string | undefined) =>
    topics.send(new sns.SetTopicAttributesCommand({ ...of, AttributeName: "Policy", AttributeValue }));
  await set(NOBODY);
  return () => set(Attributes?.Policy);
}

/** Takes a log group away; it comes back without its settings, which is no break. */
export async function withoutLogGroup(logGroupName: string): Promise<Mend> {
  const client = new logs.CloudWatchLogsClient();
  await client.send(new logs.DeleteLogGroupCommand({ logGroupName }));
  return () => client.send(new logs.CreateLogGroupCommand({ logGroupName }));
}

export async function withoutLogPolicy(): Promise<Mend> {
  const client = new logs.CloudWatchLogsClient();
  const { resourcePolicies: [policy] = [] } = await client.send(new logs.DescribeResourcePoliciesCommand({}));
  const { policyName, policyDocument } = policy ?? {};
  await client.send(new logs.DeleteResourcePolicyCommand({ policyName }));
  return () => client.send(new logs.PutResourcePolicyCommand({ policyName, policyDocument }));
}

export async function idleRole(name: string): Promise<Mend> {
  const client = new iam.IAMClient();
  const RoleName = `${PREFIX}${name}-eventbridge`;
  const { PolicyNames: [PolicyName] = [] } = await client.send(new iam.ListRolePoliciesCommand({ RoleName }));
  const { PolicyDocument = "" } = await client.send(new iam.GetRolePolicyCommand({ RoleName, PolicyName }));
  await client.send(new iam.DeleteRolePolicyCommand({ RoleName, PolicyName }));
  const own = { RoleName, PolicyName, PolicyDocument: decodeURIComponent(PolicyDocument) };
  return () => client.send(new iam.PutRolePolicyCommand(own));
}

export async function distrustfulRole(name: string): Promise<Mend> {
  const client = new iam.IAMClient();
  const RoleName = `${PREFIX}${name}-eventbridge`;
  const { Role } = await client.send(new iam.GetRoleCommand({ RoleName }));
  const trust = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "");
  const set = (PolicyDocument: string) =>
    client.send(new iam.UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
  await set(trust.replace("events.amazonaws.com", "lambda.amazonaws.com"));
  return () => set(trust);
}

export async function closedFunction(FunctionName: string): Promise<Mend> {
  const client = new lambda.LambdaClient();
  const { Policy = "" } = await client.send(new lambda.GetPolicyCommand({ FunctionName }));
  const [{ Sid: StatementId, Condition }] = JSON.parse(Policy).Statement;
  await client.send(new lambda.RemovePermissionCommand({ FunctionName, StatementId }));
  const [SourceArn] = Object.values<Record<string, string>>(Condition).flatMap((one) => Object.values(one));
  const again = { FunctionName, StatementId, SourceArn, Principal: "events.amazonaws.com" };
  return () => client.send(new lambda.AddPermissionCommand({ ...again, Action: "lambda:InvokeFunction" }));
}

const watching = new cloudwatch.CloudWatchClient();

/** Counts something of a rule, as EventBridge does. */
export async function counted(rule: string, MetricName: string): Promise<Mend> {
  const Dimensions = [
    { Name: "EventBusName", Value: BUS },
    { Name: "RuleName", Value: rule },
  ];
  const put = (Value: number) =>
    watching.send(
      new cloudwatch.PutMetricDataCommand({
        Namespace: "AWS/Events",
        MetricData: [{ MetricName, Value, Dimensions }],
      }),
    );
  await put(3);
  return () => put(0);
}

export async function ringingAlarm(name: string): Promise<Mend> {
  const set = (StateValue: cloudwatch.StateValue) =>
    watching.send(
      new cloudwatch.SetAlarmStateCommand({ AlarmName: PREFIX + name, StateValue, StateReason: "crossed" }),
    );
  await set("ALARM");
  return () => set("OK");
}
