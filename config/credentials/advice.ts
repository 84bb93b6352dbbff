import type { Path } from "../../text/value";

const NONE_BELONGS = "none belongs into this file";

/** The advice for a key that no schema knows. */
export const CREDENTIAL_ADVICE = `looks like a credential, and ${NONE_BELONGS}; take it out: the providers read theirs from the environment (AWS_PROFILE, AWS_ACCESS_KEY_ID …, GENESYSCLOUD_OAUTHCLIENT_ID, GENESYSCLOUD_OAUTHCLIENT_SECRET)`;

const NAMED = '{ secrets_manager = "NAME" } or { ssm_parameter = "NAME" }';

/** The advice where the schema has a secret. */
export const SECRET_ADVICE = `store the secret in AWS, and write where: ${NAMED}`;

/** The whole message; `what` completes "holds ", and never repeats the text itself. */
export function credentialMessage(what: string, path: Path, sure: boolean): string {
  if (!sure) return `holds ${what}; if it is one, take it out, and renew it: ${NONE_BELONGS}`;
  return `holds ${what}, and ${NONE_BELONGS}; take it out, and renew it: ${instead(path)}`;
}

/** Returns the message for text in place of a secret, or for an expression that would have been one. */
export function secretMessage(path: Path): string {
  return path[0] === "destinations" ? `looks like a secret, and ${NONE_BELONGS}; ${SECRET_ADVICE}` : CREDENTIAL_ADVICE;
}

function instead(path: Path): string {
  const keys = path.filter((part) => typeof part === "string");
  const name = keys.at(-1) ?? "";
  if (keys[0] === "state") return "Terraform reads it from TF_HTTP_USERNAME and TF_HTTP_PASSWORD";
  if (keys.includes("auth")) return `client_secret = ${NAMED} is sent with the request for a token`;
  if (keys.includes("headers"))
    return `auth = { type = "api_key", name = "${name}", value = { secrets_manager = "NAME" } } sends such a header`;
  if (name === "url" || keys.includes("query"))
    return "let auth send it in a header, or a Lambda function that reads it from Secrets Manager do the request";
  if (keys[0] === "rules" || keys[0] === "destinations")
    return `auth can send it (${NAMED}), or a Lambda function that reads it from Secrets Manager`;
  return "programs read theirs from the environment or from Secrets Manager";
}
