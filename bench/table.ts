import type { Measured } from "./measure";

export interface Row {
  readonly rules: number;
  readonly turns: number;
  readonly app: Measured;
  readonly plain: Measured;
  /** Milliseconds. */
  readonly stringify: number;
}

const WIDTHS = [5, 5, 16, 16, 9, 9, 14, 13];
const HEAD = [
  ["", "", "app", "plain CDKTF", "app/plain", "app/plain", "app/", "time per rule"],
  ["rules", "turns", "time   memory", "time   memory", "time", "memory", "JSON.stringify", "/ row above"],
];

export function table(rows: readonly Row[]): string {
  return [...HEAD, ...rows.map((row, index) => cells(row, rows[index - 1]))].map(line).join("\n");
}

function cells({ rules, turns, app, plain, stringify }: Row, above: Row | undefined): string[] {
  return [
    String(rules),
    String(turns),
    cost(app),
    cost(plain),
    times(app, plain),
    ratio(app.megabytes, plain.megabytes),
    ratio(app.milliseconds, stringify),
    above === undefined ? "" : ratio(app.milliseconds / rules, above.app.milliseconds / above.rules),
  ];
}

/** Returns how many times the time of the other one is. */
export function times(one: Measured | undefined, other: Measured | undefined): string {
  return ratio(one?.milliseconds, other?.milliseconds);
}

function ratio(one = Number.NaN, other = Number.NaN): string {
  const value = one / other;
  return `${value.toFixed(value < 10 ? 2 : 0)}x`;
}

function cost({ milliseconds, megabytes }: Measured): string {
  return `${milliseconds.toFixed(0)} ms ${megabytes.toFixed(0).padStart(4)} MB`;
}

function line(cells: readonly string[]): string {
  return cells.map((cell, index) => cell.padStart(WIDTHS[index] ?? 0)).join("  ");
}
