import { defaults } from "../../aws/defaults";
import { firehoseLogGroupName } from "../../aws/log-groups";
import { arn, type Place } from "../../aws/names";
import type { Part } from "../../aws/part";
import type { Statement } from "../../aws/policy";
import type { ITerraformDependable } from "../../aws/terraform";
import type { CreationContext } from "../destination-type";

const PART = "errors";
/** The log stream's name, as the console chooses it for S3. */
const LOG_STREAM = "DestinationDelivery";

/** The ARN of the log group in which a delivery stream says what it could not write, and why. */
export function errorLogArn(place: Place, stream: string): string {
  return arn(place, "logs", `log-group:${firehoseLogGroupName(stream)}`);
}

/** The log of what could not be written: without it, a failure shows as a number and nothing says why. */
export interface ErrorLog {
  readonly options: { readonly enabled: true; readonly logGroupName: string; readonly logStreamName: string };
  readonly ready: ITerraformDependable;
  /** The permission that the role of the delivery stream needs for it. */
  readonly statement: Statement;
}

/** Returns all that `createErrorLog` makes. */
export function errorLogParts(stream: string): Part[] {
  return [
    {
      type: "aws_cloudwatch_log_group",
      part: PART,
      takes: { name: firehoseLogGroupName(stream), kind: "log_group", within: "region" },
    },
    { type: "aws_cloudwatch_log_stream", part: PART },
  ];
}

export function createErrorLog({ scope, bindings, id, place, name, tags }: CreationContext<unknown>): ErrorLog {
  const logGroupName = firehoseLogGroupName(name);
  const group = new bindings.CloudwatchLogGroup(scope, id(bindings.CloudwatchLogGroup, PART), {
    name: logGroupName,
    retentionInDays: defaults.log_retention_days,
    tags,
    ...(place.kms_key_arn && { kmsKeyId: place.kms_key_arn }),
  });
  const stream = new bindings.CloudwatchLogStream(scope, id(bindings.CloudwatchLogStream, PART), {
    name: LOG_STREAM,
    logGroupName: group.name,
  });
  return {
    options: { enabled: true, logGroupName, logStreamName: LOG_STREAM },
    ready: stream,
    statement: {
      Effect: "Allow",
      Action: "logs:PutLogEvents",
      Resource: `${errorLogArn(place, name)}:log-stream:${LOG_STREAM}`,
    },
  };
}
