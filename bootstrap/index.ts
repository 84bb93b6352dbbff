import { versions } from "../aws/defaults";
import type { Account } from "./account";
import { type Block, fileOf } from "./hcl";
import { roleBlocks } from "./roles";
import { stateBlocks } from "./state-bucket";

export type { Account } from "./account";

/** A file of Terraform, by its name in the folder. */
export type File = readonly [name: string, text: string];

/** The words with which every file begins that may be written over. */
export const MADE_BY = "# Made by: ";

/**
 * Returns the files of one account: what is there once, and a file of each environment.
 *
 * @param command the command that makes them, of some environments
 */
export function bootstrapFiles(account: Account, command: (environments: string) => string): File[] {
  const { environments, provider, repository, makesBucket } = account;
  const file = (name: string, blocks: readonly Block[], of = "ENVIRONMENT …"): File => [
    name,
    fileOf(`${MADE_BY.slice(2)}${command(of)}\nDo not edit it; run that again.`, blocks),
  ];
  return [
    file("versions.tf", settings(account)),
    ...(makesBucket ? [file("state.tf", stateBlocks(account))] : []),
    ...(provider === undefined ? [file("identity.tf", identity(repository))] : []),
    ...environments.map((one) => file(`roles-${one.name}.tf`, roleBlocks(one, account), one.name)),
  ];
}

function settings({ place }: Account): Block[] {
  return [
    {
      header: "terraform",
      attributes: { required_version: versions.terraform_s3_lockfile },
      blocks: [
        {
          header: "required_providers",
          attributes: { aws: { source: "hashicorp/aws", version: versions.aws } },
        },
      ],
    },
    {
      header: 'provider "aws"',
      attributes: { region: place.aws_region, allowed_account_ids: [place.aws_account_id] },
      blocks: [{ header: "default_tags", attributes: { tags: { "managed-by": "genesys-eventbridge-bootstrap" } } }],
    },
  ];
}

function identity({ issuer, audience }: Account["repository"]): Block[] {
  return [
    {
      header: 'resource "aws_iam_openid_connect_provider" "ci"',
      comment:
        "Lets the CI's jobs prove who they are, so that no key of AWS is kept there. An account has one for each host.",
      attributes: { url: `https://${issuer}`, client_id_list: [audience] },
    },
  ];
}
