import type { Command } from "../command";
import { environmentOffers } from "../offers";
import { options, wrongUse } from "./options";

export const replay: Command<typeof options> = {
  name: "replay",
  summary:
    "Sends what a stream's archive keeps to rules once more, and says first which events, where they go and what comes twice",
  positionals: "FILE",
  offers: environmentOffers,
  options,
  details: `FILE is an environment's file, or its name. First it shows which rules and targets get how many events, what became of earlier
replays, and what it costs; then it asks, starts the replay in AWS, and follows it to its end.

AWS does the work: interrupted, a replay goes on, and the same command finds and follows it. It never starts the same replay twice: what
was replayed to the same rules before comes a second time only with --again. Events come minute by minute of their time, in no exact
order, keep their id, and have a field replay-name.

It needs AWS credentials, as every tool of AWS finds them; --policy prints the permissions.`,
  examples: [
    { args: "dev --policy", does: "prints the IAM policy that it needs, as JSON" },
    {
      args: "dev --stream audit --from 3h --dry-run",
      does: "shows what a replay of the last three hours would send",
      live: true,
    },
    {
      args: "dev --stream audit --from 2026-11-28T08:00:00Z --to 2026-11-28T09:00:00Z --rules capture-audit-events --yes",
      does: "replays an hour to one rule, without asking",
      live: true,
    },
    { args: "dev --stream audit --cancel --yes", does: "cancels the replay that runs", live: true },
  ],
  exits: {
    0: "replayed, now or before; with --dry-run: it could be; with --cancel: none runs any more",
    1: "refused, or the replay did not come to its end",
  },
  more: "docs/how-to/keep-and-replay.md",
  wrongUse,
  async run(input, io) {
    const { replayed } = await import("./replayed");
    return replayed(input, io);
  },
};
