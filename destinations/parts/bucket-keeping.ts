import { defaults } from "../../aws/defaults";
import type { ITerraformDependable } from "../../aws/terraform";
import type { CreationContext } from "../destination-type";
import type { Bucket } from "./bucket";

interface Of {
  readonly bucket: string;
}

/**
 * Keeps what is overwritten or deleted, for a few days: versions that nobody counts would keep personal data for ever. Also
 * removes the parts of files that were never completed, which no listing shows.
 */
export function keepVersions(
  { scope, bindings, id }: CreationContext<unknown>,
  at: Of,
  { expire_after_days: days }: Bucket,
  before: ITerraformDependable,
): ITerraformDependable {
  const versioned = new bindings.S3BucketVersioningA(scope, id(bindings.S3BucketVersioningA), {
    ...at,
    versioningConfiguration: { status: "Enabled" },
    dependsOn: [before],
  });
  const everywhere = { status: "Enabled", filter: [{ prefix: "" }] };
  return new bindings.S3BucketLifecycleConfiguration(scope, id(bindings.S3BucketLifecycleConfiguration), {
    ...at,
    dependsOn: [versioned],
    rule: [
      ...(days === undefined ? [] : [{ id: "expire", ...everywhere, expiration: [{ days }] }]),
      {
        id: "noncurrent-versions",
        ...everywhere,
        noncurrentVersionExpiration: [{ noncurrentDays: defaults.noncurrent_version_days }],
        // What is left of a file when its last version is gone.
        expiration: [{ expiredObjectDeleteMarker: true }],
      },
      {
        id: "incomplete-uploads",
        ...everywhere,
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: defaults.incomplete_upload_days }],
      },
    ],
  });
}

/** Tells the bucket that the owner names who read what. It must exist, in this account and region, and let S3 write there. */
export function logAccess(
  { scope, bindings, id }: CreationContext<unknown>,
  at: Of,
  { name, access_log_bucket: targetBucket }: Bucket,
  before: ITerraformDependable,
): ITerraformDependable[] {
  if (targetBucket === undefined) return [];
  return [
    new bindings.S3BucketLoggingA(scope, id(bindings.S3BucketLoggingA), {
      ...at,
      targetBucket,
      targetPrefix: `${name}/`,
      dependsOn: [before],
    }),
  ];
}
