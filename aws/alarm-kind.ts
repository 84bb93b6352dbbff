/** A metric's name and what is made of its values within a period; under which dimensions, whoever is watched says. */
export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly statistic: "Average" | "Maximum" | "Sum";
}

/** What the metric is about: what an alarm watches, and so whom it concerns. */
export type Subject = "stream" | "rules" | "destination" | "dead-letter-queue";

/** A kind of alarm, described as data; monitoring/planned-alarms.ts applies it. */
export interface AlarmKind {
  /** Ends the names of its alarms. None may end in `-` and another one, or two alarms could have one name. */
  readonly kind: string;
  readonly subject: Subject;
  /** Completes "rings when". */
  readonly when: string;
  readonly metric: MetricName;
  readonly period_seconds: number;
  /** It rings when so many of the last periods are beyond the threshold. */
  readonly datapoints: number;
  readonly periods: number;
  readonly comparison: "GreaterThanThreshold" | "LessThanThreshold";
  readonly threshold: number;
  /** What no data means. */
  readonly missing: "breaching" | "notBreaching";
  /** The likeliest causes, and what to look at first. */
  readonly advice: string;
  /** What nothing public says for certain. */
  readonly uncertain?: string;
}

/** Of what EventBridge tells of a rule. */
export const OF_A_PARTNER_BUS =
  "that a partner bus is named in full in the dimension EventBusName, beside RuleName, follows from how other buses are, and is spelt out nowhere";

/** Rings at the first value above 0 within 5 minutes; no data is no fault, since most metrics are sent only when not 0. */
export const AT_ONCE = {
  period_seconds: 300,
  datapoints: 1,
  periods: 1,
  comparison: "GreaterThanThreshold",
  threshold: 0,
  missing: "notBreaching",
} as const satisfies Partial<AlarmKind>;

/** What passes by itself must last for 15 minutes. */
export const LASTING = { ...AT_ONCE, datapoints: 3, periods: 3 } as const satisfies Partial<AlarmKind>;
