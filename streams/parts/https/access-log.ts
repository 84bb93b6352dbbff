import { defaults } from "../../../aws/defaults";
import { apiLogGroupName } from "../../../aws/log-groups";
import type { HttpsKeys } from "../../https";
import type { CreationContext } from "../../stream-type";

/** The part of a stream that its access log is. */
export const ACCESS_LOG = "access-log";

/** Makes the log group of the API's access log, which holds no body. */
export function accessLog({ scope, bindings, id, place, environment, name, tags }: CreationContext<HttpsKeys>) {
  return new bindings.CloudwatchLogGroup(scope, id(bindings.CloudwatchLogGroup, ACCESS_LOG), {
    name: apiLogGroupName(environment, name),
    retentionInDays: defaults.log_retention_days,
    tags,
    ...(place.kms_key_arn !== undefined && { kmsKeyId: place.kms_key_arn }),
  });
}
