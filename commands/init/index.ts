import type { Command } from "../command";
import { options } from "./options";
import { subcommands } from "./subcommands";

export const init: Command<typeof options> = {
  name: "init",
  summary: "Begins an environment: writes its file, with what it needs beside it, and says what to run next",
  positionals: "[NAME]",
  offers: {},
  options,
  subcommands,
  details: `NAME is the environment's and its file's, environments/NAME.tfvars. In a terminal, whatever no option says is asked for; elsewhere
it is named, all at once. The file passes check, or is not written. No file that is there is written over: .gitignore gets the lines
that it lacks, cdktf.json is left as it is.

VALUE of a destination is the key that its type requires, such as lambda=ARN, http=URL or pagerduty=NAME of its secret; for a type
that requires none it is the ARN of one that exists, which is then not made, such as sqs=ARN. docs/reference/destinations.md has the types.`,
  examples: [
    {
      args: "test --account 123456789012 --region us-east-1 --suffix audit-test --topic 'v2.users.{id}.presence' --destination sqs",
      does: "writes environments/test.tfvars, which check finds right",
    },
    {
      args: "test --account 123456789012 --region us-east-1 --suffix calls-test --topic 'v2.detail.events.conversation.{id}.acd.end' --destination kinesis --state-bucket acme-terraform-state --dry-run",
      does: "shows all that would be written, with Terraform's state in an S3 bucket",
    },
    {
      args: "test --account 123456789012 --region us-east-1 --stream-type kafka --broker b1.kafka.acme.example:9096 --topic interactions --auth scram_sha_512=kafka/reader --destination sqs --dry-run",
      does: "shows an environment that reads a topic of Kafka",
    },
  ],
  exits: { 0: "written", 1: "something is not right or there already, and nothing is written" },
  more: "docs/how-to/begin-upgrade-end.md",
  async run(input, io) {
    const { begin } = await import("./begin");
    return begin(input, io);
  },
};
