import * as z from "zod";
import { arnPattern, text } from "./text";

// Secrets Manager and Systems Manager API references, CreateSecret and PutParameter (2026-11). Names of secrets that AWS makes have a !.
const SECRET_NAME = "[A-Za-z0-9/_+=.@!-]{1,512}";
const PARAMETER_NAME = "(?:[A-Za-z0-9_.-]+|(?:/[A-Za-z0-9_.-]+){1,15})";
const VERSION = "(?::[A-Za-z0-9_.-]{1,100})?";

const secretName = text(
  "the name of a secret (1 to 512 letters, digits or / _ + = . @ - !) or its ARN such as arn:aws:secretsmanager:us-east-1:123456789012:secret:genesys/pagerduty-a1b2c3",
  new RegExp(`^(?:${SECRET_NAME}|${arnPattern("secretsmanager", `secret:${SECRET_NAME}`)})$`),
);
const storedName = text(
  "the ARN of a secret such as arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka/reader-a1b2c3, or its name (1 to 512 letters, digits or / _ + = . @ - !), but no name that ends in - and six letters or digits: write the ARN of such a secret",
  new RegExp(`^(?:(?!.*-[A-Za-z0-9]{6}$)${SECRET_NAME}|${arnPattern("secretsmanager", `secret:${SECRET_NAME}`)})$`),
);
const parameterName = text(
  "the name of a parameter (letters, digits or _ . -; with / in front where it has one inside) or its ARN such as arn:aws:ssm:us-east-1:123456789012:parameter/genesys/pagerduty",
  new RegExp(`^(?:${PARAMETER_NAME}${VERSION}|${arnPattern("ssm", `parameter/?${PARAMETER_NAME}`)})$`),
);

/**
 * The reference to a secret that a service reads by itself, as a whole: AWS takes its ARN without the six characters that Secrets
 * Manager adds, unless its own name ends like these.
 */
export const storedSecretSchema = z
  .union([
    z
      .strictObject({
        secrets_manager: storedName.meta({
          description: "Name or ARN of a secret in Secrets Manager.",
          example: "kafka/reader",
        }),
      })
      .meta({
        example: { secrets_manager: "genesys/secret" },
        refused: {
          ssm_parameter:
            "is not taken here: AWS reads this secret by itself, from Secrets Manager only; write secrets_manager",
          key: "is not taken here: AWS reads the whole secret, a JSON object; leave it out",
        },
      }),
  ])
  .meta({
    title: "STORED_SECRET",
    description: "Never the secret itself, but where AWS reads it by itself, whenever it needs it.",
  });

export type StoredSecret = z.output<typeof storedSecretSchema>;

/** The reference to a secret, which is never text in the file: Terraform reads it when it runs. */
export const secretSchema = z
  .union([
    z.strictObject({
      secrets_manager: secretName.meta({
        description: "Name or ARN of a secret in Secrets Manager.",
        example: "genesys/pagerduty",
      }),
      key: z.string().min(1).optional().meta({
        description: "The key to take, where the secret is a JSON object.",
        example: "routing_key",
        absent: "the whole secret",
      }),
    }),
    z.strictObject({
      ssm_parameter: parameterName.meta({
        description: "Name or ARN of a secure parameter in Parameter Store.",
        example: "/genesys/pagerduty",
      }),
    }),
  ])
  .meta({
    title: "SECRET",
    description: "Never the secret itself, but where Terraform reads it.",
  });

export type Secret = z.output<typeof secretSchema>;
