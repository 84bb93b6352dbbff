import * as z from "zod";
import { storedSecretSchema } from "../../../schema/secret";
import { arn, text } from "../../../schema/text";

const READER = { secrets_manager: "kafka/registry" };

const glue = z
  .strictObject({
    arn: arn(
      "glue",
      "registry/[A-Za-z0-9_$#.-]{1,255}",
      "the ARN of a registry such as arn:aws:glue:us-east-1:123456789012:registry/calls",
    ).meta({
      description: "The ARN of a registry of AWS Glue, in this region.",
      example: "arn:aws:glue:us-east-1:123456789012:registry/calls",
    }),
  })
  .meta({ description: "A schema registry of AWS Glue." });

const confluent = z
  .strictObject({
    // Lambda takes no other characters (API reference, KafkaSchemaRegistryConfig, 2026-11).
    url: text(
      "a URL such as https://registry.acme.example:8081, of letters, digits or - . _ + = : / and without a user",
      /^https:\/\/[A-Za-z0-9.-]{1,253}(?::\d{1,5})?(?:\/[A-Za-z0-9/:_+=.-]{0,500})?$/,
    ).meta({
      description: "The URL of the registry, as producers have it.",
      example: "https://psrc-4nrnd.us-east-2.aws.confluent.cloud",
    }),
    credentials: storedSecretSchema.optional().meta({
      description: 'The secret {"username": "…", "password": "…"}; Confluent Cloud calls them API key and secret.',
      example: READER,
      absent: "certificate, or nothing: anybody who reaches the registry may read it",
    }),
    certificate: storedSecretSchema.optional().meta({
      description:
        'The secret {"certificate": "…", "privateKey": "…", "privateKeyPassword": "…"} of a client, in place of credentials.',
      example: { secrets_manager: "kafka/registry-certificate" },
      absent: "no client certificate",
    }),
    ca_certificate: storedSecretSchema.optional().meta({
      description:
        'The secret {"certificate": "…"} with the root certificate of the authority that the registry\'s own comes from.',
      example: { secrets_manager: "kafka/registry-ca" },
      absent: "a public authority",
    }),
  })
  .meta({ description: "A registry with the interface of Confluent's, of Confluent Cloud or run by yourselves." });

/** The registry that has the schemas of records. */
export const schemaRegistry = z.union([glue, confluent]).meta({ title: "schema registry" });

export type SchemaRegistry = z.output<typeof schemaRegistry>;

/** Returns the secrets by which Lambda reads a registry, by the type that it knows them by. */
export function accessTo(registry: SchemaRegistry) {
  if ("arn" in registry) return [];
  const { credentials, certificate, ca_certificate } = registry;
  return [
    { type: "BASIC_AUTH", secret: credentials },
    { type: "CLIENT_CERTIFICATE_TLS_AUTH", secret: certificate },
    { type: "SERVER_ROOT_CA_CERTIFICATE", secret: ca_certificate },
  ].flatMap(({ type, secret }) => (secret === undefined ? [] : [{ type, secret: secret.secrets_manager }]));
}

export function secretsOfRegistry(registry: SchemaRegistry | undefined): string[] {
  return registry === undefined ? [] : accessTo(registry).map(({ secret }) => secret);
}
