import { gzipSync } from "node:zlib";
import { Endpoint } from "./endpoint";

const details = (endpoint: Endpoint) => endpoint.events.map(({ Detail }) => JSON.parse(Detail));
const MEBIBYTE = 1024 * 1024;

test("puts a body into the envelope that all streams have", async () => {
  const endpoint = new Endpoint();
  const answer = await endpoint.post({ type: "contact.updated", id: 7, name: "Ada" });

  expect(answer).toMatchObject({ statusCode: 200, body: '{"accepted":1,"duplicates":0}' });
  expect(endpoint.events).toMatchObject([
    { EventBusName: "dev-crm", Source: "https/dev/crm", DetailType: "contact.updated" },
  ]);
  expect(details(endpoint)).toEqual([
    {
      topicName: "contact.updated",
      version: "2",
      eventBody: { type: "contact.updated", id: 7, name: "Ada" },
      metadata: { requestId: expect.any(String), eventId: "7" },
    },
  ]);
});

test("passes on the sender's own bytes, in which no number loses digits", async () => {
  const endpoint = new Endpoint();
  await endpoint.post('[ {"id":12345678901234567890, "s":"},[\\"\\\\"} ,\n{"id":1e400,"t":[1,{"u":"]"}]}]');

  expect(endpoint.events.map(({ Detail }) => Detail)).toEqual([
    expect.stringContaining('"eventBody":{"id":12345678901234567890, "s":"},[\\"\\\\"},"metadata"'),
    expect.stringContaining('"eventBody":{"id":1e400,"t":[1,{"u":"]"}]},"metadata"'),
  ]);
});

test("takes kind and id from headers, and names a kind of its own where there is none", async () => {
  const envelope = { kind: "crm", event_type: "header.X-Event", event_id: "header.X-Id" };
  const endpoint = new Endpoint({ envelope });
  await endpoint.post({}, { headers: { "X-Event": "ping", "X-Id": "a" } });
  await endpoint.post({ type: "x" });

  expect(endpoint.events.map(({ DetailType }) => DetailType)).toEqual(["ping", "crm"]);
  expect(endpoint.table.size).toBe(1);
});

test("unpacks gzip", async () => {
  const endpoint = new Endpoint();

  expect(
    await endpoint.post(gzipSync('[{"id":1},{"id":2}]'), { headers: { "Content-Encoding": "gzip" } }),
  ).toMatchObject({ statusCode: 200, body: '{"accepted":2,"duplicates":0}' });
});

test.each([
  ["no JSON", "{", {}, 400],
  ["nothing", "", {}, 400],
  ["a text", '"x"', {}, 400],
  ["a number", "5", {}, 400],
  ["null", "null", {}, 400],
  ["a list of numbers", "[1]", {}, 400],
  ["a list of lists", "[[]]", {}, 400],
  ["no gzip", "{}", { "content-encoding": "gzip" }, 400],
  ["half a gzip", gzipSync('{"a":1}').subarray(0, 15), { "content-encoding": "gzip" }, 400],
  ["deep lists", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, {}, 400],
  ["deep objects", `${'{"a":'.repeat(200)}1${"}".repeat(200)}`, {}, 400],
  ["XML", "<a/>", { "content-type": "text/xml" }, 415],
  ["a form", "a=b", { "content-type": "application/x-www-form-urlencoded" }, 415],
  ["another encoding", "{}", { "content-encoding": "br" }, 415],
  ["two encodings", "{}", { "content-encoding": "gzip, gzip" }, 415],
  ["a bomb", gzipSync(Buffer.alloc(200 * MEBIBYTE, " ")), { "content-encoding": "gzip" }, 413],
  ["an event above 1 MB", JSON.stringify({ a: "x".repeat(MEBIBYTE) }), {}, 413],
  [
    "an event above 1 MB, unpacked",
    gzipSync(JSON.stringify({ a: "x".repeat(MEBIBYTE) })),
    { "content-encoding": "gzip" },
    413,
  ],
  ["more events than fit", JSON.stringify(Array.from({ length: 1001 }, () => ({}))), {}, 413],
])("refuses %s, and puts nothing", async (_, body, headers, status) => {
  const endpoint = new Endpoint();
  const answer = await endpoint.post(body, { headers });

  expect(answer.statusCode).toBe(status);
  expect(endpoint.events).toEqual([]);
});

test.each(["application/json; charset=utf-8", "application/cloudevents+json", "text/json", ""])(
  "takes JSON as %j",
  async (type) => {
    expect(await new Endpoint().post({}, { headers: { "content-type": type } })).toMatchObject({ statusCode: 200 });
  },
);

test("takes an event of nearly 1 MB, and a list of several by themselves", async () => {
  const endpoint = new Endpoint();
  const big = (id: number) => ({ id, a: "x".repeat(MEBIBYTE - 400) });

  expect(await endpoint.post([big(1), big(2), big(3)])).toMatchObject({ statusCode: 200 });
  expect(endpoint.events).toHaveLength(3);
});

test("takes an empty list, which holds no event", async () => {
  expect(await new Endpoint().post([])).toMatchObject({ statusCode: 200, body: '{"accepted":0,"duplicates":0}' });
});

describe("a handshake", () => {
  test("gets exactly its field back, and puts nothing", async () => {
    const endpoint = new Endpoint({ handshake: "challenge" });
    const answer = await endpoint.post({ token: "t", challenge: "3eZbrw1aBm2rZgRNFdxV", type: "url_verification" });

    expect(answer).toMatchObject({ statusCode: 200, body: '{"challenge":"3eZbrw1aBm2rZgRNFdxV"}' });
    expect(endpoint.events).toEqual([]);
  });

  test("is given to nobody who does not prove who it is", async () => {
    const endpoint = new Endpoint({ handshake: "challenge" });

    expect(await endpoint.send({ body: '{"challenge":"x"}' })).toMatchObject({ statusCode: 401 });
  });

  test("of Zoom gets its token signed", async () => {
    const auth = {
      type: "hmac",
      algorithm: "sha256",
      header: "x-zm-signature",
      prefix: "v0=",
      encoding: "hex",
    } as const;
    const { signed } = await import("./endpoint");
    const body = JSON.stringify({
      event: "endpoint.url_validation",
      payload: { plainToken: "qgg8vlvZRS6UYooatFL8Aw" },
    });
    const endpoint = new Endpoint({
      handshake: "payload.plainToken",
      auth: { ...auth, tolerance_seconds: 300, secret: { secrets_manager: "crm/webhook" } },
    });
    const answer = await endpoint.send({ headers: { "x-zm-signature": `v0=${signed(body)}` }, body });

    expect(JSON.parse(answer.body)).toEqual({
      plainToken: "qgg8vlvZRS6UYooatFL8Aw",
      encryptedToken: signed("qgg8vlvZRS6UYooatFL8Aw"),
    });
  });

  test("of Meta is a question by GET, answered as text that is no page", async () => {
    const endpoint = new Endpoint({
      handshake: "hub.challenge",
      auth: {
        type: "hmac",
        algorithm: "sha256",
        header: "X-Hub-Signature-256",
        prefix: "sha256=",
        encoding: "hex",
        tolerance_seconds: 300,
        secret: { secrets_manager: "crm/webhook" },
      },
    });
    const ask = (challenge: string) =>
      endpoint.send({ method: "GET", query: { "hub.mode": "subscribe", "hub.challenge": challenge } });

    expect(await ask("1158201444")).toMatchObject({
      statusCode: 200,
      body: "1158201444",
      headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
    });
    expect(await ask("<script>")).toMatchObject({ statusCode: 405 });
    expect(await new Endpoint({ handshake: "hub.challenge" }).send({ method: "GET" })).toMatchObject({
      statusCode: 401,
    });
  });
});
