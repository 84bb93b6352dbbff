import { defaults } from "../../../aws/defaults";
import { firstOf, type Projection } from "../../../aws/projection";

/** The column by which Athena finds files: when Firehose wrote them, in UTC. */
export const PARTITION = "datehour";

/** A table over the files, as Glue takes it. */
export interface Table {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly (readonly [name: string, comment: string])[];
  readonly serializationLibrary: string;
  readonly serde: Readonly<Record<string, string>>;
  /** Where its files lie, if not where Firehose writes. */
  readonly projection?: Projection;
  /** The days by which its files may lie earlier than the events that they belong to came. */
  readonly daysBefore?: number;
}

export const EVENTS: Table = {
  name: "events",
  description: "Events, one a row, with the members of their envelope",
  columns: [
    ["version", "of the envelope"],
    ["id", "the same for each delivery of one event"],
    ["detail_type", "the topic"],
    ["source", "the event source"],
    ["account", "the AWS account"],
    ["time", "ISO 8601, in UTC"],
    ["region", "the AWS region"],
    ["detail", "JSON; json_extract_scalar(detail, '$.eventBody.conversationId')"],
  ],
  serializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
  serde: {
    // Else some versions of it write all names within detail in lower case.
    "case.insensitive": "false",
    // One line that is no JSON is a row of nulls, and fails no query.
    "ignore.malformed.json": "true",
    "mapping.detail_type": "detail-type",
  },
};

/** The files that `backfill` writes beside those of Firehose: in the folder of the hour in which a conversation began. */
export const FETCHED: Table = {
  ...EVENTS,
  name: "fetched",
  description: `Events that backfill fetched, one a row: --out s3://BUCKET/${defaults.backfill_prefix}`,
  projection: { before: defaults.backfill_prefix, after: "/", format: "yyyy/MM/dd/HH", unit: "HOURS" },
  daysBefore: 1,
};

export const LINES: Table = {
  name: "lines",
  description: "The lines of the files as they are, one a row",
  columns: [["line", "an event as JSON, byte by byte as it was delivered"]],
  serializationLibrary: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
  // Columns end at U+0001, which JSON has in no text as it is.
  serde: { "serialization.format": "1" },
};

export const tables = [EVENTS, FETCHED, LINES];

/** S3 deletes a file at a midnight after its time is over. */
const DAYS_LATE = 2;

/** Returns the properties that let Athena find partitions without a crawler. `days`: after which files are gone. */
export function projected(bucket: string, { before, after, format, unit }: Projection, days: number | undefined) {
  const from = days === undefined ? firstOf(defaults.catalog_first_year, format) : `NOW-${days + DAYS_LATE}DAYS`;
  return {
    EXTERNAL: "TRUE",
    "projection.enabled": "true",
    [`projection.${PARTITION}.type`]: "date",
    [`projection.${PARTITION}.format`]: format,
    [`projection.${PARTITION}.range`]: `${from},NOW`,
    [`projection.${PARTITION}.interval`]: "1",
    [`projection.${PARTITION}.interval.unit`]: unit,
    // Two dollars, or Terraform would look for a value of that name.
    "storage.location.template": `s3://${bucket}/${before}$\${${PARTITION}}${after}`,
  };
}

/** Returns the folder that holds all files. */
export function location(bucket: string, { before }: Projection): string {
  return `s3://${bucket}/${before.slice(0, before.lastIndexOf("/") + 1)}`;
}
