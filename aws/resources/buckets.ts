import { bucket } from "./grant";
import type { ResourceTypes } from "./resource-type";

export const buckets: ResourceTypes = {
  aws_s3_bucket: {
    noun: "bucket",
    importId: ({ bucket }) => `${bucket}`,
    loss: "with every file in it, unless AWS refuses since it is not empty",
    tagged: true,
    deploy: [
      {
        read: [
          "s3:GetAccelerateConfiguration",
          "s3:GetBucketAcl",
          "s3:GetBucketCORS",
          "s3:GetBucketLogging",
          "s3:GetBucketObjectLockConfiguration",
          "s3:GetBucketPolicy",
          "s3:GetBucketRequestPayment",
          "s3:GetBucketTagging",
          "s3:GetBucketVersioning",
          "s3:GetBucketWebsite",
          "s3:GetEncryptionConfiguration",
          "s3:GetLifecycleConfiguration",
          "s3:GetReplicationConfiguration",
          "s3:ListBucket",
          "s3:ListTagsForResource",
        ],
        write: ["s3:CreateBucket", "s3:DeleteBucket", "s3:PutBucketTagging", "s3:TagResource", "s3:UntagResource"],
        on: bucket,
      },
    ],
  },
  aws_s3_bucket_lifecycle_configuration: {
    noun: "bucket lifecycle",
    expiresFilesOf: "bucket",
    deploy: [{ read: ["s3:GetLifecycleConfiguration"], write: ["s3:PutLifecycleConfiguration"], on: bucket }],
  },
  aws_s3_bucket_logging: {
    noun: "bucket access log",
    deploy: [{ read: ["s3:GetBucketLogging"], write: ["s3:PutBucketLogging"], on: bucket }],
  },
  aws_s3_bucket_policy: {
    noun: "bucket policy",
    holder: ["bucket", "bucket"],
    deploy: [{ read: ["s3:GetBucketPolicy"], write: ["s3:DeleteBucketPolicy", "s3:PutBucketPolicy"], on: bucket }],
  },
  aws_s3_bucket_public_access_block: {
    noun: "bucket public access block",
    deploy: [{ read: ["s3:GetBucketPublicAccessBlock"], write: ["s3:PutBucketPublicAccessBlock"], on: bucket }],
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    noun: "bucket encryption",
    deploy: [{ read: ["s3:GetEncryptionConfiguration"], write: ["s3:PutEncryptionConfiguration"], on: bucket }],
  },
  aws_s3_bucket_versioning: {
    noun: "bucket versioning",
    deploy: [{ read: ["s3:GetBucketVersioning"], write: ["s3:PutBucketVersioning"], on: bucket }],
  },
};
