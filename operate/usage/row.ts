import type { Price, Usage } from "../../aws/monitored";
import { PIECE_BYTES } from "../../aws/prices";
import type { StreamMonitoring } from "../../streams/stream-type";
import { type Amount, steps, times, total } from "./amount";

/** The amounts of a stream, a rule or a destination. */
export interface Amounts {
  readonly events: Amount;
  readonly bytes: Amount;
  /** The pieces of 64 KB by which AWS charges. */
  readonly pieces: Amount;
  /** US dollars, by list prices. */
  readonly dollars: Amount;
}

export interface UsageRow extends Amounts {
  readonly kind: "stream" | "rule" | "destination";
  readonly name: string;
  /** The type of a stream or a destination. */
  readonly type?: string;
  /** The stream of a rule. */
  readonly stream?: string;
  /** The reasons why something is unknown. */
  readonly remarks: readonly string[];
}

/** Returns the sum of what is delivered in several ways. */
export function together(parts: readonly Omit<Amounts, "events">[]): Omit<Amounts, "events"> {
  return {
    bytes: total(parts.map(({ bytes }) => bytes)),
    pieces: total(parts.map(({ pieces }) => pieces)),
    dollars: total(parts.map(({ dollars }) => dollars)),
  };
}

/** Returns the reason why what a destination costs is unknown. */
export const chargedOtherwise = (by: string) => `it is charged by ${by}`;

export function pieces(events: Amount, bytes: Amount): Amount {
  return steps(events, bytes, PIECE_BYTES);
}

/** Returns what so many events cost. `ofBytes`: whether AWS counts their bytes rather than them. */
export function cost(
  prices: readonly Price[],
  ofBytes: boolean,
  { events, bytes }: Pick<Amounts, "events" | "bytes">,
): Amount {
  return total(prices.map(({ price, step_bytes }) => times(units(step_bytes, ofBytes, events, bytes), price / 1e6)));
}

function units(step: number | undefined, ofBytes: boolean, events: Amount, bytes: Amount): Amount {
  if (!ofBytes) return step === undefined ? events : steps(events, bytes, step);
  if (step === undefined || bytes.least === undefined) return bytes;
  // No event is rounded up by a whole step.
  return total([bytes, { least: 0, ...(events.most !== undefined && { most: events.most * (step - 1) }) }]);
}

/** Returns what one event of a known size costs, exactly. */
export function costOfOne(prices: readonly Price[], ofBytes: boolean, bytes: number): number {
  return prices.reduce((sum, { price, step_bytes: step }) => {
    const filled = step === undefined ? undefined : Math.max(1, Math.ceil(bytes / step));
    const count = ofBytes ? (filled === undefined || step === undefined ? bytes : filled * step) : (filled ?? 1);
    return sum + (count * price) / 1e6;
  }, 0);
}

/** Returns the prices of what a metric counts. */
export function pricesOf(usage: Usage): readonly Price[] {
  return usage.parts ?? [usage];
}

/** Returns the prices of an event that comes in, which are EventBridge's own where the stream says nothing else. */
export function pricesOfStream({ price, parts }: StreamMonitoring): readonly Price[] {
  return parts ?? [{ price, step_bytes: PIECE_BYTES }];
}
