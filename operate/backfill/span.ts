/** A time from its first moment up to, and without, its last. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

const DAY = 86_400_000;

/** Returns the parts of a time that lie in one day of UTC each. */
export function daysOf({ from, to }: Span): Span[] {
  const days: Span[] = [];
  for (let at = from.getTime(); at < to.getTime(); ) {
    const next = Math.min((Math.floor(at / DAY) + 1) * DAY, to.getTime());
    days.push({ from: new Date(at), to: new Date(next) });
    at = next;
  }
  return days;
}

/** Returns times in order, those that touch or overlap as one; each of whole seconds, as the times of records may be. */
export function merged(spans: readonly Span[]): Span[] {
  const sorted = spans.map(wholeSeconds).sort((a, b) => a.from.getTime() - b.from.getTime());
  const all: Span[] = [];
  for (const span of sorted) {
    const last = all.at(-1);
    if (last === undefined || span.from > last.to) all.push(span);
    else if (span.to > last.to) all[all.length - 1] = { from: last.from, to: span.to };
  }
  return all;
}

/** Returns the common part of two times; undefined where there is none. */
export function within(span: Span, { from, to }: Partial<Span>): Span | undefined {
  const first = from !== undefined && from > span.from ? from : span.from;
  const last = to !== undefined && to < span.to ? to : span.to;
  return first < last ? { from: first, to: last } : undefined;
}

/** Returns a time as the APIs of Genesys Cloud take it. */
export function intervalText({ from, to }: Span): string {
  return `${from.toISOString()}/${to.toISOString()}`;
}

function wholeSeconds({ from, to }: Span): Span {
  const first = Math.floor(from.getTime() / 1000);
  return { from: new Date(first * 1000), to: new Date(Math.max(Math.ceil(to.getTime() / 1000), first + 1) * 1000) };
}
