import { writerNames } from "../../consumers/writers/names";
import type { Command, Input, Options } from "../command";
import { environmentOffers, topicOffers } from "../offers";

const options = {
  environment: {
    type: "string",
    value: "FILE",
    offers: environmentOffers,
    help: "those of this environment's organization, where --refresh has asked it; with --as, what arrives at its destinations",
    default: "those that are built in",
  },
  as: {
    type: "string",
    value: "FORM",
    choices: writerNames,
    help: "write the shapes of the events of these topics, each word a whole topic; without any, of all",
  },
  destination: {
    type: "string",
    value: "NAME",
    help: "with --as and --environment: what arrives at this destination alone",
    offers: {},
  },
  out: {
    type: "string",
    value: "FILE",
    help: "with --as: write there, and nothing to the standard output",
    offers: { files: [".json", ".ts"] },
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

--as writes for programs what is known of events: envelope and body, each field with its kind, the values it is known to have, what it says of people
(x-personal) and whether events were seen to have it (x-seen). Whatever is not known stays open. With --environment it is what arrives at the environment's
destinations, after fields, input_path and templates.

--refresh needs the network, and an OAuth client in the environment variables of Genesys Cloud's Terraform provider:
GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET, or GENESYSCLOUD_ACCESS_TOKEN; and GENESYSCLOUD_REGION where the
environment names no genesys_region. It changes nothing in Genesys Cloud and needs no AWS. check, trace and report then go by the file:
commit it, and ask again when Genesys Cloud has new topics.`,
  examples: [
    { args: "presence", does: "lists the topics that mention presence" },
    { args: "'v2.users.{id}.presence'", does: "shows one topic with the fields of its events" },
    { args: "conversation --event-bridge --json", does: "lists those that reach EventBridge, for another program" },
    { args: "'v2.users.{id}.presence' --as typescript", does: "writes the type of a topic's events" },
    {
      args: "--as json-schema --environment dev --destination audit-log --out audit-log.schema.json",
      does: "writes the JSON Schema of all that a destination gets",
    },
    { args: "flow --environment dev", does: "lists those of the organization of dev that mention flow" },
  ],
  exits: {
    0: "found, written or asked",
    1: "no topic mentions all the words or is called so, or the organization could not be asked",
  },
  more: "docs/how-to/ask-your-organization.md and docs/how-to/write-a-consumer.md",
  wrongUse,
  async run({ values, positionals }, io) {
    const { "dry-run": dryRun = false, json = false } = values;
    if (values.refresh !== undefined) return (await import("./refresh")).refresh(values.refresh, { dryRun, json }, io);
    const { as, environment, destination, out, "event-bridge": reaching = false } = values;
    if (as !== undefined) {
      const { writeShapes } = await import("./shapes");
      return writeShapes(positionals, { as, environment, destination, out, reaching }, io);
    }
    const { list } = await import("./list");
    return list(positionals, { environment, reaching, json }, io);
  },
};

function wrongUse({ values, positionals: words }: Input<typeof options>): string | undefined {
  const { as, destination, environment, refresh } = values;
  if (refresh !== undefined) return wrongRefresh({ values, positionals: words });
  if (values["dry-run"]) return "--dry-run means nothing without --refresh";
  if (as === undefined) {
    if (destination !== undefined) return "--destination means nothing without --as";
    return values.out === undefined ? undefined : "--out means nothing without --as";
  }
  if (values.json) return "--json lists topics; leave it out beside --as, or write --as json-schema";
  if (values["event-bridge"] && (environment !== undefined || words.length > 0))
    return "--event-bridge beside --as chooses among all topics; leave it out beside topics and --environment";
  return destination !== undefined && environment === undefined ? "--destination wants --environment" : undefined;
}

function wrongRefresh({ values, positionals: words }: Input<typeof options>): string | undefined {
  if (words.length > 0) return "--refresh asks for all topics, and takes no WORD";
  if (values.environment !== undefined)
    return "--environment cannot stand beside --refresh, which names the environment";
  const other = (["as", "destination", "out"] as const).find((name) => values[name] !== undefined);
  if (other !== undefined) return `--${other} means nothing with --refresh`;
  return values["event-bridge"] ? "--event-bridge means nothing with --refresh, which keeps all topics" : undefined;
}
