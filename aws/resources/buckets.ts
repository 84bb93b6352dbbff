import type { ResourceTypes } from "./resource-type";

export const buckets: ResourceTypes = {
  aws_s3_bucket: {
    noun: "bucket",
    loss: "with every file in it, unless AWS refuses since it is not empty",
    tagged: true,
  },
  aws_s3_bucket_lifecycle_configuration: { noun: "bucket lifecycle", expiresFilesOf: "bucket" },
  aws_s3_bucket_logging: { noun: "bucket access log" },
  aws_s3_bucket_policy: { noun: "bucket policy", holder: ["bucket", "bucket"] },
  aws_s3_bucket_public_access_block: { noun: "bucket public access block" },
  aws_s3_bucket_server_side_encryption_configuration: { noun: "bucket encryption" },
  aws_s3_bucket_versioning: { noun: "bucket versioning" },
};
