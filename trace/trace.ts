/** What an event would do, rule by rule. */
export interface Trace {
  readonly topic: string;
  readonly id: string | undefined;
  /** One for each stream on whose bus the event comes; none where no stream sends it. */
  readonly streams: readonly StreamTrace[];
}

export interface StreamTrace {
  readonly stream: string;
  readonly rules: readonly RuleTrace[];
}

export type RuleTrace =
  | { readonly rule: string; readonly matches: true; readonly deliveries: readonly Delivery[] }
  | { readonly rule: string; readonly matches: false; readonly reason: string };

export interface Delivery {
  readonly destination: string;
  readonly type: string;
  /** Exactly what the destination gets. */
  readonly payload: string;
  readonly bytes: number;
  readonly retry_attempts: number;
  readonly max_event_age_seconds: number;
  /** The queue where it rests if it cannot be delivered; null where it is lost then. */
  readonly dead_letter_queue: string | null;
  /** Why it will hardly be delivered as it is. */
  readonly doubts: readonly string[];
}
