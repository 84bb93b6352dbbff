import type { AlarmKind, MetricName } from "./alarm-kind";

export type Dimensions = Readonly<Record<string, string>>;

/** A price that AWS has for an event, or for its bytes. */
export interface Price {
  /** The price of a million, in US dollars. */
  readonly price: number;
  /** The bytes that AWS counts as one: an event above them counts as several, and bytes are rounded up to them event by event. */
  readonly step_bytes?: number;
}

/** A metric that AWS charges by. */
export interface Usage extends Price {
  readonly metric: MetricName;
  readonly label: string;
  /** The prices that make up the price, where they grow with an event's size in different ways. */
  readonly parts?: readonly Price[];
}

/** The metrics and alarms of a destination in CloudWatch. */
export interface Monitored {
  /** Returns the dimensions of its metrics; absent where only the rules that deliver there have metrics. */
  dimensions?(arn: string): Dimensions;
  /** The alarms of its own; empty where its failures show in the rules' alarms. */
  readonly alarms: readonly AlarmKind[];
  /** The number of events that arrive, and of bytes. */
  readonly count?: MetricName;
  readonly bytes?: MetricName;
  readonly usage: readonly Usage[];
}
