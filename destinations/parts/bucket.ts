import type { Part } from "../../aws/part";
import { policy } from "../../aws/policy";
import type { ITerraformDependable } from "../../aws/terraform";
import type { CreationContext } from "../destination-type";
import { keepVersions, logAccess } from "./bucket-keeping";

/** A bucket of the stack's own. */
export interface Bucket {
  readonly name: string;
  readonly arn: string;
  readonly expire_after_days?: number | undefined;
  readonly access_log_bucket?: string | undefined;
}

/** Returns all that `createBucket` makes. */
export function bucketParts({ name, access_log_bucket }: Omit<Bucket, "arn">): Part[] {
  return [
    { type: "aws_s3_bucket", takes: { name, kind: "bucket", within: "world" } },
    { type: "aws_s3_bucket_public_access_block" },
    { type: "aws_s3_bucket_server_side_encryption_configuration" },
    { type: "aws_s3_bucket_policy" },
    { type: "aws_s3_bucket_versioning" },
    { type: "aws_s3_bucket_lifecycle_configuration" },
    ...(access_log_bucket === undefined ? [] : [{ type: "aws_s3_bucket_logging" }]),
  ];
}

/**
 * A private, encrypted bucket that takes encrypted connections only and keeps what was overwritten for a while. AWS refuses to
 * destroy it while it holds anything, and to change two of its settings at a time, so that each waits for the one before.
 */
export function createBucket(context: CreationContext<unknown>, made: Bucket): ITerraformDependable[] {
  const { scope, bindings, id, place, tags } = context;
  const bucket = new bindings.S3Bucket(scope, id(bindings.S3Bucket), { bucket: made.name, tags });
  const at = { bucket: bucket.bucket };
  const closed = new bindings.S3BucketPublicAccessBlock(scope, id(bindings.S3BucketPublicAccessBlock), {
    ...at,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  const encrypted = new bindings.S3BucketServerSideEncryptionConfigurationA(
    scope,
    id(bindings.S3BucketServerSideEncryptionConfigurationA),
    {
      ...at,
      dependsOn: [closed],
      rule: [
        {
          applyServerSideEncryptionByDefault: place.kms_key_arn
            ? { sseAlgorithm: "aws:kms", kmsMasterKeyId: place.kms_key_arn }
            : { sseAlgorithm: "AES256" },
          bucketKeyEnabled: place.kms_key_arn !== undefined,
        },
      ],
    },
  );
  const guarded = new bindings.S3BucketPolicy(scope, id(bindings.S3BucketPolicy), {
    ...at,
    policy: policy([
      {
        Sid: "OnlyEncryptedConnections",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [made.arn, `${made.arn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]),
    dependsOn: [encrypted],
  });
  const kept = keepVersions(context, at, made, guarded);
  return [kept, ...logAccess(context, at, made, kept)];
}
