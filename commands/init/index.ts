import type { Command, Options } from "../command";
import { regionOffers, topicOffers } from "../offers";
import { subcommands } from "./subcommands";

const options = {
  account: { type: "string", value: "ID", help: "the AWS account, 12 digits", offers: {} },
  region: { type: "string", value: "REGION", help: "the AWS region, such as us-east-1", offers: regionOffers },
  suffix: { type: "string", value: "SUFFIX", help: "the last part of the partner event source's name", offers: {} },
  topic: {
    type: "string",
    value: "TOPIC",
    multiple: true,
    offers: topicOffers,
    help: "a topic of Genesys Cloud to send; several times for several",
  },
  destination: {
    type: "string",
    value: "TYPE[=VALUE]",
    multiple: true,
    offers: {
      values: async () =>
        (await import("../../destinations")).destinationTypes.map(({ type, summary }) => [type, summary]),
    },
    help: "where events go; several times for several",
  },
} as const satisfies Options;

export const init: Command<typeof options> = {
  name: "init",
  summary: "Begins an environment: writes its file, with what it needs beside it, and says what to run next",
  positionals: "[NAME]",
  offers: {},
  options,
  subcommands,
  details: "NAME is the environment's and its file's, environments/NAME.tfvars. No file that is there is written over.",
  examples: [
    {
      args: "test --account 123456789012 --region us-east-1 --suffix audit-test --topic 'v2.users.{id}.presence' --destination sqs",
      does: "writes environments/test.tfvars, which check finds right",
    },
  ],
  exits: { 0: "written", 1: "something is not right or there already, and nothing is written" },
  more: "docs/operating.md",
  async run(input, io) {
    const { begin } = await import("./begin");
    return begin(input, io);
  },
};
