import { monthIn } from "../../operate/usage/month";
import type { Command, Options } from "../command";
import { environmentOffers } from "../offers";
import { operatingOptions } from "../operating";

const options = {
  month: {
    type: "string",
    value: "YYYY-MM",
    offers: {},
    help: "the month, in UTC",
    default: "this month so far; with --events: whatever is in the files",
  },
  events: {
    type: "string",
    value: "EVENTS",
    multiple: true,
    help: "count the events of a file or a folder, or - for the standard input, and ask nobody; more of them may follow",
    offers: { files: [".json", ".ndjson", ".jsonl", ".gz"] },
  },
  csv: { type: "boolean", help: "print CSV, for a spreadsheet" },
  ...operatingOptions,
} as const satisfies Options;

export type UsageOptions = typeof options;

export const usage: Command<UsageOptions> = {
  name: "usage",
  summary: "Says how many events, bytes, 64 KB pieces and dollars a month had, by stream, rule and destination",
  positionals: "FILE",
  offers: environmentOffers,
  options,
  details: `FILE is an environment's file, or its name. CloudWatch is asked, which has figures of the last 15 months, and no bytes of a bus:
what it cannot know is unknown, or at least so much. With --events the same is counted from events themselves, such as the files
that Firehose wrote, and all of it is known: EVENTS is JSON, one event, a list, or one after the other; gzip is seen by itself.

Dollars are list prices of us-east-1 without free tiers. Nothing is changed anywhere. AWS credentials are those that every tool of AWS
finds (AWS_PROFILE, AWS_ACCESS_KEY_ID …).`,
  examples: [
    { args: "dev --month 2026-10", does: "says what October had", live: true },
    { args: "dev --csv", does: "prints this month so far, for a spreadsheet", live: true },
    { args: "dev --events lake/2026/10 --month 2026-10", does: "counts October from a copy of the files", live: true },
    { args: "dev --policy", does: "prints the permissions that it needs" },
  ],
  exits: { 0: "counted, as far as it can be known", 1: "the account cannot be asked, or an event cannot be read" },
  more: "docs/how-to/count-and-price.md",
  wrongUse({ values: { month, events, csv, json }, positionals }) {
    if (positionals.length === 0) return "usage takes one FILE";
    if (positionals.length > 1 && events === undefined)
      return `usage takes one FILE; write --events before ${positionals[1]} if that is a file of events`;
    const found = month === undefined ? undefined : monthIn(month, new Date());
    if (typeof found === "string") return `--month ${month} ${found}`;
    return csv && json ? "--csv and --json are two forms of one output; leave out one" : undefined;
  },
  async run(input, io) {
    if (input.values.policy) {
      const [{ printPolicy }, { usagePolicy }] = await Promise.all([
        import("../operating"),
        import("../../operate/usage/policy"),
      ]);
      return printPolicy(input.positionals[0] ?? "", usagePolicy, io);
    }
    const { countUsage } = await import("./count");
    return countUsage(input, io);
  },
};
