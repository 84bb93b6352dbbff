import type { Command, Options } from "../command";
import { subcommands } from "./subcommands";

const options = {
  account: { type: "string", value: "ID", help: "the AWS account, 12 digits" },
  region: { type: "string", value: "REGION", help: "the AWS region, such as us-east-1" },
  suffix: { type: "string", value: "SUFFIX", help: "the last part of the partner event source's name" },
  topic: {
    type: "string",
    value: "TOPIC",
    multiple: true,
    help: "a topic of Genesys Cloud to send; several times for several",
  },
  destination: {
    type: "string",
    value: "TYPE[=VALUE]",
    multiple: true,
    help: "where events go; several times for several",
  },
} as const satisfies Options;

export const init: Command<typeof options> = {
  name: "init",
  summary: "Begins an environment: writes its file, with what it needs beside it, and says what to run next",
  positionals: "[NAME]",
  options,
  subcommands,
  details: "NAME is the environment's and its file's, environments/NAME.tfvars. No file that is there is written over.",
  async run(input, io) {
    const { begin } = await import("./begin");
    return begin(input, io);
  },
};
