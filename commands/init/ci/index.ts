import type { Command } from "../../command";
import { options, wrongUse } from "./options";

export const ci: Command<typeof options> = {
  name: "ci",
  summary: "Writes the workflows that check, plan, deploy and watch every environment from GitHub or GitLab",
  positionals: "",
  options,
  details: `Run it at the root of the repository. Files are written all or not at all; one that is there and says something else is
left, and so are the others, unless --force is given. Written again without a change, nothing happens. docs/how-to/deploy-from-ci.md says
what the workflows do and what they need.`,
  examples: [
    { args: "--github --dry-run", does: "says which files would be written" },
    { args: "--gitlab --order dev+staging", does: "writes a pipeline in which both go side by side" },
    { args: "--github --order dev,staging", does: "writes workflows that deploy one environment after the other" },
  ],
  exits: {
    0: "written, or as it is already",
    1: "an environment is not right, or a file says something else; nothing is written",
  },
  more: "docs/how-to/deploy-from-ci.md",
  wrongUse,
  async run(input, io) {
    const { makeCi } = await import("./make");
    return makeCi(input, io);
  },
};
