import type { Projection } from "../../../aws/projection";
import {
  type AthenaQuery,
  agentsQuery,
  conversationsQuery,
  gapsQuery,
  queuesQuery,
  usageQuery,
} from "../../../sql/athena";
import { EVENTS, FETCHED, LINES, PARTITION, type Table } from "./tables";

/** A query that the workgroup keeps for whoever opens it. */
interface SavedQuery {
  /** The end of its address. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly query: AthenaQuery;
  readonly tables: readonly Table[];
  /** The number of days, back from now, whose files it reads until somebody writes another. */
  readonly days: number;
}

export const queries: readonly SavedQuery[] = [
  {
    id: "agents",
    name: "Agents' day",
    description: "What each agent was offered and did, by day in UTC",
    query: agentsQuery,
    tables: [EVENTS, FETCHED],
    days: 7,
  },
  {
    id: "conversations",
    name: "Conversations",
    description: "One row a conversation, whatever order its events came in and however often",
    query: conversationsQuery,
    tables: [EVENTS, FETCHED],
    days: 7,
  },
  {
    id: "gaps",
    name: "Gaps",
    description:
      "Times in which events of a source may be missing: an hour or more without any, and what a bridge said",
    query: gapsQuery,
    tables: [EVENTS],
    days: 7,
  },
  {
    id: "queues",
    name: "Queues' intervals",
    description: "How conversations left each queue and how long they waited, by half an hour in UTC",
    query: queuesQuery,
    tables: [EVENTS, FETCHED],
    days: 7,
  },
  {
    id: "usage",
    name: "Usage by topic",
    description: "Events, bytes and 64 KB pieces, which AWS charges by, by day in UTC and topic",
    query: usageQuery,
    tables: [LINES],
    days: 31,
  },
];

/** Returns a query's text for files of a projection. */
export function queryText({ days, query, tables }: SavedQuery, written: Projection): string {
  const sources = tables.map(({ name, projection: { format } = written, daysBefore = 0 }) => {
    const from = `current_timestamp - interval '${days + daysBefore}' day`;
    return { table: name, window: `${PARTITION} >= date_format(${from}, '${timeFormat(format)}')` };
  });
  const advice = `-- Of the files of the last ${days} days: write another number of days below, or ${PARTITION} BETWEEN two of its values.`;
  return `${advice}\n${query(sources)}\n`;
}

const LETTERS: Readonly<Record<string, string>> = { yyyy: "%Y", MM: "%m", dd: "%d", HH: "%H" };

/** Returns a format of Java's DateTimeFormatter as the one of MySQL, which date_format takes. */
function timeFormat(format: string): string {
  return format.replace(/'([^']*)'|yyyy|MM|dd|HH|%/g, (run, text?: string) =>
    text === undefined ? (LETTERS[run] ?? "%%") : text.replaceAll("%", "%%"),
  );
}
