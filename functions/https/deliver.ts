import { type Entry, entryBytes, grouped, type Put } from "./bus";
import type { Enveloped } from "./envelope";
import type { Seen } from "./seen";

/** The events of a request, by what became of them. */
export interface Delivered {
  readonly accepted: number;
  readonly duplicates: number;
  /** The reasons why the others are not on the bus, each once. Whoever sent them is to send them again. */
  readonly failed: readonly string[];
}

interface Surroundings {
  readonly bus: string;
  readonly source: string;
  readonly put: Put;
  readonly seen: Seen | undefined;
  /** Tells the log, without the event. */
  readonly warn: (what: string, error?: unknown) => void;
  readonly millisecondsLeft: () => number;
}

interface Pending {
  readonly event: Enveloped;
  readonly bytes: number;
  /** The id that is claimed for it. */
  readonly claimed: string | undefined;
}

/** The time that one group of events may still need. */
const LEAST_MILLISECONDS = 3_000;
const AT_ONCE = 10;

/** Puts events on the bus, each once within the window where it has an id. */
export async function deliver(events: readonly Enveloped[], around: Surroundings): Promise<Delivered> {
  const pending: Pending[] = [];
  const failed = new Set<string>();
  let duplicates = 0;
  const ids = new Set<string>();
  await each(events, AT_ONCE, async (event) => {
    if (event.id !== undefined && around.seen !== undefined) {
      // Claimed already, a moment ago and by this request: its fate is that of the first.
      if (ids.has(event.id)) {
        duplicates++;
        return;
      }
      ids.add(event.id);
    }
    const claim = around.millisecondsLeft() < LEAST_MILLISECONDS ? "late" : await claimed(event, around);
    if (claim === "late") failed.add("no time is left");
    else if (claim === "seen") duplicates++;
    else if (claim === "busy") failed.add("another request has the same event");
    else {
      const id = claim === "ours" ? event.id : undefined;
      pending.push({ event, bytes: entryBytes(around.source, event), claimed: id });
    }
  });
  let accepted = 0;
  for (const group of grouped(inOrder(pending, events))) {
    const refusals = await refusalsOf(group, around);
    await each([...group.entries()], AT_ONCE, async ([index, { claimed: id }]) => {
      const refusal = refusals[index];
      if (refusal === undefined) accepted++;
      else failed.add(refusal);
      if (id !== undefined) await settle(id, refusal === undefined, around);
    });
  }
  return { accepted, duplicates, failed: [...failed] };
}

/** Returns what the table says. Without its answer, an event that comes twice is better than one that never comes. */
async function claimed({ id }: Enveloped, { seen, warn }: Surroundings) {
  if (id === undefined || seen === undefined) return "untold";
  try {
    return await seen.claim(id);
  } catch (error) {
    warn("the table of ids cannot be asked: a repeated event comes twice", error);
    return "untold";
  }
}

async function refusalsOf(
  group: readonly Pending[],
  { bus, source, put, warn, millisecondsLeft }: Surroundings,
): Promise<readonly (string | undefined)[]> {
  if (millisecondsLeft() < LEAST_MILLISECONDS) return group.map(() => "no time is left");
  const entries = group.map(
    ({ event }): Entry => ({
      EventBusName: bus,
      Source: source,
      DetailType: event.detailType,
      Detail: event.detail,
    }),
  );
  try {
    return await put(entries);
  } catch (error) {
    warn("PutEvents failed", error);
    return group.map(() => "PutEvents failed");
  }
}

/** Remembers an id whose event is on the bus, and forgets one whose event is not. */
async function settle(id: string, accepted: boolean, { seen, warn }: Surroundings): Promise<void> {
  try {
    await (accepted ? seen?.confirm(id) : seen?.release(id));
  } catch (error) {
    warn(
      accepted
        ? "an id cannot be remembered: a repeated event comes twice"
        : "an id cannot be released: the event is not taken again within half a minute",
      error,
    );
  }
}

function inOrder(pending: readonly Pending[], events: readonly Enveloped[]): Pending[] {
  const place = new Map(events.map((event, index) => [event, index]));
  return [...pending].sort((a, b) => (place.get(a.event) ?? 0) - (place.get(b.event) ?? 0));
}

/** Does something for each, for some at a time. */
async function each<Item>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items].reverse();
  const worker = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
