import type { Command } from "../command";
import { environmentOffers } from "../offers";
import { options, wrongUse } from "./options";

export const backfill: Command<typeof options> = {
  name: "backfill",
  summary:
    "Fetches what was missed from the analytics and audit APIs of Genesys Cloud, and puts it on a bus or into files",
  positionals: "FILE",
  offers: environmentOffers,
  options,
  details: `FILE is an environment's file, or its name. Conversation details and user details come by jobs, audits by queries, a day at a
time and page by page, however large a day is.

Stopped at any moment, also by a crash, the same command goes on where it was; days that were fetched to the same place before are left
out. A record of details is no event of the stream: it has a detail-type of its own, and "backfill": true in its metadata, as fetched
audits have, too.

It needs the credentials of an OAuth client with the grant "client credentials", in GENESYSCLOUD_OAUTHCLIENT_ID and
GENESYSCLOUD_OAUTHCLIENT_SECRET, and for a bus or a bucket AWS credentials; --policy prints the permissions there.`,
  examples: [
    {
      args: "dev --policy --out s3://acme-genesys-calls/backfill",
      does: "prints the IAM policy that it needs, as JSON",
    },
    {
      args: "dev --stream audit --from 3d --records audits,conversations --out missed --dry-run",
      does: "says how much there is, and how long it takes",
      live: true,
    },
    {
      args: "dev --stream audit --from 2026-11-01T00:00:00Z --to 2026-11-03T00:00:00Z --records audits --out missed",
      does: "writes two days of audits into files",
      live: true,
    },
  ],
  exits: {
    0: "all is there, fetched now or before; with --dry-run: it could be",
    1: "refused, or a part could not be fetched, which is said",
  },
  more: "docs/how-to/fetch-what-was-missed.md",
  wrongUse,
  async run(input, io) {
    const { backfilled } = await import("./backfilled");
    return backfilled(input, io);
  },
};
