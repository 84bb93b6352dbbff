import { parseEnvironments } from "../config/environments";
import { findEnvironmentFiles } from "../config/files";
import type { Command, Options } from "./command";
import { formatNames, formats } from "./formats";
import { placesOf } from "./io";

const options = {
  format: {
    type: "string",
    value: "FORMAT",
    choices: formatNames,
    help: "how to say it; github: as annotations of a workflow",
  },
  json: { type: "boolean", help: "the same as --format json" },
} as const satisfies Options;

export const check: Command<typeof options> = {
  name: "check",
  summary: "Says everything that is wrong with environment files, before Terraform or AWS do",
  positionals: "[FILE …]",
  options,
  details: `FILE is a file, a folder or the name of an environment; without any, all of environments/ are checked, also
beside each other. A name goes before a folder of the same name: write ./NAME for the folder. Where some of them
cannot be read, the others are checked all the same. Needs no account and no network. Warnings leave the exit code at 0.
docs/messages.md has every message by its id, with what to write instead and an example.`,
  async run({ values, positionals }, io) {
    const { files, problems } = findEnvironmentFiles(positionals, placesOf(io));
    const { issues } = parseEnvironments(files);
    const { json, format = json ? "json" : "text" } = values;
    formats[format]({ issues, files, problems }, io);
    return problems.length > 0 || issues.some(({ severity }) => severity === "error") ? 1 : 0;
  },
};
