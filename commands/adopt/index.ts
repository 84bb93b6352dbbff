import type { Command } from "../command";
import { environmentOffers } from "../offers";
import { operatingOptions } from "../operating";

const options = {
  ...operatingOptions,
  write: { type: "boolean", help: "make the environment's first file of what the account has, where there is none" },
  "dry-run": { type: "boolean", help: "say what would be imported, and write no file" },
} as const;

export const adopt: Command<typeof options> = {
  name: "adopt",
  summary: "Finds what an account has already of an environment, so that the first apply takes it over",
  positionals: "FILE",
  offers: environmentOffers,
  options,
  details: `FILE is an environment's file, or its name. What exists is written beside it as <environment>.imports.json, which
synthesis makes Terraform's import blocks of. Nothing is changed in the account. With --write, FILE is the name of an environment that is
not there yet: its file is made of what the account of the credentials has in the region AWS_REGION.`,
  examples: [
    { args: "dev", does: "looks for what exists, and writes environments/dev.imports.json", live: true },
    { args: "prod --write", does: "makes environments/prod.tfvars of what exists, too", live: true },
    { args: "dev --dry-run --json", does: "says the same to a program, and writes nothing", live: true },
    { args: "dev --policy", does: "prints what it must be allowed in AWS" },
  ],
  exits: {
    0: "the first apply creates, changes in place and imports, and nothing else",
    1: "the file is not right, the account cannot be asked, or something has to be settled first",
  },
  more: "docs/how-to/take-over.md: taking over what exists, step by step",
  wrongUse: ({ positionals }) => (positionals.length === 1 ? undefined : "adopt wants one environment FILE"),
  async run({ values, positionals: [word = ""] }, io) {
    const { adoptEnvironment } = await import("./run");
    return adoptEnvironment(word, values, io);
  },
};
