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

/** The limits of PutEvents: its entries, and the bytes of one and of all of them (API reference and user guide, read 2026-11). */
const ENTRIES = 10;
export const ENTRY_BYTES = 1_048_576;

/** Returns the bytes that EventBridge counts of an event. */
export function entryBytes(source: string, { detailType, detail }: Enveloped): number {
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
