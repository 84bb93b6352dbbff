import { arn, type Place, partition } from "../../../aws/names";
import { asText } from "../../../report/own";
import type { Call } from "./calls";
import { glueArns } from "./glue";

/** An action of IAM that a call needs, with the resource that it is for and what a condition could ask. */
export interface Needed {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
  readonly planned: boolean;
}

/** The prefixes of IAM actions, by the services' names in the AWS SDK. */
const PREFIXES: Readonly<Record<string, string>> = {
  ApiGatewayV2: "apigateway",
  Athena: "athena",
  CloudWatch: "cloudwatch",
  CloudWatchLogs: "logs",
  "CloudWatch Logs": "logs",
  DynamoDB: "dynamodb",
  EventBridge: "events",
  Firehose: "firehose",
  Glue: "glue",
  IAM: "iam",
  KMS: "kms",
  Kinesis: "kinesis",
  Lambda: "lambda",
  S3: "s3",
  Pipes: "pipes",
  SFN: "states",
  SNS: "sns",
  SQS: "sqs",
  SSM: "ssm",
  "Secrets Manager": "secretsmanager",
};

/** Operations whose action has another name, of S3 where no prefix stands before it (Service Authorization Reference, "Actions defined by Amazon S3"). */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  DeleteBucketEncryption: "PutEncryptionConfiguration",
  DeleteBucketLifecycle: "PutLifecycleConfiguration",
  DeleteBucketTagging: "PutBucketTagging",
  DeletePublicAccessBlock: "PutBucketPublicAccessBlock",
  GetBucketAccelerateConfiguration: "GetAccelerateConfiguration",
  GetBucketCors: "GetBucketCORS",
  GetBucketEncryption: "GetEncryptionConfiguration",
  GetBucketLifecycleConfiguration: "GetLifecycleConfiguration",
  GetBucketReplication: "GetReplicationConfiguration",
  GetObjectLockConfiguration: "GetBucketObjectLockConfiguration",
  GetPublicAccessBlock: "GetBucketPublicAccessBlock",
  HeadBucket: "ListBucket",
  ListObjectsV2: "ListBucket",
  PutBucketEncryption: "PutEncryptionConfiguration",
  PutBucketLifecycleConfiguration: "PutLifecycleConfiguration",
  PutPublicAccessBlock: "PutBucketPublicAccessBlock",
  "lambda:Invoke": "InvokeFunction",
  "sqs:ChangeMessageVisibilityBatch": "ChangeMessageVisibility",
  "sqs:DeleteMessageBatch": "DeleteMessage",
};

/** API Gateway's actions are the methods of its requests. */
const METHODS: Readonly<Record<string, string>> = {
  Create: "POST",
  Delete: "DELETE",
  Get: "GET",
  Tag: "POST",
  Untag: "DELETE",
  Update: "PATCH",
};

/** The services that assume the roles which a request hands over; EventBridge does where none is named. */
const ASSUMING: Readonly<Record<string, string>> = {
  Firehose: "firehose",
  Lambda: "lambda",
  Pipes: "pipes",
  SFN: "states",
};

/** The actions that tags in the request of another operation need besides. */
const TAGGING: Readonly<Record<string, string>> = {
  athena: "TagResource",
  apigateway: "TagResource",
  cloudwatch: "TagResource",
  dynamodb: "TagResource",
  events: "TagResource",
  firehose: "TagDeliveryStream",
  glue: "TagResource",
  iam: "TagRole",
  kinesis: "AddTagsToStream",
  logs: "TagResource",
  pipes: "TagResource",
  sns: "TagResource",
  sqs: "TagQueue",
  states: "TagResource",
};

/** Returns what IAM asks of whoever makes the call; nothing for who one is, which everybody may ask. */
export function neededFor(call: Call, place: Place): Needed[] {
  if (call.service === "STS") return [];
  const prefix = PREFIXES[call.service];
  if (prefix === undefined) throw new Error(`no prefix is known of the service ${call.service}`);
  const name =
    ((prefix === "apigateway" && METHODS[/^(?:Create|Delete|Get|Tag|Untag|Update)/.exec(call.operation)?.[0] ?? ""]) ||
      OTHER_NAMES[`${prefix}:${call.operation}`]) ??
    ((prefix === "s3" && OTHER_NAMES[call.operation]) || call.operation);
  const context = {
    ...(prefix === "lambda" && name !== "GetPolicy" && { "lambda:Principal": asText(call.body.Principal ?? "") }),
    ...(call.operation === "ListObjectsV2" && { "s3:prefix": asText(call.body.Prefix ?? "") }),
  };
  const { planned } = call;
  const own = resourcesOf(prefix, call, place).map((resource) => ({
    action: `${prefix}:${name}`,
    resource,
    context,
    planned,
  }));
  const tag = TAGGING[prefix];
  const tagged = Object.entries(call.body).some(([key, value]) => /^tags(?:\.|$)/i.test(key) && value !== null);
  const tagging =
    tag === undefined || !tagged || /tag/i.test(call.operation)
      ? []
      : own.map((one) => ({
          ...one,
          action: `${prefix}:${tag}`,
          resource: one.resource.replace(/(:log-group:.*):\*$/, "$1"),
        }));
  return [...own, ...tagging, ...rolesIn(call, place)];
}

/** The roles that a request hands to a service. */
function rolesIn({ service, operation, body, planned }: Call, { aws_region }: Place): Needed[] {
  if (!/^(?:Put|Create|Update)/.test(operation) || service === "IAM") return [];
  const found = JSON.stringify(body).match(/(?<="[Rr]ole(?:Arn|ARN)?":")arn:[\w-]+:iam::\d+:role\/[^"]+/g) ?? [];
  const to = ASSUMING[service] ?? "events";
  if (partition(aws_region) !== "aws") throw new Error("the rehearsals are in the partition aws");
  const context = { "iam:PassedToService": `${to}.amazonaws.com` };
  return [...new Set(found)].map((resource) => ({ action: "iam:PassRole", resource, context, planned }));
}

function resourcesOf(prefix: string, { operation, body, path }: Call, place: Place): string[] {
  const of = (...keys: readonly string[]) => keys.map((key) => body[key]).find((value) => value !== undefined);
  const text = (...keys: readonly string[]) => asText(of(...keys) ?? "");
  const own = (resource: string) => (resource.startsWith("arn:") ? resource : arn(place, prefix, resource));
  const given = text("ResourceARN", "resourceArn", "ResourceArn", "StreamARN", "stateMachineArn", "PolicyArn");
  if (given !== "") return [given];
  switch (prefix) {
    case "athena":
      // A saved query is called by an id that AWS makes up; those that are rehearsed are in one workgroup.
      return [own(`workgroup/${text("WorkGroup", "Name") || "every-files"}`)];
    case "glue":
      return glueArns(operation, body).map(own);
    case "cloudwatch":
      if (operation === "GetMetricData" || (operation === "DescribeAlarms" && Array.isArray(body.AlarmNames)))
        return ["*"];
      return listed(body, /^AlarmNames?(?:\.|$)/)
        .map((name) => own(`alarm:${name}`))
        .concat(
          listed(body, /^DashboardNames?(?:\.|$)/).map(
            (name) => `arn:aws:cloudwatch::${place.aws_account_id}:dashboard/${name}`,
          ),
        );
    case "events":
      return [eventsArn(operation, text, own)];
    case "firehose":
      return [own(`deliverystream/${text("DeliveryStreamName")}`)];
    case "iam":
      return [`arn:aws:iam::${place.aws_account_id}:role/${text("RoleName")}`];
    case "kms":
      return [text("KeyId")];
    case "kinesis":
      return [of("StreamName") === undefined ? "*" : own(`stream/${text("StreamName")}`)];
    case "lambda":
      return [
        functionArn(decodeURIComponent(/\/(?:functions|tags)\/([^/?]+)/.exec(path)?.[1] ?? text("FunctionName")), own),
      ];
    case "logs": {
      const [group, stream] = [text("logGroupName"), text("logStreamName")];
      if (group === "") return ["*"];
      return [own(`log-group:${group}:${stream === "" ? "*" : `log-stream:${stream}`}`)];
    }
    case "s3": {
      const bucket = `arn:aws:s3:::${text("Bucket") || path.split(/[/?]/)[1]}`;
      return [/^(?:Get|Put)Object$/.test(operation) ? `${bucket}/key` : bucket];
    }
    case "secretsmanager":
      return [own(`secret:${text("SecretId")}-AbCdEf`)];
    case "sns": {
      const topic = text("TopicArn", "SubscriptionArn") || text("Name");
      return [/:[0-9a-f-]{36}$/.test(topic) ? "*" : own(topic)];
    }
    case "sqs":
      return operation === "ListQueues" ? ["*"] : [own(text("QueueName", "QueueUrl").split("/").at(-1) ?? "")];
    case "apigateway":
      return [
        `arn:${partition(place.aws_region)}:apigateway:${place.aws_region}::${decodeURIComponent(
          path || apiPath(operation, body),
        )
          .replace(/^\/v2/, "")
          .replace(/^(\/tags\/).*/, "$1x")}`,
      ];
    case "dynamodb":
      return [text("TableName").startsWith("arn:") ? text("TableName") : own(`table/${text("TableName")}`)];
    case "pipes":
      return [
        /\/tags\/(arn:[^?]+)/.exec(decodeURIComponent(path))?.[1] ??
          own(`pipe/${path.split(/[/?]/).at(3) ?? text("Name")}`),
      ];
    case "states":
      return [text("stateMachineArn") || own(`stateMachine:${text("name") || "*"}`)];
    case "ssm":
      return [own(`parameter/${text("Name").replace(/^\//, "")}`)];
    default:
      throw new Error(`nothing is known of ARNs of ${prefix}`);
  }
}

/** Returns the path of a call of which the SDK tells the operation only. */
function apiPath(operation: string, { ApiId, IntegrationId }: Call["body"]): string {
  const of = operation.replace(/^Get/, "").toLowerCase();
  if (ApiId === undefined) return `/${of}`;
  return `/apis/${ApiId}/${IntegrationId === undefined ? of : `${of}s/${IntegrationId}`}`;
}

function eventsArn(operation: string, text: (...keys: string[]) => string, own: (resource: string) => string): string {
  const name = text("Name", "Rule", "ArchiveName");
  if (["ListArchives", "ListEventBuses", "ListEventSources", "ListRules"].includes(operation)) return "*";
  if (operation === "ListReplays") return "*";
  // Service Authorization Reference: an archive is what one may replay or not.
  if (operation === "StartReplay") return text("EventSourceArn");
  if (operation.includes("Replay")) return own(`replay/${text("ReplayName")}`);
  if (operation.includes("ApiDestination")) return own(`api-destination/${name}`);
  if (operation.includes("Connection")) return own(`connection/${name}`);
  if (operation.includes("Archive")) return own(`archive/${name}`);
  if (operation.includes("EventBus")) return own(`event-bus/${name}`);
  return own(`rule/${text("EventBusName")}/${name}`);
}

/** The ARN of a function that a request names, by its name or ARN. */
function functionArn(name: string, own: (resource: string) => string): string {
  return own(name.startsWith("arn:") ? name : `function:${name}`);
}

/** The members of a list in the query protocol. */
function listed(body: Call["body"], key: RegExp): string[] {
  return Object.entries(body).flatMap(([name, value]) => (key.test(name) ? [asText(value)] : []));
}
