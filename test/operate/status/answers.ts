import { AwsError, type Handler } from "../aws/server";
import type { Contents, Things } from "./contents";

/** A page of these, so that whoever forgets the next page misses what is there. */
const PAGE = 100;

const missing = (code = "ResourceNotFoundException") => new AwsError(code, "There is no such thing.");

function one(things: Things, name: unknown, code?: string): Record<string, unknown> {
  const found = things.get(String(name));
  if (found === undefined) throw missing(code);
  return found;
}

const lastPart = (arn: unknown) => String(arn).split(/[/:]/).at(-1) ?? "";
const below = (things: Things, prefix: string) =>
  [...things]
    .filter(([name]) => name.startsWith(prefix) && !name.slice(prefix.length).includes("/"))
    .map(([, thing]) => thing);

/** Returns what the stand-in answers of such an account. */
export function answers(contents: Contents): Record<string, Handler> {
  const { buses, rules, targets, queues, topics, functions, roles, keys, alarms, metrics, messages } = contents;
  const attributes = (things: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(things).filter(([, value]) => value !== undefined));
  return {
    "events:ListEventSources": () => ({ EventSources: [...contents.sources.values()] }),
    "events:DescribeEventBus": ({ Name }) => one(buses, Name),
    "events:ListRules": ({ EventBusName, NextToken }) => {
      one(buses, EventBusName);
      const all = below(rules, `${String(EventBusName)}/`);
      const from = Number(NextToken ?? 0);
      return {
        Rules: all.slice(from, from + PAGE),
        ...(all.length > from + PAGE && { NextToken: String(from + PAGE) }),
      };
    },
    "events:ListTargetsByRule": ({ EventBusName, Rule }) => ({
      Targets: below(targets, `${String(EventBusName)}/${String(Rule)}/`),
    }),
    "events:DescribeApiDestination": ({ Name }) => one(contents.apiDestinations, Name),
    "events:DescribeConnection": ({ Name }) => one(contents.connections, Name),
    "sqs:GetQueueUrl": ({ QueueName }) => {
      one(queues, QueueName, "QueueDoesNotExist");
      return { QueueUrl: `https://sqs.example/123456789012/${String(QueueName)}` };
    },
    "sqs:GetQueueAttributes": ({ QueueUrl }) => {
      const name = lastPart(QueueUrl);
      const count = String(messages.get(name)?.length ?? 0);
      return { Attributes: attributes({ ...one(queues, name), ApproximateNumberOfMessages: count }) };
    },
    "sqs:ReceiveMessage": ({ QueueUrl }) => ({ Messages: (messages.get(lastPart(QueueUrl)) ?? []).slice(0, 10) }),
    "sns:GetTopicAttributes": ({ TopicArn }) => ({
      Attributes: new Map(Object.entries(attributes(one(topics, TopicArn, "NotFound")))),
    }),
    "logs:DescribeLogGroups": ({ logGroupNamePrefix }) => ({
      logGroups: [...contents.groups.values()].filter(({ logGroupName }) =>
        String(logGroupName).startsWith(String(logGroupNamePrefix)),
      ),
    }),
    "logs:DescribeResourcePolicies": () => ({ resourcePolicies: [...contents.logPolicies.values()] }),
    ...Object.fromEntries(
      contents.asked.functions.flatMap((arn): [string, Handler][] => [
        [`lambda:GET /2015-03-31/functions/${arn}/configuration`, () => ({ ...one(functions, arn), State: "Active" })],
        [`lambda:GET /2015-03-31/functions/${arn}/policy`, () => ({ Policy: JSON.stringify(one(functions, arn)) })],
      ]),
    ),
    ...apiAnswers(contents.apis),
    ...Object.fromEntries(
      contents.asked.pipes.map((pipe): [string, Handler] => [
        `pipes:GET /v1/pipes/${pipe}`,
        () => one(contents.pipes, pipe, "NotFoundException"),
      ]),
    ),
    "events:DescribeArchive": ({ ArchiveName }) => one(contents.archives, ArchiveName),
    "kinesis:DescribeStreamSummary": ({ StreamARN }) => ({
      StreamDescriptionSummary: one(contents.streams, StreamARN),
    }),
    "firehose:DescribeDeliveryStream": ({ DeliveryStreamName }) => ({
      DeliveryStreamDescription: one(contents.deliveryStreams, DeliveryStreamName),
    }),
    "states:DescribeStateMachine": ({ stateMachineArn }) =>
      one(contents.machines, stateMachineArn, "StateMachineDoesNotExist"),
    "iam:GetRole": ({ RoleName }) => ({
      Role: {
        RoleName,
        Arn: `arn:aws:iam::123456789012:role/${String(RoleName)}`,
        AssumeRolePolicyDocument: encodeURIComponent(String(one(roles, RoleName, "NoSuchEntity").trust)),
      },
    }),
    "iam:ListRolePolicies": ({ RoleName }) => ({ PolicyNames: Object.keys(one(roles, RoleName).policies ?? {}) }),
    "iam:GetRolePolicy": ({ RoleName, PolicyName }) => ({
      PolicyDocument: encodeURIComponent(
        (one(roles, RoleName).policies as Record<string, string>)[String(PolicyName)] ?? "",
      ),
    }),
    "iam:ListAttachedRolePolicies": () => ({ AttachedPolicies: [] }),
    "kms:DescribeKey": ({ KeyId }) => ({
      KeyMetadata: { KeyId, Arn: KeyId, ...one(keys, KeyId, "NotFoundException") },
    }),
    "kms:GetKeyPolicy": ({ KeyId }) => ({ Policy: one(keys, KeyId).Policy }),
    "monitoring:DescribeAlarms": ({ AlarmNames }) => {
      const wanted = (AlarmNames as string[]).flatMap((name) => (alarms.has(name) ? [one(alarms, name)] : []));
      return {
        MetricAlarms: wanted.filter(({ composite }) => !composite),
        CompositeAlarms: wanted.filter(({ composite }) => composite),
      };
    },
    "monitoring:GetMetricData": ({ MetricDataQueries }) => ({
      MetricDataResults: (MetricDataQueries as Query[]).map(({ Id, MetricStat: { Metric } }) => {
        const value = metrics.get(`${Metric.MetricName} ${Metric.Dimensions.at(-1)?.Value}`);
        return { Id, Label: Id, StatusCode: "Complete", Timestamps: [], Values: value === undefined ? [] : [value] };
      }),
    }),
  };
}

/** API Gateway knows an API by an id that it makes up, by which paths go on; here it is `id-` before its name. */
function apiAnswers(apis: Things): Record<string, Handler> {
  const below = ([name]: [string, unknown]): [string, Handler][] => [
    [`apigateway:GET /v2/apis/id-${name}/stages`, () => ({ items: one(apis, name).stages })],
    [`apigateway:GET /v2/apis/id-${name}/routes`, () => ({ items: one(apis, name).routes })],
    [`apigateway:GET /v2/apis/id-${name}/integrations/i1`, () => ({ integrationUri: one(apis, name).uri })],
  ];
  const items = () => [...apis.keys()].map((name) => ({ name, apiId: `id-${name}`, apiEndpoint: "https://x.example" }));
  return Object.fromEntries([["apigateway:GET /v2/apis", () => ({ items: items() })], ...[...apis].flatMap(below)]);
}

interface Query {
  readonly Id: string;
  readonly MetricStat: {
    readonly Metric: { readonly MetricName: string; readonly Dimensions: readonly { readonly Value: string }[] };
  };
}
