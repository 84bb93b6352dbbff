import type { Input, Options } from "../command";

const ENDINGS = { csv: /\.csv$/i, json: /\.(?:json|ndjson|jsonl)$/i, parquet: /\.parquet$/i, html: /\.html?$/i };

export const options = {
  format: {
    type: "string",
    value: "FORMAT",
    choices: ["table", "csv", "json", "parquet"],
    help: "how rows are written: json is one a line; left out, the ending of --out says it, or else they are a table",
  },
  out: {
    type: "string",
    value: "FILE",
    help: "write there, and nothing to the standard output; with --conversation, a page that ends in .html",
    offers: { files: [".csv", ".json", ".parquet", ".html"] },
  },
  conversation: {
    type: "string",
    value: "ID",
    help: "draw the timeline of this conversation, with its row",
    offers: {},
  },
  zone: {
    type: "string",
    value: "ZONE",
    help: "show times in this zone, such as Europe/Berlin",
    default: "UTC",
    offers: { values: async () => Intl.supportedValuesOf("timeZone") },
  },
  redact: {
    type: "boolean",
    help: "without personal data: hashed with the key in GENESYS_EVENTBRIDGE_REDACT_KEY, or left out where there is none",
  },
} as const satisfies Options;

export type Given = Input<typeof options>;
export type Format = "table" | "csv" | "json" | "parquet";

/** Returns the format that is asked for, by the option or else by the ending of the file. */
export function formatOf({ values: { format, out = "" } }: Given): Format {
  const ending = (["csv", "json", "parquet"] as const).find((known) => ENDINGS[known].test(out));
  return format ?? ending ?? "table";
}

/** Returns what is wrong with the options together; undefined where nothing is. */
export function wrongUse(given: Given): string | undefined {
  const { conversation, out, zone, format } = given.values;
  if (given.positionals.length === 0)
    return "conversations wants EVENTS: files or folders of events, or - for the standard input";
  if (zone !== undefined && !isZone(zone))
    return `--zone ${zone} is no time zone; write one such as Europe/Berlin or UTC`;
  if (conversation !== undefined) {
    if (format === "csv" || format === "parquet")
      return `--conversation draws one conversation, and writes no ${format}`;
    if (out !== undefined && !ENDINGS.html.test(out))
      return "--conversation with --out writes a page; let FILE end in .html";
    return out !== undefined && format !== undefined ? "--format cannot stand beside a page" : undefined;
  }
  const chosen = formatOf(given);
  if (chosen === "parquet" && out === undefined) return "--format parquet wants --out FILE";
  if (chosen === "parquet" && zone !== undefined) return "--zone means nothing with parquet, whose times are moments";
  if (chosen === "table" && out !== undefined)
    return `--out ${out} says no format; let it end in .csv, .json or .parquet, or add --format`;
  return undefined;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
