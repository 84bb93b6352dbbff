import { createHmac } from "node:crypto";
import { gzipSync } from "node:zlib";

export const SECRET = "made-up";

/** A request as the rig sends it. */
export interface Call {
  readonly api: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly body_base64?: string;
}

interface Parts {
  readonly api?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
  /** How many seconds ago it was signed. */
  readonly ago?: number;
}

/** Returns a request that is signed as Slack and Zoom do. */
export function call(
  body: string | Buffer,
  { api = "hooks-full", headers = {}, key = SECRET, ago = 0 }: Parts = {},
): Call {
  const bytes = Buffer.from(body);
  const time = String(Math.floor(Date.now() / 1000) - ago);
  const signature = createHmac("sha256", key).update(`v0:${time}:`).update(bytes).digest("hex");
  return {
    api,
    method: "POST",
    path: "/hooks",
    headers: { "content-type": "application/json", "X-Time": time, "X-Signature": `v0=${signature}`, ...headers },
    body_base64: bytes.toString("base64"),
  };
}

export const event = (id: string, more: object = {}) => JSON.stringify({ type: "made.up", id, ...more });
const packed = { "content-encoding": "gzip" };

/** A request with the status that it must get, and the ids of events that must be on a bus because of it. */
type Case = readonly [what: string, request: Call, status: number, ids: readonly string[]];

const { "X-Signature": _, ...unsigned } = call(event("unsigned")).headers;

export const cases: readonly Case[] = [
  ["a right signature", call(event("right")), 200, ["right"]],
  ["the same once more", call(event("right")), 200, []],
  ["a wrong signature", call(event("wrong"), { key: "another" }), 401, []],
  ["a late one", call(event("late"), { ago: 1000 }), 401, []],
  ["none", { ...call(event("unsigned")), headers: unsigned }, 401, []],
  ["a handshake", call('{"challenge":"give me back"}'), 200, []],
  ["gzip", call(gzipSync(event("packed")), { headers: packed }), 200, ["packed"]],
  ["a bomb", call(gzipSync(Buffer.alloc(1 << 27)), { headers: packed }), 413, []],
  ["a list", call(`[${event("one")},${event("two")}]`), 200, ["one", "two"]],
  ["no JSON", call("{"), 400, []],
  ["XML", call("<a/>", { headers: { "content-type": "text/xml" } }), 415, []],
  ["more than 1 MB", call(event("big", { text: "x".repeat(1 << 20) })), 413, []],
  // EventBridge refuses a kind of more than 128 characters.
  [
    "one of three refused",
    call(`[${event("a")},${event("b", { type: "x".repeat(129) })},${event("c")}]`),
    503,
    ["a", "c"],
  ],
  ["the three again", call(`[${event("a")},${event("b")},${event("c")}]`), 200, ["b"]],
];
