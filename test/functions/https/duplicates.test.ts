import { Endpoint } from "./endpoint";

const EVENT = { type: "made.up", id: "e-1" };
const bodies = (endpoint: Endpoint) => endpoint.events.map(({ Detail }) => JSON.parse(Detail).eventBody.id);
const later = (hours: number) => jest.spyOn(Date, "now").mockReturnValue(Date.now() + hours * 3_600_000);

test("puts an event once that is sent twice", async () => {
  const endpoint = new Endpoint();

  expect(await endpoint.post(EVENT)).toMatchObject({ body: '{"accepted":1,"duplicates":0}' });
  expect(await endpoint.post(EVENT)).toMatchObject({ statusCode: 200, body: '{"accepted":0,"duplicates":1}' });
  expect(endpoint.events).toHaveLength(1);
});

test("puts an event once that comes ten times at once, and answers all when it is on the bus", async () => {
  const endpoint = new Endpoint();
  let there = false;
  endpoint.before = async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    there = true;
  };
  const answers = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const answer = await endpoint.post(EVENT);
      return [answer.statusCode, there];
    }),
  );

  expect(answers).toEqual(Array.from({ length: 10 }, () => [200, true]));
  expect(endpoint.events).toHaveLength(1);
});

test("takes an event over whose first request was refused by the bus, while others wait", async () => {
  const endpoint = new Endpoint();
  let refusals = 1;
  endpoint.before = () => new Promise((resolve) => setTimeout(resolve, 150));
  endpoint.refuse = () => (refusals-- > 0 ? "InternalFailure" : undefined);
  const answers = await Promise.all(Array.from({ length: 5 }, () => endpoint.post(EVENT)));

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 503]);
  expect(endpoint.events).toHaveLength(1);
});

test("takes only what was refused when the whole is sent again", async () => {
  const endpoint = new Endpoint();
  const list = ["a", "b", "c"].map((id) => ({ id }));
  endpoint.refuse = (_, nth) => (nth === 1 ? "ThrottlingException" : undefined);

  expect(await endpoint.post(list)).toMatchObject({ statusCode: 503 });
  endpoint.refuse = () => undefined;
  expect(await endpoint.post(list)).toMatchObject({ statusCode: 200, body: '{"accepted":1,"duplicates":2}' });
  expect(bodies(endpoint)).toEqual(["a", "c", "b"]);
});

test("puts one of two events of a list with one id", async () => {
  const endpoint = new Endpoint();

  expect(await endpoint.post([EVENT, EVENT])).toMatchObject({ statusCode: 200, body: '{"accepted":1,"duplicates":1}' });
});

test("forgets an id after its window, and keeps only its hash", async () => {
  const endpoint = new Endpoint();
  await endpoint.post(EVENT);
  expect(JSON.stringify([...endpoint.table])).not.toContain("e-1");

  const before = later(23);
  await endpoint.post(EVENT);
  before.mockRestore();
  expect(endpoint.events).toHaveLength(1);

  const after = later(25);
  await endpoint.post(EVENT);
  after.mockRestore();
  expect(endpoint.events).toHaveLength(2);
});

test("takes over what a request left behind that never ended", async () => {
  const endpoint = new Endpoint();
  endpoint.before = () => new Promise(() => {});
  void endpoint.post(EVENT);
  await new Promise((resolve) => setTimeout(resolve, 50));
  endpoint.before = async () => {};
  const clock = later(0.05);
  const answer = await endpoint.post(EVENT);
  clock.mockRestore();

  expect(answer.statusCode).toBe(200);
  expect(endpoint.events).toHaveLength(1);
});

test.each(["PutItem", "UpdateItem"])(
  "puts an event although %s is denied: twice is better than never",
  async (operation) => {
    const endpoint = new Endpoint();
    endpoint.refused.add(operation);

    expect(await endpoint.post(EVENT)).toMatchObject({ statusCode: 200 });
    expect(endpoint.events).toHaveLength(1);
    expect(endpoint.log).toContainEqual(expect.objectContaining({ error: "AccessDeniedException" }));
  },
);

test.each(["PutEvents", "GetSecretValue"])(
  "asks to try again where %s is denied, and remembers nothing",
  async (operation) => {
    const endpoint = new Endpoint();
    endpoint.refused.add(operation);

    expect(await endpoint.post(EVENT)).toMatchObject({ statusCode: 503, headers: { "retry-after": "5" } });
    expect([...endpoint.table]).toEqual([]);
  },
);

test("claims nothing when no time is left to put it", async () => {
  const endpoint = new Endpoint();

  expect(await endpoint.post(EVENT, { millisecondsLeft: 1000 })).toMatchObject({ statusCode: 503 });
  expect([...endpoint.table]).toEqual([]);
});

test("keeps no table where events have no id", async () => {
  const endpoint = new Endpoint({ seen: undefined, envelope: { kind: "crm" } });

  await endpoint.post(EVENT);
  expect(await endpoint.post(EVENT)).toMatchObject({ body: '{"accepted":1,"duplicates":0}' });
});

test("puts a thousand events in their order", async () => {
  const endpoint = new Endpoint();
  const list = Array.from({ length: 1000 }, (_, id) => ({ id }));

  expect(await endpoint.post(list)).toMatchObject({ statusCode: 200 });
  expect(bodies(endpoint)).toEqual(list.map(({ id }) => id));
});
