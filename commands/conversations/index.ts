import type { Command } from "../command";
import { options, wrongUse } from "./options";

export const conversations: Command<typeof options> = {
  name: "conversations",
  summary: "Makes one row a conversation of its pieces: who, when, how long, which queues and agents, and how it ended",
  positionals: "EVENTS …",
  offers: { files: [".json", ".ndjson", ".jsonl", ".gz"] },
  options,
  details: `EVENTS are files and folders of events: what Firehose wrote (aws s3 sync), what backfill fetched, scenarios; gzip is seen by itself.
Their order and copies of them change nothing. What no event says is empty, and the column complete tells whether anything is missing.

Nothing is sent anywhere. It works with DuckDB, a package that is installed beside this one: npm install @duckdb/node-api. 2 GB of memory
are enough for any number of events; what does not fit is written to temporary files, which are removed.`,
  examples: [
    { args: "calls", does: "shows a table of the conversations whose events are in a folder" },
    { args: "calls --format json", does: "writes all columns, one row a line" },
    { args: "calls --out rows.csv --redact", does: "writes a file without personal data" },
    {
      args: "calls --conversation d419c396-f5da-4c74-81a1-27fa06cbfe51 --zone Europe/Berlin",
      does: "draws one conversation, with times in a zone",
    },
  ],
  exits: {
    0: "done",
    1: "no event of a conversation was found, something is no event, or a file cannot be read or written",
  },
  more: "docs/how-to/one-row-a-conversation.md",
  wrongUse,
  async run(given, io) {
    const { makeRows } = await import("./run");
    return makeRows(given, io);
  },
};
