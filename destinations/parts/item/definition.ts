import { completeExpression, ITEM_NAMES, type ItemKeys, itemExpression, orderOf, rankExpression } from "./item";

/** What the workflow is made for. */
export interface Writer {
  readonly keys: ItemKeys;
  readonly partition: string;
  /** The table's name, or its ARN where it is another's. */
  readonly table: string;
  readonly stateMachineArn: string;
  /** The address of the stack's dead-letter queue. */
  readonly deadLetters: string;
}

/** Errors of DynamoDB and of Step Functions that pass by themselves. */
const PASSING = [
  "DynamoDB.InternalServerErrorException",
  "DynamoDB.ItemCollectionSizeLimitExceededException",
  "DynamoDB.ProvisionedThroughputExceededException",
  "DynamoDB.RequestLimitExceededException",
  "DynamoDB.ThrottlingException",
  "DynamoDB.TransactionConflictException",
  "States.Timeout",
];
const again = (errors: readonly string[]) => [
  { ErrorEquals: errors, IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 4, JitterStrategy: "FULL" },
];

/** Longer than any call takes; the whole has five minutes (quota of Express workflows). */
const TASK_SECONDS = 20;
/** What SQS takes is far more; this much tells the reason. */
const CAUSE_LENGTH = 1000;

/**
 * Returns the definition of the workflow that writes one item of each event. What fails goes to the stack's dead-letter queue in the form
 * that EventBridge writes, since EventBridge sees no more than that the workflow was started; then the execution fails, so that it
 * is counted. An event that is older than what the table holds ends well.
 */
export function definition({ keys, partition, table, stateMachineArn, deadLetters }: Writer): string {
  const latest = orderOf(keys);
  return JSON.stringify({
    Comment: "Writes one item of each event; what fails goes to the dead-letter queue",
    QueryLanguage: "JSONata",
    StartAt: "Receive",
    States: {
      Receive: {
        Type: "Pass",
        Assign: { event: "{% $states.input.event %}", rule: "{% $states.input.rule %}" },
        Next: "Complete?",
      },
      "Complete?": {
        Type: "Choice",
        Choices: [{ Condition: completeExpression(keys), Next: "Write" }],
        Default: "Incomplete",
      },
      Write: {
        Type: "Task",
        Resource: `arn:${partition}:states:::dynamodb:putItem`,
        Arguments: { TableName: table, Item: itemExpression(keys), ...newest(keys) },
        TimeoutSeconds: TASK_SECONDS,
        Retry: again(PASSING),
        Catch: [
          ...(latest === undefined
            ? []
            : [{ ErrorEquals: ["DynamoDB.ConditionalCheckFailedException"], Next: "Older" }]),
          {
            ErrorEquals: ["States.ALL"],
            Assign: {
              error: '{% $states.errorOutput.Error ? $states.errorOutput.Error : "States.TaskFailed" %}',
              cause: `{% $substring($states.errorOutput.Cause ? $states.errorOutput.Cause : "no reason was given", 0, ${CAUSE_LENGTH}) %}`,
            },
            Next: "Keep",
          },
        ],
        End: true,
      },
      ...(latest !== undefined && {
        Older: { Type: "Succeed", Comment: "The table holds a newer event of the same key" },
      }),
      Incomplete: {
        Type: "Pass",
        Assign: { error: "INCOMPLETE_ITEM", cause: `the event has no value for ${needed(keys)} that can be used` },
        Next: "Keep",
      },
      Keep: {
        Type: "Task",
        Resource: `arn:${partition}:states:::sqs:sendMessage`,
        Arguments: {
          QueueUrl: deadLetters,
          MessageBody: "{% $string($event) %}",
          MessageAttributes: attributes({
            ERROR_CODE: "{% $error %}",
            ERROR_MESSAGE: "{% $cause %}",
            RULE_ARN: "{% $rule %}",
            TARGET_ARN: stateMachineArn,
          }),
        },
        TimeoutSeconds: TASK_SECONDS,
        Retry: again(["States.ALL"]),
        Next: "Failed",
      },
      Failed: { Type: "Fail", Error: "{% $error %}", Cause: "{% $cause %}" },
    },
  });
}

/** The condition under which a newer event, or the same again, overwrites an item. */
function newest(keys: ItemKeys): object {
  const latest = orderOf(keys);
  if (latest === undefined) return {};
  return {
    ConditionExpression: "attribute_not_exists(#key) OR attribute_not_exists(#latest) OR #latest <= :latest",
    ExpressionAttributeNames: { "#key": keys.key_name, "#latest": ITEM_NAMES.latest },
    ExpressionAttributeValues: { ":latest": rankExpression(latest) },
  };
}

function needed(keys: ItemKeys): string {
  return [keys.key, keys.sort_key, orderOf(keys)].filter((value) => value !== undefined).join(" or ");
}

const attributes = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { DataType: "String", StringValue: text }]));
