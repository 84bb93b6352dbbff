import { type AlarmKind, AT_ONCE } from "../../aws/alarm-kind";

/** Fires when the dead-letter queue holds an event. SQS sends no metrics of a queue that was empty and unused for hours. */
export const deadLetters: AlarmKind = {
  kind: "dead-letters",
  subject: "dead-letter-queue",
  when: "an undelivered event lies in the dead-letter queue",
  metric: { namespace: "AWS/SQS", name: "ApproximateNumberOfMessagesVisible", statistic: "Maximum" },
  ...AT_ONCE,
  advice:
    "Likeliest: a permission is missing, a target is gone, or it refused events for 24 hours. Look first at the messages' attributes RULE_ARN, TARGET_ARN, ERROR_CODE and ERROR_MESSAGE (aws sqs receive-message --message-attribute-names All). Messages are kept for 14 days; the alarm ends when the queue is empty.",
};
