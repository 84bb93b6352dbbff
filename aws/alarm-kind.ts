/** A metric's name and the statistic of a period. The stream or destination that is watched gives the dimensions. */
export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly statistic: "Average" | "Maximum" | "Sum";
}

/** The kind of thing that an alarm watches, and so whom it concerns; silence is of the streams that ask for it. */
export type Subject = "silence" | "stream" | "functions" | "rules" | "destination" | "dead-letter-queue";

/** A kind of alarm, described as data; monitoring/planned-alarms.ts applies it. */
export interface AlarmKind {
  /** The end of its alarms' names. None may end in `-` and another one, or two alarms could have one name. */
  readonly kind: string;
  readonly subject: Subject;
  /** The condition, which completes "fires when". */
  readonly when: string;
  readonly metric: MetricName;
  /** The metric that `metric` is a share of, in percent. */
  readonly shareOf?: MetricName;
  /** The metrics of what `metric` counts and is none of what the alarm is about, which are taken off it. */
  readonly without?: readonly MetricName[];
  readonly period_seconds: number;
  /** The number of periods, of the last ones, that must be beyond the threshold before it fires. */
  readonly datapoints: number;
  readonly periods: number;
  readonly comparison: "GreaterThanThreshold" | "LessThanThreshold";
  readonly threshold: number;
  /** The meaning of no data. */
  readonly missing: "breaching" | "notBreaching";
  /** The likeliest causes, and what to look at first. */
  readonly advice: string;
}

/** Fires at the first value above 0 within 5 minutes; no data is no fault, since most metrics are sent only when not 0. */
export const AT_ONCE = {
  period_seconds: 300,
  datapoints: 1,
  periods: 1,
  comparison: "GreaterThanThreshold",
  threshold: 0,
  missing: "notBreaching",
} as const satisfies Partial<AlarmKind>;

/** Fires only after 15 minutes, for trouble that may pass by itself. */
export const LASTING = { ...AT_ONCE, datapoints: 3, periods: 3 } as const satisfies Partial<AlarmKind>;

/** Fires when nothing was counted for a stream's `silence_minutes`, the alarm's period; no data is silence too. */
export const SILENCE = {
  kind: "silent",
  subject: "silence",
  period_seconds: 3600,
  datapoints: 1,
  periods: 1,
  comparison: "LessThanThreshold",
  threshold: 1,
  missing: "breaching",
} as const satisfies Partial<AlarmKind>;
