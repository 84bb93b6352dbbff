import { looksLikeCredential } from "./names";
import { looksRandom } from "./random";

const URL_TEXT = /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'\\]+/gi;
/** Parameters that carry credentials under names that mean something else elsewhere. */
const PARAMETER = /^(?:key|sig|signature|code|auth|hapikey|x-amz-signature|x-goog-signature|u?sig|k)$/i;

// The services' own documentation of incoming webhooks (2026-11): whoever knows the path may post.
const WEBHOOKS: readonly RegExp[] = [
  /^hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers|commands|actions|app)\/[^/?]+/i,
  /^(?:[a-z]+\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d+\/[^/?]+/i,
  /^[^/]*\.webhook\.office\.com\/webhook\w*\/[^/?]+/i,
  /^outlook\.office(?:365)?\.com\/webhook\/[^/?]+/i,
  /^[^/]*(?:logic\.azure\.com|api\.powerplatform\.com)[^?]*\?(?:.*&)?sig=/i,
  /^events\.(?:eu\.)?pagerduty\.com\/(?:integration\/[^/?]+\/enqueue|x-ere\/[^/?]+)/i,
  /^alert\.victorops\.com\/integrations\/generic\/\d+\/alert\/[^/?]+/i,
  /^api\.squadcast\.com\/v\d\/incidents\/[^/?]+\/[^/?]{16,}/i,
  /^hooks\.zapier\.com\/hooks\/(?:catch|standard)\/\d+\/[^/?]+/i,
  /^maker\.ifttt\.com\/.*\/with\/key\/[^/?]+/i,
  /^hook\.(?:[a-z0-9-]+\.)?(?:make|integromat)\.com\/[^/?]+/i,
  /^[^/]*\.m\.pipedream\.net/i,
  /^webhook\.site\/[0-9a-f-]{30,}/i,
  /^api\.telegram\.org\/bot[^/?]+/i,
  /^open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/v2\/hook\/[^/?]+/i,
  /^(?:api\.ciscospark|webexapis)\.com\/v1\/webhooks\/incoming\/[^/?]+/i,
  /^hooks\.airtable\.com\/workflows\//i,
  /^(?:www\.)?hc-ping\.com\/[^/?]{8,}/i,
  /^[^/]+\/(?:api\/v\d\/)?hooks\/[A-Za-z0-9]{20,}/i,
  /^[^/]+\/(?:.*\/)?webhooks?\/(?:incoming\/)?[A-Za-z0-9_-]{24,}(?:[/?]|$)/i,
];

/** The name of the credential that a URL within the text holds, and how sure that is. */
export function credentialInUrl(text: string): { readonly name: string; readonly sure: boolean } | undefined {
  for (const [url] of text.matchAll(URL_TEXT)) {
    const rest = url.slice(url.indexOf("://") + 3);
    const authority = /^[^/?#]*/.exec(rest)?.[0] ?? "";
    const user = authority.slice(0, Math.max(0, authority.lastIndexOf("@")));
    if (/:./.test(user) && !isPlaceholder(user.slice(user.indexOf(":") + 1))) return sure("a password in its URL");
    if (user.length >= 16) return sure("a token in its URL");
    const address = rest.slice(user === "" ? 0 : user.length + 1);
    if (WEBHOOKS.some((webhook) => webhook.test(address))) return sure("a webhook, whose address is its password");
    const parameter = parameters(address).find(([name, value]) => isSecretParameter(name, value));
    if (parameter !== undefined) return sure("a token in its URL's query");
    const path = /^[^?#]*/.exec(address)?.[0] ?? "";
    if (path.split("/").slice(1).some(looksRandom))
      return { name: "what looks like a token in its URL's path", sure: false };
  }
  return undefined;
}

const sure = (name: string) => ({ name, sure: true });

function parameters(address: string): [name: string, value: string][] {
  const start = address.search(/[?#]/);
  if (start === -1) return [];
  const query = address.slice(start + 1);
  return query.split(/[&;#?]/).map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [decoded(name), decoded(value.join("="))];
  });
}

function isSecretParameter(name: string, value: string): boolean {
  if (value === "" || isPlaceholder(value)) return false;
  return looksLikeCredential(name) || (PARAMETER.test(name) && value.length >= 8 && /\d/.test(value));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a % that encodes nothing is no fault of this check's
  }
}

/** Returns true for what a user fills in later, or EventBridge does: `<token>`, `{token}`, `$.detail.id`, `*`, `***`. */
export function isPlaceholder(value: string): boolean {
  const plain = value.trim();
  return (
    /^(?:<[^<>]*>|\{[^{}]*\}|\$\{.*\}|%\{.*\}|\$\.?.*|\*+|\.{2,}|…|x{3,}|-+)$/i.test(plain) ||
    /^(?:|none|null|true|false|yes|no|redacted|removed|changeme|change-me|placeholder|replace[-_ ]?me|todo|example)$/i.test(
      plain,
    )
  );
}
