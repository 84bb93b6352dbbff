import type { AlarmKind, MetricName } from "./alarm-kind";

export type Dimensions = Readonly<Record<string, string>>;

/** A metric that AWS counts money by. */
export interface Usage {
  readonly metric: MetricName;
  readonly label: string;
  /** US dollars for a million of it. */
  readonly price: number;
}

/** What CloudWatch tells of a destination. */
export interface Monitored {
  /** Under which dimensions; absent where only the rules that deliver there tell anything. */
  dimensions?(arn: string): Dimensions;
  /** Empty where its failures show in the rules' alarms. */
  readonly alarms: readonly AlarmKind[];
  /** How many events arrive, and how many bytes. */
  readonly count?: MetricName;
  readonly bytes?: MetricName;
  readonly usage: readonly Usage[];
}
