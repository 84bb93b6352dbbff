import { credentialForms, mayHoldCredential } from "./forms";
import { looksLikeCredential } from "./names";
import { looksRandom } from "./random";
import { credentialInUrl } from "./urls";

const UNQUOTED_OR_QUOTED = /("?)([\w.-]{2,60})\1(\s*[:=]\s*)("[^"]*"?|[^\s"{[][^,}]*)/g;

/**
 * Text as it may be shown: what is, or looks like, a credential is replaced, letter by letter where `fill` is given, so that
 * columns stay. Everything that quotes a file goes through here, in case a credential gets past the checks.
 */
export function masked(text: string, fill?: string): string {
  if (!mayHoldCredential(text)) return text;
  const hide = (secret: string) => (fill === undefined ? "…" : fill.repeat(secret.length));
  let shown = text;
  for (const { pattern } of credentialForms) shown = shown.replace(pattern, hide);
  shown = shown.replace(/(?<=\/\/)[^/\s"]*(?=@)/g, hide);
  shown = shown.replace(/\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'\\]+/gi, (url) => {
    if (credentialInUrl(url) === undefined) return url;
    const end = /^[^:]*:\/\/[^/?#]*/.exec(url)?.[0].length ?? url.length;
    return url.slice(0, end) + hide(url.slice(end));
  });
  return shown.replace(/(?<![\w+/=.:-])[\w+/=-]{24,}/g, (word) => (looksRandom(word) ? hide(word) : word));
}

/** A line of a file, less the values of all that is called like a credential. */
export function maskedLine(line: string): string {
  const named = line.replace(UNQUOTED_OR_QUOTED, (whole, quote: string, name: string, equals: string, value: string) =>
    looksLikeCredential(name) ? `${quote}${name}${quote}${equals}${"*".repeat(value.length)}` : whole,
  );
  return masked(named, "*");
}
