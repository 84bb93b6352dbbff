import type { Command } from "../command";
import { environmentOffers } from "../offers";
import { options, wrongUse } from "./options";

export const trace: Command<typeof options> = {
  name: "trace",
  summary: "Says what an event would do: which rules match it, why the others do not, and what each target gets",
  positionals: "FILE",
  offers: environmentOffers,
  options,
  details: `FILE is an environment's file, or its name. EVENTS is JSON: one event, a list, or one after the other; gzip is seen by itself.
Nothing is sent anywhere, but with --live the events and patterns to AWS.

s3://BUCKET/PREFIX stands for all objects whose keys begin with PREFIX, in the order of the keys, read with the credentials that every tool
of AWS finds (AWS_PROFILE, AWS_ACCESS_KEY_ID …). A --summary of them that is stopped goes on by the same command.`,
  examples: [
    { args: "dev --event event.json", does: "says which rules match one event, and what each target gets" },
    { args: "dev --event events.ndjson --summary", does: "counts an archive's events by topic, rule and destination" },
    {
      args: "dev --event s3://acme-events/audit/2026/11/ --summary",
      does: "counts what Firehose wrote in a month",
      live: true,
    },
    { args: "dev --event s3://acme-events/audit/ --policy", does: "prints the permissions that reading it needs" },
    { args: "dev --verify", does: "compares the events in dev.events/ with what is expected of them" },
  ],
  exits: {
    0: "traced, whether or not a rule matches; with --verify or --live: all as expected",
    1: "an event or the environment cannot be read, or something is not as expected",
  },
  more: "docs/how-to/trace-events.md",
  wrongUse,
  async run(input, io) {
    if (input.values.policy) {
      const { printTracePolicy } = await import("./policy");
      return printTracePolicy(input, io);
    }
    const { traceEvents } = await import("./traced");
    return traceEvents(input, io);
  },
};
