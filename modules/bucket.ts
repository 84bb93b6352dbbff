import type { ITerraformDependable } from "cdktf";
import type { CreationContext } from "./destinations/destination-type";
import { policy } from "./policy";

/**
 * A private, encrypted bucket that takes encrypted connections only. AWS refuses to destroy it while it holds anything, and
 * to change two of its settings at a time, so that each waits for the one before.
 */
export function createBucket(
  { scope, bindings, id, place, tags }: CreationContext<unknown>,
  name: string,
  bucketArn: string,
  { expire_after_days }: { readonly expire_after_days?: number | undefined },
): ITerraformDependable[] {
  const bucket = new bindings.S3Bucket(scope, id(bindings.S3Bucket), { bucket: name, tags });
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
        Resource: [bucketArn, `${bucketArn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]),
    dependsOn: [encrypted],
  });
  const expiring =
    expire_after_days === undefined
      ? []
      : [
          new bindings.S3BucketLifecycleConfiguration(scope, id(bindings.S3BucketLifecycleConfiguration), {
            ...at,
            dependsOn: [guarded],
            rule: [
              { id: "expire", status: "Enabled", filter: [{ prefix: "" }], expiration: [{ days: expire_after_days }] },
            ],
          }),
        ];
  return [guarded, ...expiring];
}
