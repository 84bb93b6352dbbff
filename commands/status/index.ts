import type { Command, Options } from "../command";
import { environmentOffers } from "../offers";
import { operatingOptions } from "../operating";
import { durationIn } from "../time";

const options = {
  ...operatingOptions,
  watch: { type: "boolean", help: "look again and again, until it is interrupted; on a terminal, in the same place" },
  every: {
    type: "string",
    value: "TIME",
    offers: {},
    help: "with --watch: the time from one look to the next, such as 90s or 5m",
    default: "60s",
  },
} as const satisfies Options;

/** A look at a large environment takes this long. */
const SHORTEST = 15_000;

export const status: Command<typeof options> = {
  name: "status",
  summary: "Says what is really there, from the sender to the targets, and names the first broken link with its remedy",
  positionals: "FILE",
  offers: environmentOffers,
  options,
  details: `FILE is an environment's file, or its name. Each link is looked at in the account and compared with the file, in the order in
which an event passes them: what mends the first broken one may mend those behind it, too.

AWS credentials are those that every tool of AWS finds (AWS_PROFILE, AWS_ACCESS_KEY_ID …). Genesys Cloud is asked where its credentials are set:
GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET, or GENESYSCLOUD_ACCESS_TOKEN. Nothing is changed anywhere.`,
  examples: [
    { args: "dev", does: "looks at everything once", live: true },
    { args: "dev --watch", does: "looks every minute, until Ctrl-C", live: true },
    { args: "dev --json", does: "prints everything that was looked at, for another program", live: true },
    { args: "dev --policy", does: "prints the permissions that it needs" },
  ],
  exits: { 0: "nothing is broken", 1: "something is broken, or could not be looked at" },
  more: "docs/how-to/see-what-is-there.md",
  wrongUse({ values: { every, watch }, positionals }) {
    if (positionals.length !== 1) return "status takes one FILE";
    if (every === undefined) return undefined;
    if (!watch) return "--every means nothing without --watch";
    const pause = durationIn(every);
    if (typeof pause === "string") return `--every ${every} ${pause}`;
    return pause < SHORTEST ? `--every ${every} is too short; write ${SHORTEST / 1000}s or more` : undefined;
  },
  async run({ values, positionals: [word = ""] }, io) {
    const { every = "60s", watch = false, json = false, policy = false } = values;
    if (policy) {
      const [{ printPolicy }, { statusPolicy }] = await Promise.all([
        import("../operating"),
        import("../../operate/status/policy"),
      ]);
      return printPolicy(word, statusPolicy, io);
    }
    const { look } = await import("./look");
    return look(word, { json, ...(watch && { every: Number(durationIn(every)) }) }, io);
  },
};
