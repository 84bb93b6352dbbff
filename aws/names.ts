import { createHash } from "node:crypto";
import {
  ARCHIVE_NAME_LENGTH,
  BUCKET_NAME_LENGTH,
  ECS_NAME_LENGTH,
  FUNCTION_NAME_LENGTH,
  LOG_DELIVERY_NAME_LENGTH,
  PIPE_NAME_LENGTH,
  ROLE_NAME_LENGTH,
} from "./limits";

/** Account and region, as every ARN needs them. */
export interface Place {
  readonly aws_account_id: string;
  readonly aws_region: string;
}

const PARTITIONS: readonly (readonly [prefix: string, partition: string])[] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["eusc-", "aws-eusc"],
  ["us-iso-", "aws-iso"],
  ["us-isob-", "aws-iso-b"],
  ["eu-isoe-", "aws-iso-e"],
  ["us-isof-", "aws-iso-f"],
];

export function partition(region: string): string {
  return PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
}

export function arn(place: Place, service: string, resource: string): string {
  return `arn:${partition(place.aws_region)}:${service}:${place.aws_region}:${place.aws_account_id}:${resource}`;
}

export function roleArn(place: Place, name: string): string {
  return `arn:${partition(place.aws_region)}:iam::${place.aws_account_id}:role/${name}`;
}

/** Returns the ARN for all identities of an account whose own policies allow the action. */
export function accountArn(place: Place): string {
  return `arn:${partition(place.aws_region)}:iam::${place.aws_account_id}:root`;
}

/** The stand-in for the id of an unknown organization, as long as any id. */
export const UNKNOWN_ORGANIZATION = "00000000-0000-0000-0000-000000000000";

/** Returns the name of the partner event source and, since AWS demands it, of its event bus. */
export function eventSourceName(organization: string, suffix: string): string {
  return `aws.partner/genesys.com/cloud/${organization}/${suffix}`;
}

/** Returns the organization that the name of a partner event source contains; undefined where it is none of Genesys Cloud. */
export function organizationInSource(source: string): string | undefined {
  return /^aws\.partner\/genesys\.com\/cloud\/([^/]+)\/[^/]+$/.exec(source)?.[1];
}

export function busArn(place: Place, bus: string): string {
  return arn(place, "events", `event-bus/${bus}`);
}

/**
 * Returns an ARN of every rule on the bus. Conditions name the bus rather than each rule, so that they do not grow with the rules.
 */
export function ruleArn(place: Place, bus: string): string {
  return arn(place, "events", `rule/${bus}/*`);
}

export function physicalName(environment: string, name: string): string {
  return `${environment}-${name}`;
}

export function archiveName(environment: string, stream: string): string {
  return cut(physicalName(environment, stream), ARCHIVE_NAME_LENGTH);
}

/** Returns what the names of all replays of a stream's archive begin with. */
export function replayPrefix(environment: string, stream: string): string {
  return `${archiveName(environment, stream)}-`;
}

/**
 * Returns the name of a replay. It follows from what is replayed, so that AWS itself refuses to start the same replay twice.
 *
 * @param what all that makes it another replay: archive, range, rules
 * @param number counts from 1, where the same is replayed again
 */
export function replayName(environment: string, stream: string, what: string, number: number): string {
  const hash = createHash("sha256").update(what).digest("hex").slice(0, 8);
  return `${replayPrefix(environment, stream)}${hash}${number === 1 ? "" : `-${number}`}`;
}

/** Returns the name of a part of the delivery of a bus's logs; these names have no dots. */
export function logDeliveryName(environment: string, stream: string, part: string): string {
  return cut(`${environment}-${stream}-${part}`.replaceAll(".", "_"), LOG_DELIVERY_NAME_LENGTH);
}

/** Returns the name of the pipe that fills a bus. */
export function pipeName(bus: string): string {
  return cut(bus, PIPE_NAME_LENGTH);
}

export function pipeArn(place: Place, bus: string): string {
  return arn(place, "pipes", `pipe/${pipeName(bus)}`);
}

/** Returns the exact source of events that a stream puts on a bus of this account. */
export function ownSource(type: string, environment: string, stream: string): string {
  return `${type}/${environment}/${stream}`;
}

/** Returns the name of the cluster, the service and the task of a bridge; these names have no dots (ECS API reference, CreateService). */
export function bridgeName(environment: string, stream: string): string {
  return cut(physicalName(environment, stream).replaceAll(".", "_"), ECS_NAME_LENGTH);
}

/** Returns the name of the parameter that keeps until when all that came by a bridge is on its bus. */
export function bridgeParameterName(environment: string, stream: string): string {
  return `/genesys-eventbridge/${environment}/${stream}/seen`;
}

export function deadLetterQueueName(environment: string): string {
  return physicalName(environment, "dead-letters");
}

export function deadLetterQueueArn(environment: Place & { readonly name: string }): string {
  return arn(environment, "sqs", deadLetterQueueName(environment.name));
}

/** Returns the address by which a queue is sent to. */
export function queueUrl({ aws_region: region, aws_account_id: account }: Place, name: string): string {
  return `https://sqs.${region}.${partition(region) === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"}/${account}/${name}`;
}

/** Returns a role's name. IAM roles have names of the account, not of the region. */
export function roleName(environment: string, destination: string, purpose = "eventbridge"): string {
  return cut(`${environment}-${destination}-${purpose}`, ROLE_NAME_LENGTH);
}

/** Returns the name of a function of ours; these names have no dots. */
export function functionName(environment: string, owner: string, part: string): string {
  return cut(`${environment}-${owner}-${part}`.replaceAll(".", "_"), FUNCTION_NAME_LENGTH);
}

export function functionArn(place: Place, name: string): string {
  return arn(place, "lambda", `function:${name}`);
}

export function apiName(environment: string, stream: string): string {
  return physicalName(environment, stream);
}

/** Returns the name of the table of ids that a stream has seen. */
export function seenTableName(environment: string, stream: string): string {
  return `${environment}-${stream}-seen`;
}

/** Returns a bucket's name. It is unique in the world, so that account and region are a part of it. */
export function bucketName({ aws_account_id, aws_region }: Place, name: string): string {
  return cut(`${name}-${aws_account_id}-${aws_region}`.toLowerCase().replaceAll("_", "-"), BUCKET_NAME_LENGTH);
}

/** Returns the name of the bucket of what queries over a destination found. */
export function resultsBucketName(place: Place, name: string): string {
  return bucketName(place, `${name}-results`);
}

/** Returns the name of a database of Glue, of which Athena takes small letters, digits and _ without quotes. */
export function databaseName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "_");
}

/** Returns a name that is short enough. It ends in a hash of the whole, so that two long names never become one. */
export function cut(name: string, length: number): string {
  if (name.length <= length) return name;
  return `${name.slice(0, length - 9)}-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
}

/** Returns the part of a Terraform address that names the resource. Not one to one: see the check for logical ids. */
export function logicalId(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, "_").replace(/^(?=[0-9-])/, "_");
}

export function targetName(rule: string, destination: string): string {
  return `${rule}_to_${destination}`;
}

export function tags(environment: string, own: Readonly<Record<string, string>>): Record<string, string> {
  return { environment, "managed-by": "cdktf", ...own };
}

export function permissionName(destination: string, stream: string): string {
  return `${destination}_from_${stream}`;
}

/** Returns the name of one part of a destination or stream that consists of several resources of one type. */
export function partName(owner: string, part: string): string {
  return `${owner}_${part}`;
}

/** Returns a queue's name with the suffix that FIFO queues must have. */
export function fifoName(name: string, fifo: boolean): string {
  return fifo && !name.endsWith(".fifo") ? `${name}.fifo` : name;
}

/**
 * Returns an alarm's name, known before anything exists. The longest one is half of what CloudWatch takes.
 *
 * @param part counts from 0, where one alarm cannot hold all that it watches
 */
export function alarmName(environment: string, subject: string, kind: string, part = 0): string {
  return physicalName(environment, `${subject}-${numbered(kind, part)}`);
}

export function alarmId(subject: string, kind: string, part = 0): string {
  return `${subject}_${numbered(kind, part)}`;
}

function numbered(kind: string, part: number): string {
  return part === 0 ? kind : `${kind}-${part + 1}`;
}

/** Returns the name of the topic that notifies e-mail addresses of alarms. */
export function alarmTopicName(environment: string): string {
  return physicalName(environment, "alarms");
}

export function dashboardName(environment: string): string {
  return physicalName(environment, "genesys-events");
}
