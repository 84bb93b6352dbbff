import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { Endpoint, HMAC, SECRET, signed } from "./endpoint";

const REQUESTS = 10_000;
const ANSWERS = [200, 400, 401, 403, 405, 413, 415];

/** Texts that are nearly JSON, and bytes that are nearly anything. */
const body = fc.oneof(
  fc.json(),
  fc.json().map((text) => text.slice(0, -1)),
  fc.array(fc.dictionary(fc.string(), fc.jsonValue())).map((list) => JSON.stringify(list)),
  fc.record({ type: fc.anything(), id: fc.anything() }).map((value) => safely(value)),
  fc.string({ unit: "binary" }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.json().map((text) => gzipSync(text)),
  fc.tuple(fc.json(), fc.nat(40)).map(([text, at]) => gzipSync(text).subarray(0, at)),
  fc.integer({ min: 1, max: 20_000 }).map((depth) => `${'[{"a":'.repeat(depth)}1`),
);

const header = fc.constantFrom(
  ["content-type", "application/json"],
  ["content-type", "text/plain"],
  ["content-encoding", "gzip"],
  ["content-encoding", "deflate"],
  ["authorization", "Basic Og=="],
  ["x-hub-signature-256", "sha256="],
  ["x-time", "0"],
  ["x-token", SECRET],
);
const request = fc.record({
  method: fc.constantFrom("POST", "POST", "POST", "GET", "PUT", "DELETE", "PATCH"),
  headers: fc.array(fc.oneof(header, fc.tuple(fc.string(), fc.string())), { maxLength: 5 }).map(Object.fromEntries),
  query: fc.dictionary(fc.constantFrom("challenge", "a", "__proto__"), fc.string()),
  body,
  from: fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()),
  sign: fc.boolean(),
});

const endpoints = [
  new Endpoint(),
  new Endpoint({ auth: HMAC, handshake: "challenge" }),
  new Endpoint({ auth: { ...HMAC, timestamp_header: "X-Time" } }),
  new Endpoint({ auth: { type: "jwt" }, allowed_cidrs: ["0.0.0.0/1", "::/1"], handshake: "a.b" }),
  new Endpoint({ auth: { type: "basic", username: "", password: { secrets_manager: "crm/webhook" } } }),
];

test(`answers ${REQUESTS} random requests, none with 5xx, and puts nothing but JSON`, async () => {
  let nth = 0;
  await fc.assert(
    fc.asyncProperty(request, async ({ sign, headers, ...sent }) => {
      const endpoint = endpoints[nth++ % endpoints.length] ?? new Endpoint();
      const proof = sign ? { "x-hub-signature-256": `sha256=${signed(sent.body)}` } : {};
      const begun = performance.now();
      const answer = await endpoint.send({ ...sent, headers: { ...headers, ...proof } });

      expect(ANSWERS).toContain(answer.statusCode);
      expect(performance.now() - begun).toBeLessThan(3000);
      for (const { Detail } of endpoint.events.splice(0)) expect(JSON.parse(Detail)).toHaveProperty("eventBody");
    }),
    { numRuns: REQUESTS },
  );
});

function safely(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    return "{}";
  }
}
