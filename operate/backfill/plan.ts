import type { GenesysCloud } from "../genesys/cloud";
import { GenesysProblem } from "../genesys/cloud";
import type { Kind } from "./kinds/kind";
import { daysOf, merged, type Span } from "./span";
import type { PlannedUnit } from "./state";
import { type Unit, unitId } from "./unit";

/** The times that are wanted of a kind; where the end is left out, all that there is. */
export interface Wanted {
  readonly kind: Kind;
  readonly spans: readonly (Pick<Span, "from"> & Partial<Span>)[];
  /** The only parts that are wanted. */
  readonly parts?: readonly string[] | undefined;
}

export interface Units {
  readonly units: readonly Unit[];
  /** Those that Genesys Cloud has not got all records of yet, and until when it has them. */
  readonly notYet: readonly (Unit & { readonly available: Date })[];
  /** How many earlier runs have done. */
  readonly done: number;
}

/** Returns what has to be asked for, a day at a time. */
export async function unitsOf(
  cloud: GenesysCloud,
  wanted: readonly Wanted[],
  done: ReadonlySet<string>,
  now: Date,
): Promise<Units> {
  const all: Unit[] = [];
  const notYet: (Unit & { available: Date })[] = [];
  for (const { kind, spans, parts } of wanted) {
    const available = await kind.available?.(cloud);
    const end = (from: Date) => (available !== undefined && available > from ? available : now);
    const whole = merged(spans.map(({ from, to = end(from) }) => ({ from, to })));
    const days = whole.flatMap(daysOf);
    const named = kind.parts === undefined ? [undefined] : (parts ?? (await kind.parts(cloud)));
    for (const day of days)
      for (const part of named) {
        const unit = { kind: kind.name, ...(part !== undefined && { part }), ...day };
        if (available !== undefined && day.to > available) notYet.push({ ...unit, available });
        else all.push(unit);
      }
  }
  const units = all.filter((unit) => !done.has(unitId(unit)));
  return { units, notYet, done: all.length - units.length };
}

/** Returns a unit with the number of its records, as far as Genesys Cloud says it. */
export async function counted(cloud: GenesysCloud, kind: Kind, unit: Unit): Promise<PlannedUnit> {
  const expected = await kind.count?.(cloud, unit).catch((error: unknown) => {
    if (error instanceof GenesysProblem) return undefined;
    throw error;
  });
  return { ...unit, expected };
}
