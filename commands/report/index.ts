import type { Command } from "../command";
import { options, wrongUse } from "./options";

export const report: Command<typeof options> = {
  name: "report",
  summary: "Says for an auditor where events go, who may do what, and what a plan changes",
  positionals: "FILE",
  options,
  details: `FILE is an environment's file, or its name. The report goes to the standard output. It is dated with the time of
SOURCE_DATE_EPOCH, where that is set.`,
  async run(input, io) {
    const wrong = wrongUse(input);
    if (wrong !== undefined) {
      io.stderr(`${wrong} (--help tells more)`);
      return 2;
    }
    const { makeReport } = await import("./make");
    return makeReport(input, io);
  },
};
