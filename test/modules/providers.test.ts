import { versions } from "../../config/defaults";
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
