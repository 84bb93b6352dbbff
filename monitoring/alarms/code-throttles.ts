import { type AlarmKind, AT_ONCE } from "../../aws/alarm-kind";

/** Fires when Lambda refuses to run a function of ours, as it does at the account's limit. */
export const codeThrottles: AlarmKind = {
  kind: "code-throttles",
  subject: "functions",
  when: "Lambda refused to run a function of the stream",
  metric: { namespace: "AWS/Lambda", name: "Throttles", statistic: "Sum" },
  ...AT_ONCE,
  advice:
    "Likeliest: this account's functions in this region, all together, are above the quota of concurrent executions. Look first at that quota in Service Quotas, and ask for more. Whoever sent the event is asked to send it again.",
};
