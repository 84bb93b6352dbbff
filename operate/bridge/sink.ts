import type { Gap } from "../../genesys/gap";

/** Where a bridge's events go: a bus, or a terminal. */
export interface Sink {
  event(detailType: string, detail: string): void;
  gap(gap: Gap): void;
  /** The number of events that wait. */
  readonly waiting: number;
  /** The moment before which everything has gone; undefined where nothing waits. */
  readonly since: number | undefined;
  drained(): Promise<void>;
  /** Tries no more. */
  end(): void;
}

/** The figures of a time. */
export interface Figures {
  readonly events: number;
  readonly gaps: number;
  /** The channels that are open. */
  readonly channels: number;
  readonly waiting: number;
  /** The seconds for which the oldest has waited. */
  readonly waited_seconds: number;
}
