/** An amount as far as it is known: nothing in it is unknown, both alike is exact. */
export interface Amount {
  readonly least?: number;
  readonly most?: number;
}

export const UNKNOWN: Amount = {};

export function exactly(amount: number | undefined): Amount {
  return amount === undefined ? UNKNOWN : { least: amount, most: amount };
}

/** Returns the sum: at least what is known of its parts, and at most something only where each part has a most. */
export function total(parts: readonly Amount[]): Amount {
  const least = parts.flatMap(({ least }) => least ?? []);
  const most = parts.flatMap(({ most }) => most ?? []);
  const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
  return {
    ...(least.length > 0 && { least: sum(least) }),
    ...(most.length === parts.length && parts.length > 0 && { most: sum(most) }),
  };
}

export function times({ least, most }: Amount, factor: number): Amount {
  return { ...(least !== undefined && { least: least * factor }), ...(most !== undefined && { most: most * factor }) };
}

/**
 * Returns the steps of so many bytes that so many events fill, of which each fills one at least. Of all events together only the bounds
 * are known: as many as there are events or whole steps of their bytes, and a started one for each event more than that.
 */
export function steps(events: Amount, bytes: Amount, size: number): Amount {
  if (events.least === undefined) return UNKNOWN;
  return {
    least: Math.max(events.least, Math.ceil((bytes.least ?? 0) / size)),
    ...(events.most !== undefined && bytes.most !== undefined && { most: events.most + Math.floor(bytes.most / size) }),
  };
}
