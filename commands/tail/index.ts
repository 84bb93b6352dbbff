import type { Command } from "../command";
import { environmentOffers } from "../offers";
import { printPolicy } from "../operating";
import { options, wrongUse } from "./options";

export const tail: Command<typeof options> = {
  name: "tail",
  summary: "Shows the events that come on an environment's buses now, one a line",
  positionals: "FILE",
  offers: environmentOffers,
  options,
  details: `FILE is an environment's file, or its name. It works with AWS credentials, and makes for a while a rule on each bus and one queue,
which it takes away again when it ends: after --for or --count, by Ctrl+C, or when nobody reads its output any more. What a killed run has
left, the next run of the same environment takes away. Nothing of the stack is changed, and no event is kept from anybody.

Personal data is masked in what is printed and in what is saved, and so is text of which nothing is known.`,
  examples: [
    { args: "dev", does: "shows every event for ten minutes", live: true },
    { args: "dev --rule capture-audit-events --for 1h", does: "shows what one rule takes", live: true },
    {
      args: "dev --count 3 --save environments/dev.events",
      does: "keeps the next three events as scenarios for trace --verify",
      live: true,
    },
    { args: "dev --policy", does: "prints the permissions that it needs" },
  ],
  exits: {
    0: "ended as asked, or by Ctrl+C, and took away what it had made",
    1: "AWS refuses something, or the environment cannot be read",
  },
  more: "docs/how-to/watch-events.md",
  wrongUse,
  async run(input, io) {
    const word = input.positionals[0] ?? "";
    if (input.values.policy) {
      const { tailPolicy } = await import("../../operate/tail/policy");
      return printPolicy(word, tailPolicy, io);
    }
    const { tailEvents } = await import("./tail");
    return tailEvents(word, input, io);
  },
};
