import { PRICES_OF } from "../../aws/prices";
import type { Environment } from "../../config/model";
import { type Amount, total } from "../../operate/usage/amount";
import type { UsageRow } from "../../operate/usage/row";
import { plural } from "../../text/words";
import { inStyle, type Line } from "../printing";

/** What was counted, and of what. */
export interface Counted {
  readonly environment: Environment;
  readonly month: string | undefined;
  /** Undefined where all that was in the files was counted. */
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  readonly source: "cloudwatch" | "events";
  readonly rows: readonly UsageRow[];
  /** The events of other months. */
  readonly left_out: number;
  /** The events that no stream sends. */
  readonly not_sent: number;
}

const exact = ({ least, most }: Amount) => (least !== undefined && least === most ? least : null);
/** Cents of a cent: what is below is no price of anything. */
const money = (amount: Amount): Amount => ({
  ...(amount.least !== undefined && { least: round(amount.least) }),
  ...(amount.most !== undefined && { most: round(amount.most) }),
});
const round = (dollars: number) => Math.round(dollars * 1e6) / 1e6;

/** The columns of a row; null is unknown. */
function columns({ kind, name, type, stream, events, bytes, pieces, dollars, remarks }: UsageRow) {
  const price = money(dollars);
  return {
    kind,
    name,
    type,
    stream,
    events: exact(events),
    bytes: exact(bytes),
    pieces: exact(pieces),
    pieces_at_least: pieces.least ?? null,
    pieces_at_most: pieces.most ?? null,
    dollars: exact(price),
    dollars_at_least: price.least ?? null,
    dollars_at_most: price.most ?? null,
    remarks,
  };
}

/** Returns the dollars of all: rules are left out, as what they cost is that of their destinations. */
function sum(rows: readonly UsageRow[]): Amount {
  return money(total(rows.filter(({ kind }) => kind !== "rule").map(({ dollars }) => dollars)));
}

export function json({ environment, month, from, to, source, rows, left_out, not_sent }: Counted) {
  const dollars = sum(rows);
  return {
    environment: environment.name,
    month: month ?? null,
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    source,
    prices_of: PRICES_OF,
    dollars: exact(dollars),
    dollars_at_least: dollars.least ?? null,
    dollars_at_most: dollars.most ?? null,
    events_of_other_months: left_out,
    events_not_sent: not_sent,
    rows: rows.map(columns),
  };
}

export function csvLines({ rows }: Counted): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { remarks: _, ...names } = columns(first);
  return [
    Object.keys(names).join(","),
    // Names have no character that CSV would need quotes for.
    ...rows.map((row) => {
      const { remarks: _, ...values } = columns(row);
      return Object.values(values)
        .map((value) => (value === null ? "unknown" : (value ?? "")))
        .join(",");
    }),
  ];
}

const HEAD = ["", "events", "bytes", "64 KB pieces", "US dollars"] as const;

/** A table of each kind, and below it why something is unknown. */
export function tableLines(counted: Counted): Line[] {
  const { environment, source, from, to, rows, left_out, not_sent } = counted;
  const when = from && to ? `${day(from)} to ${day(new Date(to.getTime() - 1))} (UTC)` : "all events of the files";
  const remarks = [...new Set(rows.flatMap(({ remarks }) => remarks))];
  const cells = rows.map((row) => ({
    row,
    cells: [`${row.name} (${row.type ?? row.stream})`, ...texts(row), remarks.length > 0 ? marks(row, remarks) : ""],
  }));
  const widths = HEAD.map((head, index) =>
    Math.max(head.length, ...cells.map(({ cells }) => cells[index]?.length ?? 0)),
  );
  const line = (words: readonly string[]) =>
    words
      .map((word, index) => (index === 0 ? word.padEnd(widths[0] ?? 0) : word.padStart(widths[index] ?? 0)))
      .join("  ")
      .trimEnd();
  const section = (kind: UsageRow["kind"]) => [
    "",
    line([`${kind}s`, ...HEAD.slice(1)]),
    ...cells.filter(({ row }) => row.kind === kind).map(({ cells }) => line(cells)),
  ];
  return [
    `${environment.name}: ${when}, from ${source === "events" ? "events" : "CloudWatch"}`,
    ...(["stream", "rule", "destination"] as const).flatMap(section),
    "",
    `together US dollars: ${dollarText(sum(rows))}, by list prices of ${PRICES_OF}; what a rule costs is that of its destinations`,
    ...(left_out > 0 ? [inStyle("yellow", `left out: ${plural(left_out, "event")} of other months`)] : []),
    ...(not_sent > 0 ? [inStyle("yellow", `left out: ${plural(not_sent, "event")} that no stream sends`)] : []),
    ...remarks.map((remark, index) => inStyle("dim", `[${index + 1}] ${remark}`)),
  ];
}

const day = (moment: Date) => moment.toISOString().slice(0, 10);

function texts({ events, bytes, pieces, dollars }: UsageRow): string[] {
  return [rangeText(events, count), rangeText(bytes, count), rangeText(pieces, count), dollarText(money(dollars))];
}

const count = (amount: number) => amount.toLocaleString("en-US", { maximumFractionDigits: 0 });
const dollarText = (amount: Amount) => rangeText(amount, cents);

/** Two digits, or as many as show that it is not nothing. */
function cents(dollars: number): string {
  const digits = dollars > 0 && dollars < 0.005 ? 6 : 2;
  return dollars.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function rangeText({ least, most }: Amount, text: (amount: number) => string): string {
  if (least === undefined) return "unknown";
  if (most === undefined) return `at least ${text(least)}`;
  const [from, to] = [text(least), text(most)];
  return from === to ? from : `${from} to ${to}`;
}

function marks({ remarks }: UsageRow, all: readonly string[]): string {
  return remarks.map((remark) => `[${all.indexOf(remark) + 1}]`).join(" ");
}
