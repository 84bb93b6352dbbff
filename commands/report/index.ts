import type { Command } from "../command";
import { environmentOffers } from "../offers";
import { options, wrongUse } from "./options";

export const report: Command<typeof options> = {
  name: "report",
  summary: "Says for an auditor where events go, who may do what, and what a plan changes",
  positionals: "FILE",
  offers: environmentOffers,
  options,
  details: `FILE is an environment's file, or its name. The report goes to the standard output. It is dated with the time of
SOURCE_DATE_EPOCH, where that is set.`,
  examples: [
    { args: "dev > dev.html", does: "writes one page that needs nothing else" },
    {
      args: "staging --plan plan.json --fail-on high",
      does: "says what a plan changes, and fails where that is severe",
    },
    { args: "staging --interactive > staging.html", does: "lets the reader try an event in the page" },
    { args: "dev --against staging --format markdown", does: "says where two environments differ" },
  ],
  exits: {
    0: "reported; with --fail-on: no finding that is so severe",
    1: "the environment or a plan cannot be read; with --fail-on: a finding that is so severe",
  },
  more: "docs/reference/findings.md: every finding, why it matters and what to do",
  wrongUse,
  async run(input, io) {
    const { makeReport } = await import("./make");
    return makeReport(input, io);
  },
};
