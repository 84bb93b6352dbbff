import type { Command } from "../../command";
import { options, wrongUse } from "./options";

export const ci: Command<typeof options> = {
  name: "ci",
  summary: "Writes the workflows that check, plan, deploy and watch every environment from GitHub",
  positionals: "",
  options,
  details: `Run it at the root of the repository. Files are written all or not at all; one that is there and says something else is
left, and so are the others, unless --force is given. Written again without a change, nothing happens. docs/ci.md says
what the workflows do and what they need.`,
  async run(input, io) {
    const wrong = wrongUse(input);
    if (wrong !== undefined) {
      io.stderr(`${wrong} (--help tells more)`);
      return 2;
    }
    const { makeCi } = await import("./make");
    return makeCi(input, io);
  },
};
