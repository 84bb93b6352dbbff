import { file } from "../support/environment";

export const API_KEY = '{ type = "api_key", value = { secrets_manager = "s" } }';
export const BASIC = '{ type = "basic", username = "u", password = { ssm_parameter = "/x" } }';
export const oauth = (more: string, tokenUrl = "https://login.acme.example/t") =>
  `{ type = "oauth_client_credentials", token_url = "${tokenUrl}", client_id = "me", client_secret = { secrets_manager = "s" }, ${more} }`;
const URL = "https://crm.example/x";

interface Parts {
  readonly url?: string;
  readonly auth?: string;
  readonly more?: string;
  /** Options of the target. */
  readonly options?: string;
}

/** A file with an endpoint: its auth is in line 14, its other keys in line 15, the target's options in line 9. */
export function endpoint({ url = URL, auth = API_KEY, more = "", options = "" }: Parts): string {
  return file({
    rule: `targets = { log = { ${options} } }`,
    destination: `type = "http"\nurl = "${url}"\nauth = ${auth}\n${more}`,
  });
}

export type Case = readonly [wrong: string, parts: Parts, issue: string, advice: RegExp];
