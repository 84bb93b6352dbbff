import { type AlarmKind, AT_ONCE } from "../../aws/alarm-kind";

/** Fires when a delivery fails. The metric is sent only where it is not 0, so that no data means no failure. */
export const failed: AlarmKind = {
  kind: "failed",
  subject: "rules",
  when: "EventBridge gave up delivering an event to a target",
  metric: { namespace: "AWS/Events", name: "FailedInvocations", statistic: "Sum" },
  ...AT_ONCE,
  advice:
    "Likeliest: a permission is missing, the target is gone, or it refused the event for 24 hours. Look first at the messages in the dead-letter queue: their attributes RULE_ARN, TARGET_ARN, ERROR_CODE and ERROR_MESSAGE say which and why. An empty queue means a target with dead_letter = false: its events are lost.",
};
