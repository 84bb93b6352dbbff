import type { Command } from "../../command";
import { environmentOffers } from "../../offers";
import { isCheckOfKept, options, wrongUse } from "./options";

export const bootstrap: Command<typeof options> = {
  name: "bootstrap",
  summary:
    "Writes the Terraform of what an account needs before its first deployment: the state's bucket, and roles for CI",
  positionals: "[ENVIRONMENT …]",
  offers: environmentOffers,
  options,
  details: `Writes a folder for each account, in which an administrator runs Terraform once. It has the bucket and key of the state, the
OIDC provider of GitHub or GitLab, and two roles for each environment: one that plans, for pull requests, and one that
applies, for the protected branch. The second may do what the environment's stack needs, on its own resources, and nothing
else; write the files again when the environment gets another stream or destination. See docs/how-to/bootstrap.md.`,
  examples: [
    {
      args: "dev --github acme/events",
      does: "the jobs of the GitHub environment dev deploy, and those of dev-plan plan",
    },
    {
      args: "dev staging --github acme/events --branch main",
      does: "the jobs of that branch deploy, and pull requests plan",
    },
    { args: "--check", does: "compares what was written before with what its own commands would write now" },
    { args: "dev --gitlab acme/events --json", does: "the same for GitLab, with what was made as JSON" },
  ],
  exits: {
    0: "written, or with --check: as it would be written",
    1: "an environment is not right, or a file is somebody else's; nothing is written. With --check: a file is another",
  },
  more: "docs/how-to/bootstrap.md",
  async run(input, io) {
    if (isCheckOfKept(input)) {
      const { checkKept } = await import("./check-kept");
      return checkKept(input, io);
    }
    const wrong = wrongUse(input);
    if (wrong !== undefined) {
      io.stderr(wrong);
      return 2;
    }
    const { writeBootstrap } = await import("./write");
    return writeBootstrap(input, io);
  },
};
