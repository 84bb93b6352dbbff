import type { TargetConfig } from "../aws/terraform";
import type { Endpoint } from "../destinations/destination-type";
import { eventValue, type StreamEvent } from "./event";
import type { HttpRequest } from "./trace";

type Parameters = NonNullable<TargetConfig["httpTarget"]>;

const HIDDEN = "…";
/** The default content type of EventBridge (user guide, "API destinations as targets", 2026-11). */
const CONTENT_TYPE = { name: "Content-Type", value: "application/json; charset=utf-8" };

/** Returns the request that is made of an event; undefined where a destination gets none. */
export function httpRequest(
  endpoint: Endpoint | undefined,
  parameters: Parameters | undefined,
  event: StreamEvent,
  payload?: string,
): HttpRequest | undefined {
  if (endpoint === undefined) return undefined;
  const { headerParameters = {}, pathParameterValues = [], queryStringParameters = {} } = parameters ?? {};
  const secret = new Set(endpoint.secretHeaders.map((name) => name.toLowerCase()));
  const written = Object.entries(headerParameters).filter(([name]) => !secret.has(name.toLowerCase()));
  const typed = written.some(([name]) => name.toLowerCase() === CONTENT_TYPE.name.toLowerCase());
  return {
    method: endpoint.method,
    url: shownUrl(endpoint.url, pathParameterValues, event),
    headers: {
      ...(endpoint.headers ?? (typed ? {} : { [CONTENT_TYPE.name]: CONTENT_TYPE.value })),
      ...Object.fromEntries(written.map(([name, value]) => [name, filledIn(value, event)])),
      // The connection's own wins over any other of that name.
      ...Object.fromEntries(endpoint.secretHeaders.map((name) => [name, HIDDEN])),
    },
    query: Object.fromEntries(
      Object.entries(queryStringParameters).map(([name, value]) => [name, filledIn(value, event)]),
    ),
    ...(payload !== undefined && endpoint.body && { body: endpoint.body(payload) }),
  };
}

/**
 * Returns a value that, where it is a path as a whole, comes from the event: a text as it is, anything else as JSON, nothing where it has
 * none (seen at AWS by others: ministackorg/ministack, pull request 1775, 2026-09).
 */
function filledIn(value: string, event: StreamEvent): string {
  if (!value.startsWith("$.")) return value;
  const found = eventValue(event, value);
  return typeof found === "string" ? found : (JSON.stringify(found) ?? "");
}

/**
 * Returns a URL to show. A webhook's path is often its password: it is shown only where something is filled in, and a query never.
 */
function shownUrl(url: string, values: readonly string[], event: StreamEvent): string {
  const [, origin = "", path = ""] = /^([a-z]+:\/\/[^/?]*)([^?]*)/.exec(url) ?? [];
  const left = [...values];
  if (path.includes("*")) {
    return origin + path.replaceAll("*", () => encodeURIComponent(filledIn(left.shift() ?? "*", event)));
  }
  return path === "" || path === "/" ? `${origin}${path}` : `${origin}/${HIDDEN}`;
}
