import { perMillion } from "../../aws/prices";
import { kindOf } from "./kinds";
import type { PlannedUnit } from "./state";

/** The requests of a token in a minute, as Genesys Cloud limits them by default (developer.genesys.cloud, "Rate limits", 2026-11). */
const REQUESTS_A_MINUTE = 300;
/** The requests of a unit: its job, a look at it and a page, at least. */
const REQUESTS_A_UNIT = 3;

/** Calls of PutEvents in a second: the least that AWS allows an account in any region is 400 (EventBridge quotas, 2026-11). */
export const PUTS_A_SECOND = 50;
const ENTRIES_A_PUT = 10;

/** The size of a backfill, as far as it can be known before. */
export interface Estimate {
  /** Records of the units whose records Genesys Cloud counts; undefined where it counts none. */
  readonly records: number | undefined;
  /** Units whose records nobody counts. */
  readonly uncounted: number;
  /** Calls of Genesys Cloud, at least. */
  readonly calls: number;
  /** Seconds for all calls at the rates that are allowed, without the time that jobs take. */
  readonly seconds: number;
  /** The price of what is put on a bus, in US dollars, where each event has 64 KB at most. */
  readonly dollars: number | undefined;
}

export function estimateOf(units: readonly PlannedUnit[], toBus: boolean): Estimate {
  const known = units.filter(({ expected }) => expected !== undefined);
  const records = known.reduce((sum, { expected = 0 }) => sum + expected, 0);
  const pages = known.reduce((sum, { kind, expected = 0 }) => sum + pagesOf(expected, kindOf(kind).pageSize), 0);
  const calls = units.length * REQUESTS_A_UNIT + pages;
  const puts = toBus ? records / ENTRIES_A_PUT / PUTS_A_SECOND : 0;
  return {
    records: known.length > 0 ? records : undefined,
    uncounted: units.length - known.length,
    calls,
    seconds: Math.ceil((calls / REQUESTS_A_MINUTE) * 60 + puts),
    dollars: toBus ? (records * perMillion.event) / 1e6 : undefined,
  };
}

/** Returns the pages behind the first. */
function pagesOf(records: number, size: number): number {
  return Math.max(0, Math.ceil(records / size) - 1);
}
