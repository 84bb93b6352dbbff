import type { Target } from "@aws-sdk/client-eventbridge";
import { defaults } from "../../../aws/defaults";

/** Returns the options of a target as the file has them, beside the destination that it goes to. */
export function targetOptions(destination: string, target: Target): Record<string, unknown> {
  const { Id, Input, InputPath, InputTransformer: transformer, RetryPolicy: retry } = target;
  const variables = Object.entries(transformer?.InputPathsMap ?? {}).map(([name, path]) => [name, pathOf(path)]);
  const partition = target.KinesisParameters?.PartitionKeyPath;
  const group = target.SqsParameters?.MessageGroupId;
  const age = retry?.MaximumEventAgeInSeconds ?? defaults.max_event_age_seconds;
  const attempts = retry?.MaximumRetryAttempts ?? defaults.retry_attempts;
  return {
    ...(Id !== destination && { target_id: Id }),
    ...(Input !== undefined && { input: Input }),
    ...(InputPath !== undefined && { input_path: pathOf(InputPath) }),
    ...(transformer !== undefined && { template: transformer.InputTemplate }),
    ...(variables.length > 0 && { variables: Object.fromEntries(variables) }),
    ...(partition !== undefined && { partition_key_path: pathOf(partition) }),
    ...(group !== undefined && { message_group_id: group }),
    ...(age !== defaults.max_event_age_seconds && { max_event_age_seconds: age }),
    ...(attempts !== defaults.retry_attempts && { retry_attempts: attempts }),
  };
}

const pathOf = (path: string) => path.replace(/^\$\./, "");
