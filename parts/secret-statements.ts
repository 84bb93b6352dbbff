import { arn, type Place } from "../aws/names";
import { type Statement, viaService } from "../aws/policy";
import type { Secret } from "../schema/secret";

/**
 * Returns what lets a role read a secret when it runs, also one that is encrypted with its owner's key: which key that is, nobody else
 * knows, and no other secret has this encryption context.
 */
export function secretStatements(place: Place, secret: Secret): Statement[] {
  const [service, action, context, resource] =
    "ssm_parameter" in secret
      ? (["ssm", "ssm:GetParameter", "PARAMETER_ARN", parameterArn(place, secret.ssm_parameter)] as const)
      : ([
          "secretsmanager",
          "secretsmanager:GetSecretValue",
          "SecretARN",
          secretArn(place, secret.secrets_manager),
        ] as const);
  return [
    { Effect: "Allow", Action: action, Resource: resource },
    {
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: arn(place, "kms", "key/*"),
      Condition: { ...viaService(place, service), StringLike: { [`kms:EncryptionContext:${context}`]: resource } },
    },
  ];
}

/** Returns the ARN of a secret that is named in full or in part: Secrets Manager adds a hyphen and six characters. */
function secretArn(place: Place, name: string): string {
  if (/^arn:.*-[A-Za-z0-9]{6}$/.test(name)) return name;
  return `${name.startsWith("arn:") ? name : arn(place, "secretsmanager", `secret:${name}`)}-??????`;
}

/** Returns the ARN of a parameter, without the version that may stand behind its name. */
function parameterArn(place: Place, name: string): string {
  if (name.startsWith("arn:")) return name.split(":").slice(0, 6).join(":");
  return arn(place, "ssm", `parameter/${name.replace(/:.*$/, "").replace(/^\//, "")}`);
}
