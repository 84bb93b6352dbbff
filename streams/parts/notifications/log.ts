import { defaults } from "../../../aws/defaults";
import { bridgeLogGroupName } from "../../../aws/log-groups";
import type { ITerraformDependable } from "../../../aws/terraform";
import type { NotificationsKeys } from "../../notifications";
import type { CreationContext } from "../../stream-type";
import { metrics, NAMESPACE } from "./alarms";
import { LOG_PART } from "./parts";

/** Makes the log group, which holds no event, and the metrics of the figures in it. */
export function logged(context: CreationContext<NotificationsKeys>): ITerraformDependable {
  const { scope, bindings, id, place, environment, name, tags } = context;
  const { CloudwatchLogGroup, CloudwatchLogMetricFilter } = bindings;
  const group = new CloudwatchLogGroup(scope, id(CloudwatchLogGroup, LOG_PART), {
    name: bridgeLogGroupName(environment, name),
    retentionInDays: defaults.log_retention_days,
    tags,
    ...(place.kms_key_arn !== undefined && { kmsKeyId: place.kms_key_arn }),
  });
  for (const [figure, { name: metric }] of Object.entries(metrics)) {
    new CloudwatchLogMetricFilter(scope, id(CloudwatchLogMetricFilter, figure), {
      name: figure,
      logGroupName: group.name,
      pattern: `{ $.${figure} = * }`,
      metricTransformation: {
        namespace: NAMESPACE,
        name: metric,
        value: `$.${figure}`,
        dimensions: { Bus: "$.bus" },
        unit: figure === "waited_seconds" ? "Seconds" : "Count",
      },
    });
  }
  return group;
}
