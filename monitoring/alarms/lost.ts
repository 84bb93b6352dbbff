import { type AlarmKind, AT_ONCE } from "../../aws/alarm-kind";

/** Fires when EventBridge loses an event. The metric is sent only where it is not 0. */
export const lost: AlarmKind = {
  kind: "lost",
  subject: "rules",
  when: "an event could not even be put into the dead-letter queue, and so is lost",
  metric: { namespace: "AWS/Events", name: "InvocationsFailedToBeSentToDlq", statistic: "Sum" },
  ...AT_ONCE,
  advice:
    "Likeliest: the policy of the dead-letter queue or of its KMS key was changed and no longer lets EventBridge in, or the queue is gone. Look first at the plan: it shows what was changed by hand, and applying it mends that.",
};
