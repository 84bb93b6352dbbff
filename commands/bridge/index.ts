import type { Command } from "../command";
import { environmentOffers } from "../offers";
import { printPolicy } from "../operating";
import { options, wrongUse } from "./options";

export const bridge: Command<typeof options> = {
  name: "bridge",
  summary: "Brings what Genesys Cloud's notification service sends onto a stream's bus, or prints it",
  positionals: "FILE",
  offers: environmentOffers,
  options,
  details: `FILE is an environment's file, or its name. The stack runs the same program in a container; at a desk it helps to see what
a topic sends, and brings events where there is no container yet. Do not run both at once: every event would come twice, and one would
close the channels of the other.

A socket keeps nothing: what is sent while none is open is lost. Each such time is put on the bus as an event bridge.gap, and said here;
what an earlier run has missed is said when the next one begins, by .genesys-eventbridge/, a folder beside the environment's file.

It needs the OAuth client's credentials in the variables of Genesys Cloud's provider, and AWS credentials unless --print is given.
Personal data is masked in what is printed.`,
  examples: [
    { args: "dev --dry-run", does: "says how many subscriptions and channels there would be", live: true },
    { args: "dev --print --for 10m", does: "shows what comes, and puts nothing on the bus", live: true },
    { args: "dev --stream live --for 10m", does: "puts what comes on the stream's bus for a while", live: true },
    { args: "dev --policy", does: "prints the permission that it needs" },
  ],
  exits: {
    0: "ended as asked, or by Ctrl+C, and all that came is on the bus",
    1: "Genesys Cloud or AWS refuses something, or the bus took too little for too long",
  },
  more: "docs/how-to/subscribe-to-topics.md",
  wrongUse,
  async run(input, io) {
    const word = input.positionals[0] ?? "";
    if (input.values.policy) {
      const { bridgePolicy } = await import("../../operate/bridge/policy");
      return printPolicy(word, bridgePolicy, io);
    }
    const { bridged } = await import("./bridged");
    return bridged(word, input, io);
  },
};
