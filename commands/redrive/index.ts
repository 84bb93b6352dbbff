import type { Command } from "../command";
import { environmentOffers } from "../offers";
import { printPolicy } from "../operating";
import { options, wrongUse } from "./options";

export const redrive: Command<typeof options> = {
  name: "redrive",
  summary: "Shows what could not be delivered and rests in the dead-letter queue, and sends it back to its own targets",
  positionals: "FILE",
  offers: environmentOffers,
  options,
  details: `FILE is an environment's file, or its name. Without --send it only lists: what lies in the stack's dead-letter queue by cause, rule
and target, what to do about each, and one sample, whose personal data is masked. Messages that are read are given back at once; until
then, seconds for thousands, no other reader sees them.

With --send, each event goes to the target that did not get it, and to no other: exactly what the rule would have delivered. The first
of each group is sent alone; where it is refused, the group stays. A message leaves the queue only when its target has taken the event.
Ctrl+C ends it, and the same command goes on: what may have arrived twice is said. What was sent is noted by the ids of messages in
.genesys-eventbridge/, a folder beside the environment's file.

It needs AWS credentials, as every tool of AWS finds them; --policy prints the permissions.`,
  examples: [
    { args: "dev --policy", does: "prints the IAM policy that it needs, as JSON" },
    { args: "dev", does: "shows what lies in the queue, and changes nothing", live: true },
    { args: "dev --send --limit 1 --yes", does: "sends one event back, to see whether the cause is gone", live: true },
    {
      args: "dev --send --cause NO_PERMISSIONS --rate 50 --yes",
      does: "sends back what a missing permission has stopped, 50 a second",
      live: true,
    },
  ],
  exits: {
    0: "listed; with --send: all that was chosen is delivered, or as many as --limit says",
    1: "with --send: something chosen stays in the queue; or AWS refuses something",
  },
  more: "docs/how-to/dead-letters.md",
  wrongUse,
  async run(input, io) {
    const word = input.positionals[0] ?? "";
    if (input.values.policy) {
      const { redrivePolicy } = await import("../../operate/redrive/policy");
      return printPolicy(word, redrivePolicy, io);
    }
    const { redriven } = await import("./redriven");
    return redriven(word, input, io);
  },
};
