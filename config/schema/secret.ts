import * as z from "zod";

/** A secret is never text in the file: it is named, and Terraform reads it when it runs. */
export const secretSchema = z
  .union([
    z.strictObject({
      secrets_manager: z
        .string()
        .min(1)
        .meta({ description: "Name or ARN of a secret in Secrets Manager.", example: "genesys/pagerduty" }),
      key: z.string().min(1).optional().meta({
        description: "The key to take, where the secret is a JSON object.",
        example: "routing_key",
        absent: "the whole secret",
      }),
    }),
    z.strictObject({
      ssm_parameter: z
        .string()
        .min(1)
        .meta({ description: "Name of a secure parameter in Parameter Store.", example: "/genesys/pagerduty" }),
    }),
  ])
  .meta({
    title: "SECRET",
    description: "Never the secret itself, but where Terraform reads it.",
  });

export type Secret = z.output<typeof secretSchema>;
