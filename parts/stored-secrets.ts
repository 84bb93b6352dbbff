import { arn, type Place } from "../aws/names";
import { type Statement, viaService } from "../aws/policy";

/** Returns the ARN by which a service is told of a secret. Secrets Manager finds it without the six characters that it adds. */
export function secretArn(place: Place, name: string): string {
  return name.startsWith("arn:") ? name : arn(place, "secretsmanager", `secret:${name}`);
}

/** Returns the ARNs of a secret in policies: as the service asks for it, and with the six characters. */
function secretArns(place: Place, name: string): string[] {
  const told = secretArn(place, name);
  return /-[A-Za-z0-9]{6}$/.test(told) ? [told] : [told, `${told}-??????`];
}

/**
 * Returns what lets a role read secrets that a service reads by itself. They are decrypted with keys that only their owners know; no other
 * secret has these in its encryption context.
 */
export function storedSecretStatements(place: Place, names: readonly string[]): Statement[] {
  if (names.length === 0) return [];
  const arns = [...new Set(names.flatMap((name) => secretArns(place, name)))];
  return [
    { Sid: "ReadSecrets", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: arns },
    {
      Sid: "DecryptSecrets",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: arn(place, "kms", "key/*"),
      Condition: {
        ...viaService(place, "secretsmanager"),
        StringLike: { "kms:EncryptionContext:SecretARN": arns },
      },
    },
  ];
}
