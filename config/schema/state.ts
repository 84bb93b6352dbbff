import * as z from "zod";
import { anyBucketText } from "../../schema/bucket";
import { anyText, arn, arnPattern, httpsUrl, region, text } from "../../schema/text";

/** A role that somebody assumes. */
export const roleArn = arn(
  "iam",
  "role/(?:[\\w+=,.@-]+/){0,50}[\\w+=,.@-]{1,64}",
  "an IAM role's ARN such as arn:aws:iam::123456789012:role/deploy",
);

// The forms that Terraform's S3 backend takes (tried with 1.11.4), and HCP Terraform's documentation of names (2026-11).
const KEY_ID = "(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})";
const ALIAS = "alias/[A-Za-z0-9/_-]{1,250}";
const stateKey = text(
  "1 to 1024 characters with no / at its ends, no two in a row, and no control characters",
  /^(?!\/)(?!.*\/\/)(?!.*\/$)[^\p{Cc}]{1,1024}$/u,
);
const keyId = text(
  "a KMS key's ARN, its id (a UUID or mrk-…) or its alias such as alias/terraform-state",
  new RegExp(`^(?:${KEY_ID}|${ALIAS}|${arnPattern("kms", `(?:key/${KEY_ID}|${ALIAS})`)})$`),
);
const cloudName = text("1 to 90 letters, digits, - or _", /^[A-Za-z0-9_-]{1,90}$/);
const hostname = text(
  "a host such as terraform.acme.example, with its port if need be, and no URL",
  /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,10}(?::[0-9]{1,5})?$/,
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
      bucket: anyBucketText.meta({
        description: "The S3 bucket that holds the state.",
        example: "acme-terraform-state",
      }),
      key: stateKey.meta({ description: "The state's key in the bucket.", example: "genesys-eventbridge/dev.tfstate" }),
      region: region.meta({ description: "Region of the bucket.", example: "us-east-1" }),
      kms_key_id: keyId.optional().meta({
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
      organization: cloudName.meta({
        description: "Organization of HCP Terraform or Terraform Enterprise.",
        example: "acme",
      }),
      workspace: cloudName.meta({ description: "Name of the workspace.", example: "genesys-eventbridge-dev" }),
      hostname: hostname.optional().meta({
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
