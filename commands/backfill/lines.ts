import type { Estimate } from "../../operate/backfill/estimate";
import { kindOf } from "../../operate/backfill/kinds";
import type { PlannedUnit } from "../../operate/backfill/state";
import { plural } from "../../text/words";
import { inStyle, type Line } from "../printing";
import { durationText, timeText } from "../time";
import type { Prepared } from "./prepared";

/** Returns what a backfill would do, as a person reads it. */
export function planLines(prepared: Prepared): Line[] {
  const { units, where, stream, stopped, estimate, done, notYet, gaps } = prepared;
  return [
    inStyle(
      "bold",
      `${stream}: ${stopped ? "what is left of the backfill that was stopped" : "what Genesys Cloud has"}`,
    ),
    ...(gaps === undefined ? [] : gapLines(gaps)),
    ...kindLines(units),
    ...(done > 0
      ? [`  ${plural(done, "part")} fetched to the same place before, and left out (--again fetches them, too)`]
      : []),
    ...notYetLines(notYet),
    ...(units.length === 0 ? [] : [`to ${where}`, `takes ${estimateText(estimate)}`]),
  ];
}

function kindLines(units: readonly PlannedUnit[]): Line[] {
  const names = [...new Set(units.map(({ kind }) => kind))];
  return names.map((name) => {
    const own = units.filter(({ kind }) => kind === name);
    const times = own.flatMap(({ from, to }) => [from.getTime(), to.getTime()]);
    const [first, last] = [Math.min(...times), Math.max(...times)].map((time) => timeText(new Date(time)));
    const days = new Set(own.map(({ from }) => from.getTime())).size;
    const parts = new Set(own.map(({ part }) => part)).size;
    const of = parts > 1 ? ` of ${plural(parts, "service")}` : "";
    return `  ${name}: ${recordsText(own)}, ${first} to ${last} (${plural(days, "day")}${of}); needs ${kindOf(name).permission}`;
  });
}

function recordsText(units: readonly PlannedUnit[]): string {
  if (units.some(({ expected }) => expected === undefined)) return "nobody counts them before";
  return `about ${units.reduce((sum, { expected = 0 }) => sum + expected, 0)} records`;
}

function gapLines({ gaps, others, lost }: NonNullable<Prepared["gaps"]>): Line[] {
  return [
    `  ${plural(gaps, "gap")} of this stream${others > 0 ? `; ${plural(others, "gap")} of others left out` : ""}`,
    ...(lost.length > 0 ? [inStyle("yellow", `  no records make good what was missed of ${lost.join(", ")}`)] : []),
  ];
}

export function notYetLines(notYet: Prepared["notYet"]): Line[] {
  return notYet.map(({ kind, from, to, available }) =>
    inStyle(
      "yellow",
      `  not yet: ${kind} of ${timeText(from)} to ${timeText(to)}; Genesys Cloud has them up to ${timeText(available)}`,
    ),
  );
}

function estimateText({ calls, seconds, uncounted, dollars }: Estimate): string {
  const more = uncounted > 0 ? ", and those of the pages that nobody counts" : "";
  const cost = dollars === undefined ? "" : `; the events cost $${dollars.toFixed(2)} where each has 64 KB at most`;
  return `at least ${plural(calls, "call")} of Genesys Cloud and ${durationText(seconds * 1000)}${more}; its jobs take their time besides${cost}`;
}
