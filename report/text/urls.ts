import { isMap } from "../../text/value";

/** The path too, as that of a webhook is its password; written within JSON, an & is an escape. */
const URL =
  /\b(https?:\/\/)(?:[^\s/?#"\\@]*@)?([^\s/?#"\\@]*)((?:[/?#]|\\\/)(?:\(sensitive value\)|[^\s"\\]|\\u[0-9a-f]{4}|\\\/)*)?/gi;

/** A text with URLs that name their host alone. */
export function withoutPaths(text: string): string {
  return text.replace(URL, (url, scheme: string, host: string, rest = "") => {
    if (rest === "" || rest === "/") return url.includes("@") ? `${scheme}${host}` : url;
    return `${scheme}${host}/…`;
  });
}

/** The same value with such texts alone; names of maps stay. */
export function withPublicUrls<Value>(value: Value): Value;
export function withPublicUrls(value: unknown): unknown {
  if (typeof value === "string") return value.includes("://") ? withoutPaths(value) : value;
  if (Array.isArray(value)) return value.map((item) => withPublicUrls(item));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPublicUrls(inner)]));
}
