import { parseEnvironments } from "../config/environments";
import { findEnvironmentFiles } from "../config/files";
import type { Command, Options } from "./command";
import { formatNames, formats } from "./formats";
import { placesOf } from "./io";
import { environmentOffers } from "./offers";
import { withProgress } from "./progress";

const options = {
  format: {
    type: "string",
    value: "FORMAT",
    choices: formatNames,
    help: "how to say it; github makes annotations of a workflow",
    default: "text",
  },
  json: { type: "boolean", help: "the same as --format json" },
} as const satisfies Options;

export const check: Command<typeof options> = {
  name: "check",
  summary: "Says everything that is wrong with environment files, before Terraform or AWS do",
  positionals: "[FILE …]",
  offers: environmentOffers,
  options,
  details: `FILE is a file, a folder or the name of an environment; without any, all of environments/ are checked, also
beside each other. A name goes before a folder of the same name: write ./NAME for the folder. Where some of them
cannot be read, the others are checked all the same. Needs no account and no network.`,
  examples: [
    { args: "", does: "checks all of environments/" },
    {
      args: "dev ./environments/staging.tfvars",
      does: "checks one by its name and one by its path, also beside each other",
    },
    { args: "--format github", does: "writes annotations in a job of GitHub" },
  ],
  exits: { 0: "no error; there may be warnings", 1: "errors, or a file that cannot be read" },
  more: "docs/reference/messages.md: every message by its id, with what to write instead",
  async run({ values, positionals }, io) {
    const { files, problems } = findEnvironmentFiles(positionals, placesOf(io));
    const { issues } = withProgress(files.length, "environment", io, (next) => parseEnvironments(files, next));
    const { json, format = json ? "json" : "text" } = values;
    formats[format]({ issues, files, problems }, io);
    return problems.length > 0 || issues.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};
