import type { Part } from "../../aws/part";
import type { Bindings, TerraformStack } from "../../aws/terraform";
import type { Secret } from "../../schema/secret";

/** Returns the data source that reads a secret. */
export function secretPart(secret: Secret): Part {
  return { type: "ssm_parameter" in secret ? "data.aws_ssm_parameter" : "data.aws_secretsmanager_secret_version" };
}

/** The expression that reads a secret when Terraform runs; nothing of it is known here. `id`: of the data source. */
export function readSecret(
  scope: TerraformStack,
  { DataAwsSecretsmanagerSecretVersion, DataAwsSsmParameter }: Bindings,
  id: (type: { readonly tfResourceType: string }) => string,
  secret: Secret,
): string {
  if ("ssm_parameter" in secret) {
    const name = id(DataAwsSsmParameter);
    new DataAwsSsmParameter(scope, name, { name: secret.ssm_parameter, withDecryption: true });
    return `\${data.${name}.value}`;
  }
  const name = id(DataAwsSecretsmanagerSecretVersion);
  new DataAwsSecretsmanagerSecretVersion(scope, name, { secretId: secret.secrets_manager });
  const text = `data.${name}.secret_string`;
  return secret.key === undefined ? `\${${text}}` : `\${jsondecode(${text})[${quoted(secret.key)}]}`;
}

/** Returns text as Terraform writes it: it knows fewer escapes than JSON. */
function quoted(text: string): string {
  const escaped = text.replace(/["\\]/g, "\\$&");
  return `"${escaped.replace(/\p{Cc}/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}
