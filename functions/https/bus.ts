import type { Enveloped } from "./envelope";

/** An entry as PutEvents takes it. */
export interface Entry {
  readonly EventBusName: string;
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
}

/** Puts entries on the bus; returns the error code of each that was refused, undefined of each that was accepted. */
export type Put = (entries: readonly Entry[]) => Promise<readonly (string | undefined)[]>;

/**
 * Returns what an answer of PutEvents says of each entry, as `Put` has it.
 *
 * @param answers nothing of an entry means that it is not known to be accepted
 */
export function codesOf(
  entries: readonly unknown[],
  answers: readonly { readonly EventId?: string | undefined; readonly ErrorCode?: string | undefined }[] = [],
): (string | undefined)[] {
  return entries.map((_, index) => {
    const { EventId, ErrorCode } = answers[index] ?? {};
    return EventId === undefined || ErrorCode !== undefined ? (ErrorCode ?? "Unknown") : undefined;
  });
}

/** The codes of an entry that another try may put (API reference, PutEventsResultEntry, read 2026-11). */
export const MAY_PASS = /^(?:ThrottlingException|InternalException|InternalFailure)$/;

/** The limits of PutEvents: its entries, and the bytes of one and of all of them (API reference and user guide, read 2026-11). */
const ENTRIES = 10;
export const ENTRY_BYTES = 1_048_576;
/** What EventBridge counts of an entry that has a time (user guide, "PutEvents event entry size", read 2026-11). */
export const TIME_BYTES = 14;

/** Returns the bytes that EventBridge counts of an event without a time. */
export function entryBytes(source: string, { detailType, detail }: Pick<Enveloped, "detailType" | "detail">): number {
  return Buffer.byteLength(source) + Buffer.byteLength(detailType) + Buffer.byteLength(detail);
}

/** Returns events in groups that one request may have. */
export function grouped<Event extends { readonly bytes: number }>(events: readonly Event[]): Event[][] {
  const groups: Event[][] = [];
  let bytes = 0;
  for (const event of events) {
    const last = groups.at(-1);
    if (last === undefined || last.length === ENTRIES || bytes + event.bytes > ENTRY_BYTES) {
      groups.push([event]);
      bytes = event.bytes;
    } else {
      last.push(event);
      bytes += event.bytes;
    }
  }
  return groups;
}
