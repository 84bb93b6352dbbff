import { createHmac } from "node:crypto";
import { signatureFault } from "../../../functions/https/signature";
import { Endpoint, HMAC, SECRET } from "./endpoint";

const JSON_TYPE = { "content-type": "application/json" };
const hmac = (algorithm: string, text: string, encoding: "base64" | "hex", key = SECRET) =>
  createHmac(algorithm, key).update(text).digest(encoding);

const bytes = (hex: string) => Buffer.from(hex, "hex");
const LONG = Buffer.alloc(131, 0xaa);

/** RFC 4231, section 4: the keys, data and HMAC-SHA-256 of its test cases. */
const RFC_4231: readonly (readonly [number, Buffer, Buffer, string])[] = [
  [
    1,
    Buffer.alloc(20, 0x0b),
    Buffer.from("Hi There"),
    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
  ],
  [
    2,
    Buffer.from("Jefe"),
    Buffer.from("what do ya want for nothing?"),
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  ],
  [
    3,
    Buffer.alloc(20, 0xaa),
    Buffer.alloc(50, 0xdd),
    "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
  ],
  [
    4,
    bytes("0102030405060708090a0b0c0d0e0f10111213141516171819"),
    Buffer.alloc(50, 0xcd),
    "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
  ],
  [
    6,
    LONG,
    Buffer.from("Test Using Larger Than Block-Size Key - Hash Key First"),
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  ],
  [
    7,
    LONG,
    Buffer.from(
      "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.",
    ),
    "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
  ],
];

test.each(RFC_4231)("knows the signature of test case %i of RFC 4231, in hex and in base64", (_, key, data, hex) => {
  const fault = (encoding: "base64" | "hex", signature: string) =>
    signatureFault({ ...HMAC, encoding }, { "x-hub-signature-256": `sha256=${signature}` }, data, key, 0);

  expect(fault("hex", hex)).toBeUndefined();
  expect(fault("hex", hex.toUpperCase())).toBeUndefined();
  expect(fault("base64", bytes(hex).toString("base64"))).toBeUndefined();
  expect(
    fault(
      "hex",
      hex.replace(/.$/, (last) => (last === "0" ? "1" : "0")),
    ),
  ).toBe("its signature is wrong");
});

test("takes no signature that was cut, as that of test case 5 of RFC 4231", () => {
  const headers = { "x-hub-signature-256": "sha256=a3b6167473100ee06e0c796c2955552b" };

  expect(signatureFault(HMAC, headers, Buffer.from("Test With Truncation"), Buffer.alloc(20, 0x0c), 0)).toBe(
    "its signature is wrong",
  );
});

const now = () => Math.floor(Date.now() / 1000);
const BODY = '{"type":"made.up","id":"1","text":"Grüße"}';

/** The form in which each sender's documentation has its requests, with made-up contents (read 2026-11). */
const senders = {
  "GitHub, SHA-256": {
    auth: HMAC,
    headers: (body: string) => ({
      "X-Hub-Signature-256": `sha256=${hmac("sha256", body, "hex")}`,
      "X-GitHub-Event": "push",
    }),
  },
  "Meta and Multicloud CX, SHA-1": {
    auth: { ...HMAC, algorithm: "sha1", header: "X-Hub-Signature", prefix: "sha1=" } as const,
    headers: (body: string) => ({ "X-Hub-Signature": `sha1=${hmac("sha1", body, "hex")}` }),
  },
  "Genesys Cloud Open Messaging": {
    auth: { ...HMAC, encoding: "base64" } as const,
    headers: (body: string) => ({ "X-Hub-Signature-256": `sha256=${hmac("sha256", body, "base64")}` }),
  },
  Slack: {
    auth: {
      ...HMAC,
      header: "X-Slack-Signature",
      prefix: "v0=",
      timestamp_header: "X-Slack-Request-Timestamp",
    } as const,
    headers: (body: string, time = now()) => ({
      "X-Slack-Signature": `v0=${hmac("sha256", `v0:${time}:${body}`, "hex")}`,
      "X-Slack-Request-Timestamp": String(time),
    }),
  },
  Zoom: {
    auth: { ...HMAC, header: "x-zm-signature", prefix: "v0=", timestamp_header: "x-zm-request-timestamp" } as const,
    headers: (body: string, time = now()) => ({
      "x-zm-signature": `v0=${hmac("sha256", `v0:${time}:${body}`, "hex")}`,
      "x-zm-request-timestamp": String(time),
    }),
  },
  Zendesk: {
    auth: {
      ...HMAC,
      header: "X-Zendesk-Webhook-Signature",
      prefix: "",
      encoding: "base64",
      timestamp_header: "X-Zendesk-Webhook-Signature-Timestamp",
    } as const,
    headers: (body: string, seconds = now()) => {
      const time = new Date(seconds * 1000).toISOString();
      return {
        "X-Zendesk-Webhook-Signature": hmac("sha256", `${time}${body}`, "base64"),
        "X-Zendesk-Webhook-Signature-Timestamp": time,
      };
    },
  },
  Stripe: {
    auth: { ...HMAC, header: "Stripe-Signature", prefix: "v1=", timestamp_header: "Stripe-Signature" } as const,
    headers: (body: string, time = now()) => ({
      "Stripe-Signature": `t=${time},v1=${"0".repeat(64)},v1=${hmac("sha256", `${time}.${body}`, "hex")},v0=${"1".repeat(64)}`,
    }),
  },
};

test.each(Object.entries(senders))(
  "takes a request of %s, and none whose body was changed",
  async (_, { auth, headers }) => {
    const endpoint = new Endpoint({ auth });

    expect(await endpoint.send({ headers: { ...JSON_TYPE, ...headers(BODY) }, body: BODY })).toMatchObject({
      statusCode: 200,
    });
    expect(
      await endpoint.send({ headers: { ...JSON_TYPE, ...headers(BODY) }, body: BODY.replace("made", "fake") }),
    ).toMatchObject({
      statusCode: 401,
    });
    expect(await endpoint.send({ headers: JSON_TYPE, body: BODY })).toMatchObject({ statusCode: 401 });
    expect(endpoint.events).toHaveLength(1);
  },
);

test.each(["Slack", "Zoom", "Stripe", "Zendesk"] as const)(
  "refuses a request of %s that is late, or comes from the future",
  async (name) => {
    const { auth, headers } = senders[name];
    const endpoint = new Endpoint({ auth });
    const at = async (time: number) =>
      (await endpoint.send({ headers: { ...JSON_TYPE, ...headers(BODY, time) }, body: BODY })).statusCode;

    expect(await at(now() - 305)).toBe(401);
    expect(await at(now() + 305)).toBe(401);
    expect(await at(now() - 290)).toBe(200);
  },
);

test("refuses a signature under a fresh time that somebody else wrote", async () => {
  const { auth, headers } = senders.Slack;
  const stale = { ...headers(BODY, now() - 4000), "X-Slack-Request-Timestamp": String(now()) };

  expect(await new Endpoint({ auth }).send({ headers: { ...JSON_TYPE, ...stale }, body: BODY })).toMatchObject({
    statusCode: 401,
  });
});

test.each([
  ["milliseconds", () => String(Date.now()), 200],
  ["ISO 8601", () => new Date().toISOString(), 200],
  ["nothing that is a time", () => "now", 401],
  ["nothing", () => "", 401],
])("reads a time in %s", async (_, time, status) => {
  const auth = { ...HMAC, timestamp_header: "X-Time" };
  const at = time();
  const signature = `sha256=${hmac("sha256", `${at}.${BODY}`, "hex")}`;

  expect(
    await new Endpoint({ auth }).send({
      headers: { ...JSON_TYPE, "X-Hub-Signature-256": signature, "X-Time": at },
      body: BODY,
    }),
  ).toMatchObject({ statusCode: status });
});

test.each([
  ["", "an empty one"],
  ["sha256=", "nothing behind its prefix"],
  ["sha256=zz", "no hexadecimal digits"],
  ["md5=00", "another prefix"],
  [`sha256=${"0".repeat(63)}`, "too few digits"],
])("refuses the signature %j: %s", async (signature) => {
  const endpoint = new Endpoint({ auth: HMAC });

  expect(
    await endpoint.send({ headers: { ...JSON_TYPE, "X-Hub-Signature-256": signature }, body: BODY }),
  ).toMatchObject({ statusCode: 401 });
});

test("signs the bytes that came, also those that are no text", async () => {
  const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
  const signature = createHmac("sha256", SECRET).update(bytes).digest("hex");
  const endpoint = new Endpoint({ auth: HMAC });

  expect(
    await endpoint.send({ headers: { ...JSON_TYPE, "X-Hub-Signature-256": `sha256=${signature}` }, body: bytes }),
  ).toMatchObject({ statusCode: 400, body: expect.stringContaining("UTF-8") });
});
