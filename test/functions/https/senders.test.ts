import { Endpoint, HMAC, SECRET } from "./endpoint";

const place = { secrets_manager: "crm/webhook" };
const BODY = '{"type":"made.up"}';
const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

test.each([
  ["the token", { "X-Token": SECRET }, 200],
  ["the token as a bearer's", { "X-Token": `Bearer ${SECRET}` }, 200],
  ["another token", { "X-Token": `${SECRET}.` }, 401],
  ["no token", {}, 401],
])("takes a token: %s", async (_, headers, status) => {
  expect(await new Endpoint().send({ headers, body: BODY })).toMatchObject({ statusCode: status });
});

test.each([
  ["right", basic(`crm:${SECRET}`), 200],
  ["another user", basic(`other:${SECRET}`), 401],
  ["another password", basic("crm:x"), 401],
  ["no base64", "Basic ???", 401],
  ["another scheme", "Bearer x", 401],
])("takes a user name and a password: %s", async (_, authorization, status) => {
  const endpoint = new Endpoint({ auth: { type: "basic", username: "crm", password: place } });

  expect(await endpoint.send({ headers: { authorization }, body: BODY })).toMatchObject({ statusCode: status });
});

test("leaves a JWT to the API, which runs the function for a right one only", async () => {
  expect(await new Endpoint({ auth: { type: "jwt" } }).send({ body: BODY })).toMatchObject({ statusCode: 200 });
});

test.each([
  ["203.0.113.9", 200],
  ["203.0.114.9", 403],
  ["2001:db8::1", 200],
  ["2001:db9::1", 403],
  ["::ffff:203.0.113.9", 200],
  ["unknown", 403],
])("lets only its networks in: %s", async (from, status) => {
  const endpoint = new Endpoint({ allowed_cidrs: ["203.0.113.0/24", "2001:db8::/32"] });

  expect(await endpoint.post(BODY, { from })).toMatchObject({ statusCode: status });
});

test("reads a secret once, and a rotated one when the old one no longer fits", async () => {
  const endpoint = new Endpoint();
  await endpoint.post(BODY);
  await endpoint.post(BODY);
  expect(endpoint.readings).toBe(1);

  endpoint.secrets["crm/webhook"] = "the new one";
  const clock = jest.spyOn(Date, "now").mockReturnValue(Date.now() + 2000);
  const answer = await endpoint.send({ headers: { "X-Token": "the new one" }, body: BODY });
  clock.mockRestore();

  expect(answer.statusCode).toBe(200);
  expect(endpoint.readings).toBe(2);
});

test("does not let whoever guesses make it read again and again", async () => {
  const endpoint = new Endpoint();
  for (let guess = 0; guess < 50; guess++) await endpoint.send({ headers: { "X-Token": `${guess}` }, body: BODY });

  expect(endpoint.readings).toBe(1);
});

test("forgets a secret that was taken back within a minute", async () => {
  const endpoint = new Endpoint();
  await endpoint.post(BODY);
  endpoint.secrets["crm/webhook"] = "the new one";
  const clock = jest.spyOn(Date, "now").mockReturnValue(Date.now() + 61_000);
  const answer = await endpoint.post(BODY);
  clock.mockRestore();

  expect(answer.statusCode).toBe(401);
});

test.each([
  ["an empty one", "", {}],
  ["none that can be read", undefined, {}],
  ["no JSON", "text", { key: "token" }],
  ["JSON without the key", '{"other":"x"}', { key: "token" }],
  ["a key that is no text", '{"token":7}', { key: "token" }],
])("asks to try again, and lets nobody in, where the secret is %s", async (_, text, more) => {
  const endpoint = new Endpoint({ auth: { ...HMAC, secret: { ...place, ...more } } });
  endpoint.secrets["crm/webhook"] = text;

  expect(await endpoint.send({ headers: { "X-Hub-Signature-256": "sha256=00" }, body: BODY })).toMatchObject({
    statusCode: 503,
    headers: { "retry-after": "5" },
  });
  expect(endpoint.events).toEqual([]);
});

test("takes a key of a secret, and a parameter", async () => {
  const ofKey = new Endpoint({ auth: { type: "token", header: "X-Token", secret: { ...place, key: "token" } } });
  ofKey.secrets["crm/webhook"] = JSON.stringify({ token: SECRET });
  const parameter = new Endpoint({ auth: { type: "token", header: "X-Token", secret: { ssm_parameter: "/crm" } } });
  parameter.secrets["/crm"] = SECRET;

  expect(await ofKey.post(BODY)).toMatchObject({ statusCode: 200 });
  expect(await parameter.post(BODY)).toMatchObject({ statusCode: 200 });
});

test("uses the secret that it knows while none can be read", async () => {
  const endpoint = new Endpoint();
  await endpoint.post(BODY);
  endpoint.secrets["crm/webhook"] = undefined;
  const clock = jest.spyOn(Date, "now").mockReturnValue(Date.now() + 61_000);
  const answers = [await endpoint.post(BODY), await endpoint.send({ headers: { "X-Token": "x" }, body: BODY })];
  clock.mockRestore();

  // Whether the second one is wrong nobody knows: the secret may have been rotated.
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 503]);
});

test("puts neither secrets nor bodies into log and answers", async () => {
  const endpoint = new Endpoint({ auth: HMAC });
  const answers = [
    await endpoint.send({ headers: { "X-Hub-Signature-256": "sha256=c0ffee" }, body: '{"pin":"4711"}' }),
    await endpoint.send({ headers: { "X-Hub-Signature-256": "sha256=c0ffee" }, body: '{"pin":"4711"' }),
  ];

  expect(JSON.stringify([answers, endpoint.log])).not.toMatch(/c0ffee|4711|Everybody|at .*\.js/);
  expect(endpoint.log).toContainEqual(expect.objectContaining({ status: 401, why: "its signature is wrong" }));
});

test("asks to send later while the stream is switched off", async () => {
  const endpoint = new Endpoint({ enabled: false });

  expect(await endpoint.post(BODY)).toMatchObject({ statusCode: 503 });
  expect(endpoint.events).toEqual([]);
});
