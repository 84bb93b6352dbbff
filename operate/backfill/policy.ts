import { busArn, partition } from "../../aws/names";
import { type Statement, viaService } from "../../aws/policy";
import type { Environment } from "../../config/model";
import { streamType } from "../../streams";
import { busOf } from "../buses";

/** Returns whether PutEvents takes events for a stream's bus: where a name is reserved, only its owner sends. */
export function takesEvents(type: string): boolean {
  return streamType(type).sources.reserved === undefined;
}

/** A place in S3. */
export interface BucketPlace {
  readonly bucket: string;
  /** Ends with a slash, or is empty. */
  readonly prefix: string;
}

/** The words to put a bucket in place of, where nobody has named one. */
const ANY: BucketPlace = { bucket: "BUCKET", prefix: "PREFIX/" };

/** Returns what `backfill` must be allowed: to put events on the buses that take any, or to write files to a bucket. */
export function backfillPolicy(environment: Environment, place?: BucketPlace): readonly Statement[] {
  const buses = place === undefined ? busStatements(environment) : [];
  return buses.length > 0 ? buses : bucketStatements(environment, place ?? ANY);
}

function busStatements(environment: Environment): Statement[] {
  const buses = Object.entries(environment.streams).flatMap(([name, keys]) =>
    takesEvents(keys.type) ? [busArn(environment, busOf(environment, name, keys).bus)] : [],
  );
  return buses.length === 0 ? [] : [{ Sid: "PutEvents", Effect: "Allow", Action: "events:PutEvents", Resource: buses }];
}

function bucketStatements(environment: Environment, { bucket, prefix }: BucketPlace): Statement[] {
  const { kms_key_arn: key, aws_region: region } = environment;
  const files = `arn:${partition(region)}:s3:::${bucket}/${prefix}*`;
  return [
    { Sid: "WriteFiles", Effect: "Allow", Action: "s3:PutObject", Resource: files },
    ...(key === undefined
      ? []
      : [
          {
            Sid: "EncryptFiles",
            Effect: "Allow",
            Action: "kms:GenerateDataKey",
            Resource: key,
            Condition: viaService(environment, "s3"),
          } as const,
        ]),
  ];
}
