import * as z from "zod";
import { anyText, arn, httpsUrl, region } from "./text";

/** A role that somebody assumes. */
export const roleArn = arn(
  "iam",
  "role/[\\w+=,.@/-]{1,512}",
  "an IAM role's ARN such as arn:aws:iam::123456789012:role/deploy",
);

export const stateSchema = z.discriminatedUnion("backend", [
  z
    .strictObject({
      backend: z.literal("local"),
      path: anyText.optional().meta({
        description: "The state file; relative paths start where cdktf.json lies.",
        example: "state/dev.tfstate",
        absent: "terraform.<environment>.tfstate beside cdktf.json",
      }),
    })
    .meta({ description: "A file on the machine that runs Terraform." }),
  z
    .strictObject({
      backend: z.literal("s3"),
      bucket: anyText.meta({ description: "The S3 bucket that holds the state.", example: "acme-terraform-state" }),
      key: anyText.meta({ description: "The state's key in the bucket.", example: "genesys-eventbridge/dev.tfstate" }),
      region: region.meta({ description: "Region of the bucket.", example: "us-east-1" }),
      kms_key_id: anyText.optional().meta({
        description: "KMS key (ARN, id or alias) that encrypts the state.",
        example: "alias/terraform-state",
        absent: "the bucket's own encryption",
      }),
      role_arn: roleArn.optional().meta({
        description: "Role assumed to read and write the state.",
        example: "arn:aws:iam::123456789012:role/terraform-state",
        absent: "the credentials of the run",
      }),
      use_lockfile: z.boolean().default(true).meta({
        description: "Lock the state by a file beside it (Terraform 1.10 or newer).",
        example: false,
      }),
    })
    .meta({ description: "An object in an S3 bucket, encrypted." }),
  z
    .strictObject({
      backend: z.literal("cloud"),
      organization: anyText.meta({
        description: "Organization of HCP Terraform or Terraform Enterprise.",
        example: "acme",
      }),
      workspace: anyText.meta({ description: "Name of the workspace.", example: "genesys-eventbridge-dev" }),
      hostname: anyText.optional().meta({
        description: "Host of Terraform Enterprise.",
        example: "terraform.acme.example",
        absent: "HCP Terraform",
      }),
    })
    .meta({ description: "HCP Terraform or Terraform Enterprise." }),
  z
    .strictObject({
      backend: z.literal("http"),
      address: httpsUrl.meta({
        description: "URL that the state is read from and written to.",
        example: "https://state.acme.example/dev",
      }),
      lock_address: httpsUrl.optional().meta({
        description: "URL that locks the state.",
        example: "https://state.acme.example/dev/lock",
        absent: "no lock",
      }),
      unlock_address: httpsUrl.optional().meta({
        description: "URL that unlocks the state.",
        example: "https://state.acme.example/dev/lock",
        absent: "no lock",
      }),
    })
    .meta({ description: "A server that speaks the protocol of Terraform's http backend." }),
]);
