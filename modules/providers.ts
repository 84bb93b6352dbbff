import type { TerraformStack } from "cdktf";
import { versions } from "../config/defaults";
import type { Environment } from "../config/model";
import { AwsProvider, GenesyscloudProvider, TimeProvider } from "./bindings";
import { managesGenesysCloud } from "./source";

/** The providers that the environment needs, each at one exact version; credentials come from their environment variables. */
export function configureProviders(stack: TerraformStack, environment: Environment): void {
  const { aws_region, aws_account_id, aws_assume_role_arn, genesys_region, state } = environment;
  const pin = (provider: "aws" | "genesyscloud" | "time") =>
    stack.addOverride(`terraform.required_providers.${provider}.version`, versions[provider]);

  new AwsProvider(stack, "aws", {
    region: aws_region,
    allowedAccountIds: [aws_account_id],
    ...(aws_assume_role_arn && { assumeRole: [{ roleArn: aws_assume_role_arn }] }),
  });
  pin("aws");
  if (managesGenesysCloud(environment)) {
    // One token is enough for so few resources; the provider asks for ten and one more at every start.
    new GenesyscloudProvider(stack, "genesyscloud", {
      tokenPoolSize: 1,
      ...(genesys_region && { awsRegion: genesys_region }),
    });
    pin("genesyscloud");
    new TimeProvider(stack, "time");
    pin("time");
  }
  const locks = state.backend === "s3" && state.use_lockfile;
  stack.addOverride("terraform.required_version", locks ? versions.terraform_s3_lockfile : versions.terraform);
}
