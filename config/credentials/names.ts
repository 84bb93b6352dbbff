/** Ends of names, in small letters and without what stands between their words. */
const CREDENTIAL =
  /(?:secret|password|passwd|passw|pwd|passphrase|passcode|credential|token|jwt|bearer|authorization|cookie|connectionstring|clientassertion|webhookurl|honeycombteam)s?$/;

/** The words that make a key one that opens something, rather than one of a map. */
const OPENING_KEY =
  /(?:api|access|account|app|application|auth|encryption|functions?|hmac|ingest|insert|integration|license|master|private|routing|secret|service|session|shared|signing|ssh|subscription|user|webhook|write)keys?(?:id)?$/;

/** Names that end like a credential's, and are none: forms such as `csrf-token: fetch`, pages and counters. */
const HARMLESS = /(?:csrf|xsrf|atlassian|next|continuation|page|pagination|max|min|sync)tokens?$/;

/** Ids that name who asks; a provider reads them where it reads the secret. */
const CLIENT_ID = /clientid$/;

/** Returns true if a name looks like that of a credential, whose value is never shown. */
export function looksLikeCredential(name: string): boolean {
  const plain = bare(name);
  if (HARMLESS.test(plain)) return false;
  return CREDENTIAL.test(plain) || OPENING_KEY.test(plain) || plain === "auth" || plain === "xauth";
}

/** Returns true if a name that no schema knows belongs to what the providers read from the environment. */
export function belongsToProvider(name: string): boolean {
  return looksLikeCredential(name) || CLIENT_ID.test(bare(name));
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/\d+$/, "");
}
