import type { Written } from "../destinations/parts/found";

/** The deliveries of an event, rule by rule. */
export interface Trace {
  readonly topic: string;
  readonly id: string | undefined;
  /** The streams on whose bus the event comes; none where no stream sends it. */
  readonly streams: readonly StreamTrace[];
  /** The reason why it comes on no bus, where that is so. */
  readonly reason?: string;
}

export interface StreamTrace {
  readonly stream: string;
  readonly rules: readonly RuleTrace[];
}

export type RuleTrace =
  | { readonly rule: string; readonly matches: true; readonly deliveries: readonly Delivery[] }
  | { readonly rule: string; readonly matches: false; readonly reason: string };

/** The result for one destination. */
export type Delivery = Terms & (Arrival | Loss);

/** The part of a delivery that does not depend on the event. */
interface Terms {
  readonly destination: string;
  readonly type: string;
  /** The request that an API destination makes, or a delivery stream. */
  readonly request?: HttpRequest;
  /** What is written of the event where that is not what is sent, or the attributes without which nothing is. */
  readonly written?: Written;
  readonly bytes: number;
  readonly retry_attempts: number;
  readonly max_event_age_seconds: number;
  /** The queue that gets it if it cannot be delivered; null where it is lost then. */
  readonly dead_letter_queue: string | null;
  /** The reasons why it may be refused as it is. */
  readonly doubts: readonly string[];
}

interface Arrival {
  readonly delivered: true;
  /** The exact text that the destination gets. */
  readonly payload: string;
}

/** A delivery that EventBridge drops without an error: the dead-letter queue gets nothing either. */
interface Loss {
  readonly delivered: false;
  readonly payload: null;
  /** The reason. */
  readonly lost: string;
}

/** A request, as far as the file and the event say. Secrets, and what AWS makes up, are shown as …. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The body, where more than the payload stands in it: that of a batch with this event alone. */
  readonly body?: string;
}
