import { clientSettings } from "./client";
import type { SecretPlace } from "./settings";

/** Reads a secret. The client of a service is loaded where a secret lies there. */
export async function loadSecret(place: SecretPlace): Promise<string> {
  if ("ssm_parameter" in place) {
    const { SSMClient, GetParameterCommand } = await import("@aws-sdk/client-ssm");
    const command = new GetParameterCommand({ Name: place.ssm_parameter, WithDecryption: true });
    return (await new SSMClient(clientSettings(2_000)).send(command)).Parameter?.Value ?? "";
  }
  const { SecretsManagerClient, GetSecretValueCommand } = await import("@aws-sdk/client-secrets-manager");
  const command = new GetSecretValueCommand({ SecretId: place.secrets_manager });
  return (await new SecretsManagerClient(clientSettings(2_000)).send(command)).SecretString ?? "";
}
