import { partition } from "../../aws/names";
import { type Statement, viaService } from "../../aws/policy";
import type { Environment } from "../../config/model";
import type { BucketPath } from "../aws/bucket-place";

/** The words to put a bucket in place of, where nobody has named one. */
const ANY: BucketPath = { bucket: "BUCKET", path: "PREFIX" };

/** Returns what `trace` must be allowed to read archives: what begins with these paths, in the buckets that have them. */
export function tracePolicy(environment: Environment, named: readonly BucketPath[]): readonly Statement[] {
  const places = named.length === 0 ? [ANY] : named;
  const { kms_key_arn: key, aws_region: region } = environment;
  const arn = (path: string) => `arn:${partition(region)}:s3:::${path}`;
  return [
    ...places.map(
      ({ bucket, path }): Statement => ({
        Effect: "Allow",
        Action: "s3:ListBucket",
        Resource: arn(bucket),
        Condition: { StringEquals: { "s3:prefix": path } },
      }),
    ),
    { Effect: "Allow", Action: "s3:GetObject", Resource: places.map(({ bucket, path }) => arn(`${bucket}/${path}*`)) },
    ...(key === undefined
      ? []
      : [{ Effect: "Allow", Action: "kms:Decrypt", Resource: key, Condition: viaService(environment, "s3") } as const]),
  ];
}
