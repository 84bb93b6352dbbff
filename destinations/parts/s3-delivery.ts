import { parseArn } from "../../aws/arn";
import { arn, bucketName, type Place, partition } from "../../aws/names";
import type { Part } from "../../aws/part";
import { type Statement, viaService } from "../../aws/policy";
import { createRole } from "../../parts/role";
import { storedSecretStatements } from "../../parts/stored-secrets";
import type { Created, CreationContext, Named } from "../destination-type";
import { bucketParts, createBucket } from "./bucket";
import { catalogParts, createCatalog } from "./catalog";
import { outsideConfiguration } from "./endpoint/delivery";
import { type Outside, outsideOf } from "./endpoint/schema";
import { createErrorLog, type ErrorLog, errorLogParts } from "./firehose-errors";

interface Delivery extends Outside {
  readonly bucket_arn?: string | undefined;
  readonly bucket_name?: string | undefined;
  readonly prefix?: string | undefined;
  readonly error_prefix?: string | undefined;
  readonly buffering_seconds: number;
  readonly buffering_mib: number;
  readonly compression: string;
  readonly expire_after_days?: number | undefined;
  readonly access_log_bucket?: string | undefined;
  readonly catalog: boolean;
}

export const DEFAULT_PREFIX = "!{timestamp:yyyy/MM/dd/HH}/";

/** Returns all that `createDelivery` makes. */
export function deliveryParts(delivery: Delivery, { place, name, roleName }: Named): Part[] {
  const role = { name: roleName("firehose"), kind: "role", within: "account" } as const;
  return [
    { type: "aws_kinesis_firehose_delivery_stream" },
    { type: "aws_iam_role", part: "firehose", takes: role },
    { type: "aws_iam_role_policy", part: "firehose" },
    ...errorLogParts(name),
    ...(delivery.bucket_arn === undefined ? bucketParts({ ...delivery, name: bucketOf(delivery, place, name) }) : []),
    ...(delivery.catalog ? catalogParts({ place, name }) : []),
  ];
}

function bucketOf({ bucket_name }: Delivery, place: Place, name: string): string {
  return bucket_name ?? bucketName(place, name);
}

/** A Firehose delivery stream into a bucket, or to a place outside AWS and what that does not take into a bucket, with its role. */
export function createDelivery(context: CreationContext<unknown>, delivery: Delivery): Created {
  const { scope, bindings, id, place, name, tags } = context;
  const { prefix = DEFAULT_PREFIX, expire_after_days } = delivery;
  const ownBucket = bucketOf(delivery, place, name);
  const bucketArn = delivery.bucket_arn ?? `arn:${partition(place.aws_region)}:s3:::${ownBucket}`;
  const bucket =
    delivery.bucket_arn === undefined ? createBucket(context, { ...delivery, name: ownBucket, arn: bucketArn }) : [];
  const errors = createErrorLog(context);
  const role = createWriter(context, delivery, bucketArn, errors);
  const files = {
    bucketArn,
    roleArn: role.arn,
    errorOutputPrefix: delivery.error_prefix ?? "errors/",
    bufferingInterval: delivery.buffering_seconds,
    bufferingSize: delivery.buffering_mib,
    compressionFormat: delivery.compression,
    cloudwatchLoggingOptions: errors.options,
    ...(place.kms_key_arn && { kmsKeyArn: place.kms_key_arn }),
  };
  const stream = new bindings.KinesisFirehoseDeliveryStream(scope, id(bindings.KinesisFirehoseDeliveryStream), {
    name,
    ...(outsideConfiguration(place, delivery, files, errors) ?? {
      destination: "extended_s3",
      extendedS3Configuration: {
        ...files,
        prefix,
        // EventBridge puts no line break behind an event, and readers of files of lines want one.
        processingConfiguration: {
          enabled: true,
          processors: [
            { type: "AppendDelimiterToRecord", parameters: [{ parameterName: "Delimiter", parameterValue: "\\n" }] },
          ],
        },
      },
    }),
    serverSideEncryption: place.kms_key_arn
      ? { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: place.kms_key_arn }
      : { enabled: true, keyType: "AWS_OWNED_CMK" },
    tags,
    dependsOn: [role.policy, errors.ready, ...bucket],
  });
  if (delivery.catalog) createCatalog(context, { bucket: parseArn(bucketArn).resource, prefix, expire_after_days });
  return { ready: [stream] };
}

/** The role by which Firehose writes to the bucket and reads its secret, for this stream alone. */
function createWriter(
  { scope, bindings, id, place, name, roleName, tags }: CreationContext<unknown>,
  delivery: Outside,
  bucketArn: string,
  errors: ErrorLog,
) {
  const outside = outsideOf(delivery);
  const statements: Statement[] = [
    {
      Effect: "Allow",
      Action: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
      Resource: bucketArn,
    },
    {
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
      Resource: `${bucketArn}/*`,
    },
    errors.statement,
    ...storedSecretStatements(place, outside === undefined ? [] : [outside.secret]),
  ];
  if (place.kms_key_arn) {
    statements.push({
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: place.kms_key_arn,
      // For files of a bucket and nothing else.
      Condition: viaService(place, "s3"),
    });
  }
  return createRole(scope, bindings, (type) => id(type, "firehose"), place, {
    name: roleName("firehose"),
    description: outside
      ? `Firehose ${name} reads its secret, and writes what fails to S3`
      : `Firehose ${name} writes to S3`,
    service: "firehose.amazonaws.com",
    sourceArn: arn(place, "firehose", `deliverystream/${name}`),
    policyName: "write",
    statements,
    tags,
  });
}
