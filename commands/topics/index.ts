import type { Command, Input, Options } from "../command";
import { environmentOffers, topicOffers } from "../offers";

const options = {
  environment: {
    type: "string",
    value: "FILE",
    offers: environmentOffers,
    help: "those of this environment's organization, where --refresh has asked it",
    default: "those that are built in",
  },
  "event-bridge": { type: "boolean", help: "only those that are known or said to reach EventBridge" },
  refresh: {
    type: "string",
    value: "FILE",
    offers: environmentOffers,
    help: "ask this environment's organization, and keep its topics beside the file as <environment>.topics.json",
  },
  "dry-run": { type: "boolean", help: "with --refresh: ask, and write nothing" },
  json: { type: "boolean", help: "for other programs" },
} as const satisfies Options;

export const topics: Command<typeof options> = {
  name: "topics",
  summary: "Lists Genesys Cloud's topics, or those in which every WORD occurs, with what their events carry",
  positionals: "[WORD …]",
  offers: topicOffers,
  options,
  details: `A word is looked for in topic, description and payload. One topic alone is shown with the fields that are known of its
events. FILE is an environment's file, or its name.

--refresh needs the network, and an OAuth client in the environment variables of Genesys Cloud's Terraform provider:
GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET, or GENESYSCLOUD_ACCESS_TOKEN; and GENESYSCLOUD_REGION where the
environment names no genesys_region. It changes nothing in Genesys Cloud and needs no AWS. check, trace and report then go by the file:
commit it, and ask again when Genesys Cloud has new topics.`,
  examples: [
    { args: "presence", does: "lists the topics that mention presence" },
    { args: "'v2.users.{id}.presence'", does: "shows one topic with the fields of its events" },
    { args: "conversation --event-bridge --json", does: "lists those that reach EventBridge, for another program" },
    { args: "flow --environment dev", does: "lists those of the organization of dev that mention flow" },
  ],
  exits: { 0: "found, or asked", 1: "no topic mentions all the words, or the organization could not be asked" },
  more: "docs/how-to/ask-your-organization.md",
  wrongUse,
  async run({ values, positionals }, io) {
    const { "dry-run": dryRun = false, json = false } = values;
    if (values.refresh !== undefined) return (await import("./refresh")).refresh(values.refresh, { dryRun, json }, io);
    const { list } = await import("./list");
    return list(positionals, { environment: values.environment, reaching: values["event-bridge"] === true, json }, io);
  },
};

function wrongUse({
  values: { refresh, environment, ...values },
  positionals: words,
}: Input<typeof options>): string | undefined {
  if (refresh === undefined) return values["dry-run"] ? "--dry-run means nothing without --refresh" : undefined;
  if (words.length > 0) return "--refresh asks for all topics, and takes no WORD";
  if (environment !== undefined) return "--environment cannot stand beside --refresh, which names the environment";
  return values["event-bridge"] ? "--event-bridge means nothing with --refresh, which keeps all topics" : undefined;
}
