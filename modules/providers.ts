import { TerraformProvider, type TerraformStack } from "cdktf";
import { versions } from "../aws/defaults";
import { GENESYS_TOKENS } from "../aws/limits";
import type { Environment } from "../config/model";
import { managedInGenesysCloud } from "../config/organization";
import { AwsProvider, GenesyscloudProvider, TimeProvider } from "./bindings";

/** Adds the providers that the environment needs and the stack has not, each at one exact version; credentials come from their environment variables. */
export function configureProviders(stack: TerraformStack, environment: Environment): void {
  const { aws_region, aws_account_id, aws_assume_role_arn, genesys_region } = environment;
  const pin = (provider: "aws" | "genesyscloud" | "time") =>
    stack.addOverride(`terraform.required_providers.${provider}.version`, versions[provider]);

  const has = (provider: "aws" | "genesyscloud" | "time") => providerOf(stack, provider) !== undefined;

  if (!has("aws")) {
    new AwsProvider(stack, "aws", {
      region: aws_region,
      allowedAccountIds: [aws_account_id],
      ...(aws_assume_role_arn && { assumeRole: [{ roleArn: aws_assume_role_arn }] }),
    });
    pin("aws");
  }
  const managed = managedInGenesysCloud(environment);
  if (managed > 0 && !has("genesyscloud")) {
    // A token for each integration, since the provider holds it for five minutes where one was deleted, and the others would
    // wait in turn. It asks for one more at every start.
    new GenesyscloudProvider(stack, "genesyscloud", {
      tokenPoolSize: Math.min(managed, GENESYS_TOKENS),
      ...(genesys_region && { awsRegion: genesys_region }),
    });
    pin("genesyscloud");
  }
  if (managed > 0 && !has("time")) {
    new TimeProvider(stack, "time");
    pin("time");
  }
}

/** Returns the provider of a stack that resources of this type get by themselves. */
export function providerOf(stack: TerraformStack, type: string): TerraformProvider | undefined {
  return stack.node
    .findAll()
    .filter((element) => TerraformProvider.isTerraformProvider(element))
    .find(({ terraformResourceType, alias }) => terraformResourceType === type && alias === undefined);
}

/** Says which Terraform the stack needs. */
export function requireTerraform(stack: TerraformStack, { state }: Environment): void {
  const locks = state.backend === "s3" && state.use_lockfile;
  stack.addOverride("terraform.required_version", locks ? versions.terraform_s3_lockfile : versions.terraform);
}
