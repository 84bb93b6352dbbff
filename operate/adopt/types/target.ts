import type { Target } from "@aws-sdk/client-eventbridge";
import { type Adoptable, textOf } from "../adoptable";
import { heldRulesOn } from "../bus-contents";

export const target: Adoptable = {
  type: "aws_cloudwatch_event_target",
  async find({ event_bus_name, rule, target_id }, { aws }) {
    const held = (await heldRulesOn(aws, textOf(event_bus_name))).find(({ rule: { Name } }) => Name === rule);
    const found = held?.targets.find(({ Id }) => Id === target_id);
    return found && { event_bus_name, rule, target_id, ...targetAttributes(found) };
  },
  reads: () => [],
};

/** Returns what AWS has of a target as the attributes of its Terraform resource. Both numbers of the retries have defaults at AWS. */
export function targetAttributes(target: Target): Readonly<Record<string, unknown>> {
  const { InputTransformer: transformer, RetryPolicy: retry, HttpParameters: http } = target;
  return {
    arn: target.Arn ?? null,
    role_arn: target.RoleArn ?? null,
    input: target.Input ?? null,
    input_path: target.InputPath ?? null,
    input_transformer: transformer
      ? { input_paths: transformer.InputPathsMap ?? {}, input_template: transformer.InputTemplate }
      : null,
    retry_policy: {
      maximum_event_age_in_seconds: retry?.MaximumEventAgeInSeconds ?? 86_400,
      maximum_retry_attempts: retry?.MaximumRetryAttempts ?? 185,
    },
    dead_letter_config: target.DeadLetterConfig?.Arn ? { arn: target.DeadLetterConfig.Arn } : null,
    kinesis_target: target.KinesisParameters ? { partition_key_path: target.KinesisParameters.PartitionKeyPath } : null,
    sqs_target: target.SqsParameters?.MessageGroupId ? { message_group_id: target.SqsParameters.MessageGroupId } : null,
    http_target: http
      ? {
          header_parameters: http.HeaderParameters,
          path_parameter_values: http.PathParameterValues,
          query_string_parameters: http.QueryStringParameters,
        }
      : null,
  };
}
