import { defaults } from "../../../aws/defaults";
import type { HttpsKeys } from "../../https";
import type { Fact } from "../../stream-type";
import { windowHours } from "./receiver";

/** Returns what an auditor asks: who may send, how that is proven, and what is kept of it. */
export function endpointFacts(keys: HttpsKeys): Fact[] {
  const { allowed_cidrs: networks, enabled, event_id, path, rate_limit_per_second: rate } = keys;
  return [
    { term: "Endpoint", text: `${path}, ${enabled ? "switched on" : "switched off"}, ${rate} requests a second` },
    { term: "Who may send", text: networks.length === 0 ? "any address that proves who it is" : networks.join(", ") },
    { term: "How senders prove who they are", text: proof(keys) },
    {
      term: "What is kept of ids",
      text:
        event_id === undefined
          ? "nothing: an event that is sent twice comes twice"
          : `a SHA-256 of ${event_id} for ${windowHours(keys)} hours, to drop what is sent twice`,
    },
    {
      term: "What is logged of requests",
      text: `address, time, size and status, and why one was refused, for ${defaults.log_retention_days} days; no body and no header`,
    },
  ];
}

function proof({ auth }: HttpsKeys): string {
  switch (auth.type) {
    case "hmac": {
      const time =
        auth.timestamp_header === undefined
          ? "without a time, so that a recorded request can be sent again"
          : `signed within ${auth.tolerance_seconds} seconds`;
      return `HMAC by ${auth.algorithm === "sha1" ? "SHA-1" : "SHA-256"} in ${auth.header}, ${time}`;
    }
    case "token":
      return `a token in ${auth.header}`;
    case "basic":
      return `user name ${auth.username} and a password`;
    case "jwt":
      return `JSON Web Token of ${auth.issuer} for ${[auth.audience].flat().join(" or ")}`;
    default:
      return auth satisfies never;
  }
}
