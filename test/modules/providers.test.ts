import { versions } from "../../aws/defaults";
import { file } from "../support/environment";
import { synthesized } from "../support/stack";

test("pins every provider to one version, that of its bindings", () => {
  const { required_providers } = synthesized(file()).terraform;

  expect(required_providers).toEqual({
    aws: { source: "aws", version: versions.aws },
    genesyscloud: { source: "mypurecloud/genesyscloud", version: versions.genesyscloud },
    time: { source: "hashicorp/time", version: versions.time },
  });
});

test("refuses any other account, assumes the role and asks Genesys Cloud for one token", () => {
  const top = 'aws_assume_role_arn = "arn:aws:iam::123456789012:role/deploy"\ngenesys_region = "eu-central-1"';

  expect(synthesized(file({ top })).provider).toEqual({
    aws: [
      {
        region: "us-east-1",
        allowed_account_ids: ["123456789012"],
        assume_role: [{ role_arn: "arn:aws:iam::123456789012:role/deploy" }],
      },
    ],
    genesyscloud: [{ aws_region: "eu-central-1", token_pool_size: 1 }],
    time: [{}],
  });
});

test.each([
  { streams: 1, tokens: 1 },
  { streams: 3, tokens: 3 },
  { streams: 12, tokens: 10 },
])("asks for $tokens tokens for $streams integrations, so that lost ones are waited for together", (case_) => {
  const stream = (n: number) => `s${n} = { event_source_suffix = "s${n}", topic_filters = ["v2.users.{id}.presence"] }`;
  const streams = Array.from({ length: case_.streams }, (_, n) => stream(n + 1)).join("\n");
  const text = file()
    .replace(/streams = \{[\s\S]*?\n\} \}\n/, `streams = {\n${streams}\n}\n`)
    .replace('stream = "audit"', 'stream = "s1"');

  expect(synthesized(text).provider.genesyscloud).toEqual([{ token_pool_size: case_.tokens }]);
});

test("takes no token where Genesys Cloud is left to somebody else", () => {
  expect(synthesized(file({ stream: "manage_integration = false" })).provider).not.toHaveProperty("genesyscloud");
});
