import type { Command } from "../command";
import { options, wrongUse } from "./options";

export const trace: Command<typeof options> = {
  name: "trace",
  summary: "Says what an event would do: which rules match it, why the others do not, and what each target gets",
  positionals: "FILE",
  options,
  details: `FILE is an environment's file, or its name. EVENTS is JSON: one event, a list, or one after the other; gzip is seen by itself.
Nothing is sent anywhere, but with --live the events and patterns to AWS.`,
  async run(input, io) {
    const wrong = wrongUse(input);
    if (wrong !== undefined) {
      io.stderr(`${wrong} (--help tells more)`);
      return 2;
    }
    const { traceEvents } = await import("./traced");
    return traceEvents(input, io);
  },
};
