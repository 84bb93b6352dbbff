import * as z from "zod";
import { genesysAccess } from "../../../operate/genesys/access";
import { GenesysCloud } from "../../../operate/genesys/cloud";
import { pause } from "../../../operate/genesys/request";
import { CLIENT, genesysServer } from "./server";

const shape = z.object({ id: z.string() });
const ME = "GET /api/v2/organizations/me";
const me = { body: { id: "north" } };

type Server = Awaited<ReturnType<typeof genesysServer>>;
let server: Server | undefined;
afterEach(() => server?.close());

async function cloud(answers: Parameters<typeof genesysServer>[0], env = {}) {
  server = await genesysServer(answers);
  const waits: number[] = [];
  const pace = { tries: 3, unansweredTries: 2, answerMs: 2000, wait: async (ms: number) => void waits.push(ms) };
  return { ...server, waits, cloud: new GenesysCloud(genesysAccess({ ...server.env, ...env }, undefined), pace) };
}

test("asks with one token for many requests", async () => {
  const { cloud: organization, asked } = await cloud({ [ME]: [me] });
  await organization.get("/api/v2/organizations/me", shape);
  expect(await organization.get("/api/v2/organizations/me", shape)).toEqual({ id: "north" });
  expect(asked.map(({ line, authorization }) => `${line} ${authorization?.split(" ")[0]}`)).toEqual([
    "POST /oauth/token Basic",
    `${ME} Bearer`,
    `${ME} Bearer`,
  ]);
});

test("takes a token as it is where one is set", async () => {
  const { cloud: organization, asked } = await cloud({ [ME]: [me] }, { GENESYSCLOUD_ACCESS_TOKEN: "given" });
  await organization.get("/api/v2/organizations/me", shape);
  expect(asked.map(({ authorization }) => authorization)).toEqual(["Bearer given"]);
});

test("renews a token that has run out, once", async () => {
  const { cloud: organization, asked } = await cloud({ [ME]: [{ status: 401 }, me] });
  expect(await organization.get("/api/v2/organizations/me", shape)).toEqual({ id: "north" });
  expect(asked.map(({ authorization }) => authorization).filter((text) => text?.startsWith("Bearer"))).toEqual([
    "Bearer token-1",
    "Bearer token-2",
  ]);
});

test("says that a token is refused after it was renewed", async () => {
  const { cloud: organization } = await cloud({
    [ME]: [{ status: 401, body: { message: "No authentication bearer token specified." } }],
  });
  await expect(organization.get("/api/v2/organizations/me", shape)).rejects.toThrow(
    "Genesys Cloud refuses /api/v2/organizations/me: No authentication bearer token specified; see to the credentials",
  );
});

test("sends a body again with the renewed token", async () => {
  const path = "/api/v2/notifications/channels";
  const { cloud: organization, asked } = await cloud({ [`POST ${path}`]: [{ status: 401 }, me] });
  expect(await organization.send("POST", path, { some: "text" }, shape)).toEqual({ id: "north" });
  expect(asked.filter(({ line }) => line === `POST ${path}`).map(({ body }) => body)).toEqual([
    '{"some":"text"}',
    '{"some":"text"}',
  ]);
});

test("waits as long as the answer says, and sends the request again", async () => {
  const busy = { status: 429, headers: { "retry-after": "7" } };
  const { cloud: organization, waits } = await cloud({ [ME]: [busy, { status: 503 }, me] });
  expect(await organization.get("/api/v2/organizations/me", shape)).toEqual({ id: "north" });
  expect(waits).toEqual([7000, expect.any(Number)]);
});

test("rests to the end of the minute where the answer says that its requests are used up", async () => {
  const spent = (count: number) => ({
    "inin-ratelimit-count": `${count}`,
    "inin-ratelimit-allowed": "300",
    "inin-ratelimit-reset": "9",
  });
  const { cloud: organization, waits } = await cloud({
    [ME]: [
      { ...me, headers: spent(299) },
      { ...me, headers: spent(300) },
    ],
  });
  await organization.get("/api/v2/organizations/me", shape);
  expect(waits).toEqual([]);
  await organization.get("/api/v2/organizations/me", shape);
  expect(waits).toEqual([9000]);
});

test("posts again with the same body where the answer breaks off, and says the status of a refusal", async () => {
  const begin = "POST /api/v2/audits/query";
  const refusal = { status: 404, body: { message: "gone", code: "not.found" } };
  const { cloud: organization, asked } = await cloud({ [begin]: [{ text: '{"id": "a' }, me, refusal] });
  const post = () => organization.send("POST", "/api/v2/audits/query", { interval: "a/b" }, shape);
  expect(await post()).toEqual({ id: "north" });
  expect(asked.filter(({ line }) => line === begin).map(({ body }) => body)).toEqual(
    Array(2).fill('{"interval":"a/b"}'),
  );
  await expect(post()).rejects.toMatchObject({ status: 404, code: "not.found" });
});

test("gives up after the last try, with what was said", async () => {
  const { cloud: organization, waits } = await cloud({
    [ME]: [{ status: 429, body: { message: "Rate limit exceeded" } }],
  });
  await expect(organization.get("/api/v2/organizations/me", shape)).rejects.toThrow(
    "Rate limit exceeded; too many requests",
  );
  expect(waits).toHaveLength(2);
});

test("names the permission that is missing, and the correlation id", async () => {
  const message =
    "Unable to perform the requested action. You are missing the following permission(s): integrations:integration:view";
  const { cloud: organization } = await cloud({ [ME]: [{ status: 403, body: { message, contextId: "c-1" } }] });
  await expect(organization.get("/api/v2/organizations/me", shape)).rejects.toThrow(
    `${message}; its correlation id is c-1; give the OAuth client a role with that permission`,
  );
});

test("never shows the secret where the log-in is refused", async () => {
  const { cloud: organization } = await cloud({}, { GENESYSCLOUD_OAUTHCLIENT_SECRET: "another-secret" });
  const error: unknown = await organization.get("/api/v2/organizations/me", shape).catch((thrown: unknown) => thrown);
  expect(String(error)).toContain("client not found; see to GENESYSCLOUD_OAUTHCLIENT_ID");
  expect(String(error)).not.toMatch(/another-secret|Basic/);
});

test("says what of an answer has another shape", async () => {
  const { cloud: organization } = await cloud({ [ME]: [{ body: { id: 7 } }] });
  await expect(organization.get("/api/v2/organizations/me", shape)).rejects.toThrow(
    /answer to \/api\/v2\/organizations\/me has another shape than was expected \(id: /,
  );
});

test("says that nothing answers, with the system's reason", async () => {
  const { cloud: organization, close } = await cloud({});
  await close();
  server = undefined;
  await expect(organization.get("/api/v2/organizations/me", shape)).rejects.toThrow(/gave no answer \(.*ECONNREFUSED/);
});

test("asks with several values of one name", async () => {
  const { cloud: organization, asked } = await cloud({ [ME]: [me] });
  await organization.get("/api/v2/organizations/me", shape, { expand: ["a", "b"] });
  expect(asked.at(-1)?.line).toBe(`${ME}?expand=a&expand=b`);
});

describe("access", () => {
  const credentials = { GENESYSCLOUD_OAUTHCLIENT_ID: CLIENT.id, GENESYSCLOUD_OAUTHCLIENT_SECRET: CLIENT.secret };

  test("has the hosts of the region, the file's before the variable's", () => {
    const access = genesysAccess({ ...credentials, GENESYSCLOUD_REGION: "us-east-1" }, "eu-central-1");
    expect(access).toMatchObject({ login: "https://login.mypurecloud.de", api: "https://api.mypurecloud.de" });
  });

  test("names every variable that is missing at once", () => {
    expect(() => genesysAccess({}, undefined)).toThrow(
      expect.objectContaining({
        lines: [
          expect.stringContaining("GENESYSCLOUD_REGION"),
          expect.stringContaining("GENESYSCLOUD_OAUTHCLIENT_SECRET"),
        ],
      }),
    );
  });

  test.each([
    [{ GENESYSCLOUD_GATEWAY_HOST: "https://gateway.example" }, "write the host alone"],
    [{ GENESYSCLOUD_GATEWAY_HOST: "gateway.example", GENESYSCLOUD_GATEWAY_PROTOCOL: "ftp" }, "write http or https"],
    [{ GENESYSCLOUD_GATEWAY_HOST: "gateway.example", GENESYSCLOUD_GATEWAY_PORT: "no" }, "write the host alone"],
  ])("refuses a gateway that is no host: %j", (gateway, advice) => {
    expect(() => genesysAccess({ ...credentials, ...gateway }, undefined)).toThrow(advice);
  });

  test("suggests a region for one that is misspelt", () => {
    expect(() => genesysAccess({ ...credentials, GENESYSCLOUD_REGION: "eu-centrl-1" }, undefined)).toThrow(
      "did you mean eu-central-1?",
    );
  });
});

test("a pause follows the header, in seconds or as a date, and never takes more than two minutes", () => {
  const now = Date.parse("2026-11-28T00:00:00Z");
  expect(pause(1, "3", now)).toBe(3000);
  expect(pause(1, "Sat, 28 Nov 2026 00:00:09 GMT", now)).toBe(9000);
  expect(pause(1, "86400", now)).toBe(120_000);
  expect(pause(3, null, now)).toBeGreaterThanOrEqual(2000);
  expect(pause(3, "soon", now)).toBeLessThanOrEqual(3000);
});
