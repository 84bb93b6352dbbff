import { type AlarmKind, LASTING } from "../../aws/alarm-kind";

/** Fires when deliveries are throttled for long: a moment of it costs nothing but time. */
export const throttled: AlarmKind = {
  kind: "throttled",
  subject: "rules",
  when: "EventBridge holds rules back for 15 minutes, so that events come late",
  metric: { namespace: "AWS/Events", name: "ThrottledRules", statistic: "Sum" },
  ...LASTING,
  advice:
    "Likeliest: this account's invocations in this region, of all rules together, are above the quota of invocations a second. Look first at the usage of that quota in Service Quotas, and ask for more. Events are late, not lost.",
};
