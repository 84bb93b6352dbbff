import type { WrongFile } from "./wrong-file";

const HMAC = 'auth = { type = "hmac", header = "X-Sig", secret = { secrets_manager = "hooks" } }';

/** Returns a file with an endpoint; its keys begin in line 5. */
const endpoint = (keys: string, auth = HMAC) => `
aws_account_id = "123456789012"
aws_region = "us-east-1"
streams = { crm = { type = "https"
${keys}
${auth}
} }
rules = { all = { stream = "crm", targets = ["log"] } }
destinations = { log = { type = "cloudwatch_logs" } }
`;

/** Streams to which others send events. */
export const receiveEvents: readonly WrongFile[] = [
  ["lets anybody send", endpoint("", ""), "missing-key 4:19 streams.crm.auth", /write for example \{ type = "hmac"/],
  [
    "lets anybody send, and says so",
    endpoint("", 'auth = { type = "none" }'),
    "unknown-value 6:17 streams.crm.auth.type",
    /known: basic, hmac, jwt, token/,
  ],
  ["has a path without a slash", endpoint('path = "crm"'), "invalid-format 5:8 streams.crm.path", /begins with \//],
  [
    "does not say where a kind stands",
    endpoint('event_type = "type"'),
    "invalid-format 5:14 streams.crm.event_type",
    /body\.data\.id/,
  ],
  [
    "lets an address in that is no network",
    endpoint('allowed_cidrs = ["10.0.0.1"]'),
    "invalid-format 5:18 streams.crm.allowed_cidrs[0]",
    /203\.0\.113\.0\/24/,
  ],
  [
    "lets a network in that is none",
    endpoint('allowed_cidrs = ["10.0.0.0/33"]'),
    "invalid-value 5:18 streams.crm.allowed_cidrs[0]",
    /"10\.0\.0\.0\/33" is not allowed/,
  ],
  [
    "has a window without ids",
    endpoint("duplicate_window_hours = 3"),
    "key-without-effect 5:26 streams.crm.duplicate_window_hours",
    /for example "body\.id"/,
  ],
  [
    "has its secret as text",
    endpoint("", 'auth = { type = "token", header = "X-T", secret = "abc" }'),
    "wrong-type 6:51 streams.crm.auth.secret",
    /\{ secrets_manager = "NAME" \}/,
  ],
];
