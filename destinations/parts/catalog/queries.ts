import type { Projection } from "../../../aws/projection";
import { LINES, PARTITION } from "./tables";

/** A query that the workgroup keeps for whoever opens it. */
export interface SavedQuery {
  /** The end of its address. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The number of days, back from now, whose files it reads until somebody writes another. */
  readonly days: number;
  /** Returns its text. `within`: what picks the files of those days. */
  readonly sql: (within: string) => string;
}

/** EventBridge's bill counts an event once for each 64 KB or part of it. */
const USAGE: SavedQuery = {
  id: "usage",
  name: "Usage by topic",
  description: "Events, bytes and 64 KB pieces, which AWS charges by, by day and topic",
  days: 31,
  sql: (within) => `WITH sizes AS (
  SELECT
    substr(json_extract_scalar(line, '$.time'), 1, 10) AS day,
    json_extract_scalar(line, '$["detail-type"]') AS topic,
    length(to_utf8(line)) AS bytes
  FROM ${LINES.name}
  WHERE ${within}
)
SELECT
  day,
  topic,
  count(*) AS events,
  sum(bytes) AS bytes,
  sum((bytes + 65535) / 65536) AS pieces
FROM sizes
GROUP BY day, topic
ORDER BY day, bytes DESC
`,
};

export const queries: readonly SavedQuery[] = [USAGE];

/** Returns a query's text for files of a projection. */
export function queryText({ name, days, sql }: SavedQuery, projection: Projection): string {
  const within = `${PARTITION} >= date_format(current_timestamp - interval '${days}' day, '${timeFormat(projection.format)}')`;
  return `-- ${name}, of the files of the last ${days} days: write another number of days, or ${PARTITION} BETWEEN two values.\n${sql(within)}`;
}

const LETTERS: Readonly<Record<string, string>> = { yyyy: "%Y", MM: "%m", dd: "%d", HH: "%H" };

/** Returns a format of Java's DateTimeFormatter as the one of MySQL, which date_format takes. */
function timeFormat(format: string): string {
  return format.replace(/'([^']*)'|yyyy|MM|dd|HH|[^A-Za-z']/g, (run, text?: string) =>
    text !== undefined ? text.replaceAll("%", "%%") : (LETTERS[run] ?? run.replace("%", "%%")),
  );
}
