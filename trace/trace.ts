/** What an event would do, rule by rule. */
export interface Trace {
  readonly topic: string;
  readonly id: string | undefined;
  /** One for each stream on whose bus the event comes; none where no stream sends it. */
  readonly streams: readonly StreamTrace[];
  /** Why it comes on no bus, where there is none. */
  readonly reason?: string;
}

export interface StreamTrace {
  readonly stream: string;
  readonly rules: readonly RuleTrace[];
}

export type RuleTrace =
  | { readonly rule: string; readonly matches: true; readonly deliveries: readonly Delivery[] }
  | { readonly rule: string; readonly matches: false; readonly reason: string };

/** What happens on the way to one destination. */
export type Delivery = Terms & (Arrival | Loss);

/** What holds of a delivery whatever the event. */
interface Terms {
  readonly destination: string;
  readonly type: string;
  /** The request that goes out, where it is one. */
  readonly request?: HttpRequest;
  readonly bytes: number;
  readonly retry_attempts: number;
  readonly max_event_age_seconds: number;
  /** The queue where it rests if it cannot be delivered; null where it is lost then. */
  readonly dead_letter_queue: string | null;
  /** Why it will hardly be delivered as it is. */
  readonly doubts: readonly string[];
}

interface Arrival {
  readonly delivered: true;
  /** Exactly what the destination gets. */
  readonly payload: string;
}

/** EventBridge sends nothing and says nothing: the dead-letter queue gets nothing either. */
interface Loss {
  readonly delivered: false;
  readonly payload: null;
  /** Why. */
  readonly lost: string;
}

/** Of an API destination, as far as the file and the event say. What the connection keeps secret is shown as …. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}
