import type { BackfilledEvent } from "../event";

/** A page of events, with the name that it has in every run. */
export interface Batch {
  /** Such as `audit-backfill-conversations-20261101T000000Z-0001`. */
  readonly name: string;
  readonly events: readonly BackfilledEvent[];
}

/** An event that cannot be put there, and why. */
export interface Refused {
  readonly event: BackfilledEvent;
  readonly why: string;
}

/** The place that events go to. */
export interface Output {
  /** The most events that go out before it is noted; undefined where a page goes out as one, and twice does no harm. */
  readonly step?: number;
  /**
   * Puts events there. The same batch may come again.
   *
   * @throws FilesProblem where that cannot be done now
   */
  put(batch: Batch): Promise<readonly Refused[]>;
}
