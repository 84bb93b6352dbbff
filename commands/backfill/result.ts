import type { Position } from "../../operate/backfill/state";
import type { Prepared } from "./prepared";

/** What was done: a stable word for programs. */
export type Outcome = "would-fetch" | "nothing-to-fetch" | "fetched" | "interrupted";

/** Returns what the command prints with `--json`, once, at its end. */
export function resultJson(outcome: Outcome, prepared: Prepared, at: Pick<Position, "events" | "refused"> | undefined) {
  const { stream, where, units, done, notYet, gaps, estimate, stopped, state } = prepared;
  return {
    outcome,
    stream,
    out: where,
    state: state.folder,
    resumed: stopped,
    units: units.map(({ kind, part, from, to, expected }) => ({
      records: kind,
      service: part ?? null,
      from,
      to,
      expected: expected ?? null,
    })),
    fetched_before: done,
    not_yet: notYet.map(({ kind, from, to, available }) => ({ records: kind, from, to, available_to: available })),
    gaps: gaps === undefined ? null : { count: gaps.gaps, of_other_streams: gaps.others, without_records: gaps.lost },
    estimate: {
      records: estimate.records ?? null,
      uncounted_units: estimate.uncounted,
      calls: estimate.calls,
      seconds: estimate.seconds,
      dollars: estimate.dollars ?? null,
    },
    events: at?.events ?? {},
    refused: at?.refused ?? 0,
  };
}
