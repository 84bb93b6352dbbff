/** Headers that EventBridge sets and lets nobody change (user guide, "API destinations as targets", read 2026-11). */
const FIXED = new Set(["range", "user-agent"]);

/** Headers that EventBridge takes out of every request to an API destination (the same page). */
const REMOVED = new Set([
  "a-im",
  "accept-charset",
  "accept-datetime",
  "accept-encoding",
  "cache-control",
  "connection",
  "content-encoding",
  "content-length",
  "content-md5",
  "date",
  "expect",
  "forwarded",
  "from",
  "host",
  "http2-settings",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-range",
  "if-unmodified-since",
  "max-forwards",
  "origin",
  "pragma",
  "proxy-authorization",
  "referer",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
  "warning",
]);

/** Returns what happens to a header that is EventBridge's own, in whatever case it is written; undefined for others. */
export function ownedHeader(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (FIXED.has(lower)) return "is set by EventBridge itself";
  return REMOVED.has(lower) ? "is taken out of every request by EventBridge" : undefined;
}

/** Returns headers by name, where a later one takes the place of one whose name differs in case only. */
export function mergedHeaders(...all: readonly (Readonly<Record<string, string>> | undefined)[]) {
  const byName = new Map<string, readonly [name: string, value: string]>();
  for (const headers of all) {
    for (const [name, value] of Object.entries(headers ?? {})) byName.set(name.toLowerCase(), [name, value]);
  }
  return Object.fromEntries(byName.values());
}
