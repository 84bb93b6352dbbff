/** Text that is a credential wherever it stands, since its issuer gave it a form of its own. */
interface CredentialForm {
  /** Completes "holds ". */
  readonly name: string;
  readonly pattern: RegExp;
}

// Prefixes and lengths as the issuers document them (2026-11); a little shorter, so that a part is found too.
export const credentialForms: readonly CredentialForm[] = [
  { name: "an AWS access key id", pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,16}(?![A-Za-z0-9])/g },
  { name: "an Amazon Bedrock key", pattern: /\b(?:ABSK[\w+/=]{40,}|bedrock-api-key-[\w+/=]{20,})/g },
  { name: "a JSON Web Token", pattern: /\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)*/g },
  {
    name: "a private key",
    pattern: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY[\s\S]*?(?:-----END[^-]*-----|$)/g,
  },
  { name: "a private key", pattern: /\bPuTTY-User-Key-File-\d|\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/g },
  { name: "a GitHub token", pattern: /\b(?:gh[oprsu]_[A-Za-z0-9]{20,}|github_pat_\w{20,})/g },
  { name: "a GitLab token", pattern: /\bgl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt|oas)-[\w.-]{16,}/g },
  { name: "a Slack token", pattern: /\bxox[a-z](?:\.xox[a-z])?-[\w-]{8,}|\bxapp-\d-[\w-]{8,}/g },
  { name: "a Stripe key", pattern: /\b(?:[rs]k_(?:live|test|prod)_[A-Za-z0-9]{8,}|whsec_[\w+/=]{16,})/g },
  { name: "a Google key", pattern: /\b(?:AIza[\w-]{30,}|GOCSPX-[\w-]{20,}|ya29\.[\w-]{20,})/g },
  { name: "a SendGrid key", pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/g },
  { name: "a Twilio key", pattern: /\bSK[0-9a-f]{32}\b/g },
  { name: "a Mailgun key", pattern: /\bkey-[0-9a-f]{32}\b/g },
  {
    name: "a token of a package registry",
    pattern: /\bnpm_[A-Za-z0-9]{30,}|\bpypi-[\w-]{40,}|\brubygems_[0-9a-f]{40,}/g,
  },
  { name: "a key of a model's API", pattern: /\bsk-(?:ant-|proj-|svcacct-)?[\w-]{20,}|\bhf_[A-Za-z0-9]{30,}/g },
  { name: "a New Relic key", pattern: /\bNR(?:AK|II|IQ|JS|RA|AL|SP)-[A-Za-z0-9]{15,}|\b[0-9a-f]{32,36}NRAL\b/g },
  { name: "a Grafana token", pattern: /\bgl(?:sa|c)_[\w+/=]{20,}/g },
  { name: "an Atlassian token", pattern: /\bAT(?:ATT|BB|CTT)3?[\w=-]{24,}/g },
  { name: "a Vault token", pattern: /\bhv[bsr]\.[\w-]{20,}/g },
  { name: "an HCP Terraform token", pattern: /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{20,}/g },
  { name: "a Databricks token", pattern: /\bdapi[0-9a-f]{30,}/g },
  { name: "a DigitalOcean token", pattern: /\bdo[opr]_v1_[0-9a-f]{40,}/g },
  { name: "a Shopify token", pattern: /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{30,}/g },
  { name: "a Dynatrace token", pattern: /\bdt0[a-z]\d\d\.[A-Z0-9]{20,}(?:\.[A-Z0-9]{20,})?/g },
  { name: "a Postman key", pattern: /\bPMAK-[0-9a-f]{20,}(?:-[0-9a-f]+)?/g },
  { name: "a Sentry token", pattern: /\bsntry[su]_[\w+/=-]{20,}/g },
  { name: "a Linear key", pattern: /\blin_(?:api|oauth)_[A-Za-z0-9]{20,}/g },
  { name: "a Notion token", pattern: /\b(?:ntn_|secret_)[A-Za-z0-9]{36,}/g },
  { name: "a Square token", pattern: /\b(?:sq0[a-z]{3}-|EAAA)[\w-]{22,}/g },
  { name: "a Telegram bot's token", pattern: /\b\d{8,10}:AA[\w-]{30,}/g },
  { name: "a Discord bot's token", pattern: /\b[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,}/g },
  { name: "a Doppler token", pattern: /\bdp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{20,}/g },
  { name: "a Pulumi token", pattern: /\bpul-[0-9a-f]{40}\b/g },
  { name: "a PlanetScale password", pattern: /\bpscale_(?:tkn|pw|oauth)_[\w.=-]{20,}/g },
  { name: "a Supabase key", pattern: /\bsb[p]_[0-9a-f]{40}\b|\bsb_secret_[\w-]{20,}/g },
  {
    name: "a key of an Azure storage account",
    pattern: /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)=[\w+/=%&-]{16,}/g,
  },
  {
    name: "the value of an Authorization header",
    pattern:
      /\b(?:Bearer|Basic|GenieKey|Splunk|Token token=|ApiKey|Digest)\s+(?=[^\s<]*\d|[^\s<]*[A-Z][^\s<]*[a-z]|[^\s<]*=)[\w+/=.:~-]{8,}/g,
  },
];

/** A cheap look before all patterns: the shortest form has 13 characters, or follows a word of an Authorization header. */
const POSSIBLE = /\S{13}|-----BEGIN|\b(?:Bearer|Basic|GenieKey|Splunk|Token|ApiKey|Digest)\s/;

export function mayHoldCredential(text: string): boolean {
  return POSSIBLE.test(text);
}

/** The name of the first credential that the text holds; undefined where there is none. */
export function knownForm(text: string): string | undefined {
  if (!mayHoldCredential(text)) return undefined;
  return credentialForms.find(({ pattern }) => text.search(pattern) !== -1)?.name;
}
