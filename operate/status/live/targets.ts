import type { Target } from "@aws-sdk/client-eventbridge";
import { type Resource, text } from "../../../report/resources/resource";
import { onceForEach } from "../../../text/once";
import { pages } from "../../aws/pages";
import { declaredBy, type Look } from "../look";
import { type Account, eventBridge } from "./account";
import { asResource } from "./as-resource";
import { liveRules, placeOf } from "./rules";

/** Returns the targets of those rules of the file that are there. */
export const liveTargets = onceForEach(async (look: Look): Promise<readonly Resource[]> => {
  const declared = new Set(
    declaredBy(look.environment)
      .of("aws_cloudwatch_event_rule")
      .map((rule) => placeOf(rule, "name")),
  );
  const rules = (await liveRules(look)).filter((rule) => declared.has(placeOf(rule, "name")));
  return (await Promise.all(rules.map((rule) => targetsOf(look.account, rule)))).flat();
});

async function targetsOf(account: Account, rule: Resource): Promise<Resource[]> {
  const { sdk, client } = await eventBridge(account);
  const [Rule, EventBusName] = [text(rule, "name"), text(rule, "event_bus_name")];
  const targets = await pages<Target>(async (NextToken) => {
    const answer = await client.send(new sdk.ListTargetsByRuleCommand({ Rule, EventBusName, NextToken, Limit: 100 }));
    return [answer.Targets, answer.NextToken];
  });
  return targets.map((target) => targetOf({ Rule, EventBusName }, target));
}

interface Of {
  readonly Rule: string | undefined;
  readonly EventBusName: string | undefined;
}

/** Returns a target with the attributes of Terraform's resource. */
function targetOf({ Rule, EventBusName }: Of, target: Target): Resource {
  const { RetryPolicy: retry, InputTransformer: input, HttpParameters: http } = target;
  return asResource("aws_cloudwatch_event_target", `${EventBusName}/${Rule}/${target.Id}`, {
    rule: Rule,
    event_bus_name: EventBusName,
    target_id: target.Id,
    arn: target.Arn,
    role_arn: target.RoleArn,
    input: target.Input,
    input_path: target.InputPath,
    input_transformer: input && { input_paths: input.InputPathsMap, input_template: input.InputTemplate },
    dead_letter_config: target.DeadLetterConfig?.Arn && { arn: target.DeadLetterConfig.Arn },
    retry_policy: retry && {
      maximum_event_age_in_seconds: retry.MaximumEventAgeInSeconds,
      maximum_retry_attempts: retry.MaximumRetryAttempts,
    },
    kinesis_target: target.KinesisParameters && { partition_key_path: target.KinesisParameters.PartitionKeyPath },
    sqs_target: target.SqsParameters && { message_group_id: target.SqsParameters.MessageGroupId },
    http_target: http && {
      header_parameters: http.HeaderParameters,
      path_parameter_values: http.PathParameterValues,
      query_string_parameters: http.QueryStringParameters,
    },
  });
}
