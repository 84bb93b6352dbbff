import { kinds } from "../../operate/backfill/kinds";
import type { Input, Options } from "../command";
import { operatingOptions } from "../operating";

export const RECORDS = kinds.map(({ name }) => name);

export const options = {
  stream: {
    type: "string",
    value: "S",
    offers: {},
    help: "the stream whose events are missing: its envelope, and its bus",
    default: "the only stream",
  },
  from: {
    type: "string",
    value: "TIME",
    offers: {},
    help: "the time of the first records: ISO 8601 with a zone, or how long ago, such as 2h or 3d",
  },
  to: {
    type: "string",
    value: "TIME",
    offers: {},
    help: "the time up to which records are fetched, in the same forms",
    default: "as far as Genesys Cloud has them",
  },
  gaps: {
    type: "string",
    value: "EVENTS",
    multiple: true,
    offers: { files: [".json", ".jsonl", ".ndjson", ".gz"] },
    help: "fetch what is missing in the gaps that a bridge has said: a file or a folder of events, or - for the standard input; may be repeated",
  },
  records: {
    type: "string",
    value: "KINDS",
    multiple: true,
    offers: { values: async () => RECORDS },
    help: `the kinds of records, ${RECORDS.join(", ")}, with commas between them; may be repeated`,
    default: "conversations; with --gaps those that the topics of a gap ask for",
  },
  services: {
    type: "string",
    value: "SERVICES",
    multiple: true,
    offers: {},
    help: "only audits of these services, as Genesys Cloud names them, with commas between them; may be repeated",
    default: "every service that Genesys Cloud names",
  },
  out: {
    type: "string",
    value: "PLACE",
    offers: { values: async () => ["bus"] },
    help: "where events go: bus, a folder, or s3://BUCKET/PREFIX; files are those that Firehose writes",
    default: "bus, the stream's own",
  },
  state: {
    type: "string",
    value: "FOLDER",
    offers: {},
    help: "the folder in which it is kept how far the work is",
    default: ".genesys-eventbridge/ beside the environment's file",
  },
  "dry-run": {
    type: "boolean",
    help: "say how much there is, how many calls it takes and how long, and fetch nothing",
  },
  yes: { type: "boolean", short: "y", help: "begin without asking" },
  again: { type: "boolean", help: "fetch also the days that were fetched to the same place before" },
  ...operatingOptions,
} as const satisfies Options;

export type BackfillInput = Input<typeof options>;

/** Returns why a command line cannot be meant; undefined where it can. */
export function wrongUse({ values, positionals }: BackfillInput): string | undefined {
  const [file, other] = positionals;
  if (file === undefined) return "backfill wants FILE, an environment's file or its name";
  if (other !== undefined) return `backfill takes one FILE, and not ${other} besides`;
  if (values.policy) return undefined;
  if (values.from === undefined && values.gaps === undefined)
    return "backfill wants --from, the time of the first records, or --gaps";
  return undefined;
}

/** Returns the words of an option that may be repeated, and hold several with commas between them. */
export function listed(words: readonly string[] | undefined): readonly string[] | undefined {
  return words && [...new Set(words.flatMap((word) => word.split(",")).flatMap((word) => word.trim() || []))];
}
