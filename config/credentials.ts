const CREDENTIAL = /secret|passw|credential|token|access_?key|private_?key|api_?key|client_?id|oauth/i;

/** Whether a name that no schema knows looks like the name of a credential. Its value is never shown. */
export function looksLikeCredential(name: string): boolean {
  return CREDENTIAL.test(name);
}

export const CREDENTIAL_ADVICE =
  "looks like a credential, and none belongs into this file; take it out: the providers read theirs from the environment (AWS_PROFILE, AWS_ACCESS_KEY_ID …, GENESYSCLOUD_OAUTHCLIENT_ID, GENESYSCLOUD_OAUTHCLIENT_SECRET)";
