/**
 * Metrics and their dimensions as the services' user guides list them (2026-11): a misspelt one has no data, and no alarm on it ever
 * fires. A partner bus needs EventBusName beside RuleName if it is like other buses (uncertain).
 */
export const documented: Readonly<
  Record<string, { readonly dimensions: readonly string[]; readonly names: string }[]>
> = {
  "AWS/Events": [
    { dimensions: ["EventSourceName"], names: "Events" },
    {
      dimensions: ["EventBusName", "RuleName"],
      names:
        "MatchedEvents FailedInvocations InvocationsFailedToBeSentToDlq ThrottledRules RetryInvocationAttempts IngestionToInvocationSuccessLatency",
    },
  ],
  "AWS/Firehose": [
    {
      dimensions: ["DeliveryStreamName"],
      names:
        "DeliveryToHttpEndpoint.DataFreshness DeliveryToHttpEndpoint.Success DeliveryToS3.DataFreshness DeliveryToS3.Success DeliveryToSplunk.DataFreshness DeliveryToSplunk.Success IncomingBytes IncomingRecords ThrottledRecords",
    },
  ],
  "AWS/Kinesis": [
    {
      dimensions: ["StreamName"],
      names: "GetRecords.IteratorAgeMilliseconds IncomingBytes IncomingRecords WriteProvisionedThroughputExceeded",
    },
  ],
  "AWS/Lambda": [{ dimensions: ["FunctionName"], names: "Errors Invocations Throttles" }],
  "AWS/Logs": [{ dimensions: ["LogGroupName"], names: "IncomingBytes IncomingLogEvents" }],
  "AWS/SNS": [
    { dimensions: ["TopicName"], names: "NumberOfMessagesPublished NumberOfNotificationsFailed PublishSize" },
  ],
  "AWS/SQS": [
    {
      dimensions: ["QueueName"],
      names: "ApproximateAgeOfOldestMessage ApproximateNumberOfMessagesVisible NumberOfMessagesSent SentMessageSize",
    },
  ],
  "AWS/States": [{ dimensions: ["StateMachineArn"], names: "ExecutionsFailed ExecutionsStarted ExecutionsTimedOut" }],
};
