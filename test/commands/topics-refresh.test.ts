import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../commands/run";
import { folderWith } from "../bin/support";
import { CLIENT, genesysServer } from "../operate/genesys/server";
import { file } from "../support/environment";
import { ioIn } from "../support/io";

const ME = "GET /api/v2/organizations/me";
const LIST = "GET /api/v2/notifications/availabletopics";
const ID = "3c4f9f1e-0000-4000-8000-00000000c0de";
const me = { body: { id: ID, name: "North" } };
const presence = {
  id: "v2.users.{id}.presence",
  description: "Presence",
  transports: ["All"],
  visibility: "Public",
  requiresPermissions: ["users:view"],
  enforced: true,
};
const brandNew = { id: "v2.brand.{id}.new", transports: ["Websocket", "EventBridge"], visibility: "Preview" };
const listed = { body: { entities: [presence, brandNew] } };

let server: Awaited<ReturnType<typeof genesysServer>> | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Runs the command in a folder with one environment, against a stand-in with these answers. */
async function refresh(
  answers: Parameters<typeof genesysServer>[0],
  { args = [], env = {}, cwd = folderWith({ "environments/dev.tfvars": file() }) }: Partial<Given> = {},
) {
  server ??= await genesysServer({ [ME]: [me], [LIST]: [listed], ...answers });
  const { io, stdout, stderr } = ioIn(cwd, { env: { ...server.env, ...env } });
  const code = await run(["topics", "--refresh", "dev", ...args], io);
  const path = join(cwd, "environments", "dev.topics.json");
  const kept = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n"), cwd, kept, asked: server.asked };
}
interface Given {
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  readonly cwd: string;
}

test("keeps the organization's topics beside the environment, sorted, one a line", async () => {
  const { code, stdout, kept, asked } = await refresh({});

  expect(code).toBe(0);
  const [day] = new Date().toISOString().split("T");
  expect(kept).toBe(`{
  "organization_id": "${ID}",
  "asked": "${day}",
  "topics": [
    {"topic":"v2.brand.{id}.new","transports":["EventBridge","Websocket"],"visibility":"Preview"},
    {"topic":"v2.users.{id}.presence","description":"Presence","transports":["All"],"visibility":"Public","requires_permissions":["users:view"]}
  ]
}
`);
  expect(stdout).toContain(
    `environments/dev.topics.json: 2 topics of the organization North (${ID}), 2 of them reach EventBridge`,
  );
  expect(stdout).toContain("  new      v2.brand.{id}.new");
  expect(stdout).not.toContain("new      v2.users.{id}.presence");
  expect(asked.at(-1)?.line).toBe(
    `${LIST}?expand=description&expand=requiresPermissions&expand=transports&expand=visibility`,
  );
});

test("says what came, went and changed since the file was written, also as JSON, and with --dry-run writes nothing", async () => {
  const { cwd, kept } = await refresh({
    [LIST]: [listed, { body: { entities: [{ ...presence, transports: ["Websocket"] }, { id: "v2.other" }] } }],
  });

  const dry = await refresh({}, { cwd, args: ["--dry-run", "--json"] });
  expect(JSON.parse(dry.stdout)).toMatchObject({
    written: false,
    topics: 2,
    reach_event_bridge: 0,
    compared_with: "file",
    new: ["v2.other"],
    gone: ["v2.brand.{id}.new"],
    changed: [{ topic: "v2.users.{id}.presence", from: ["All"], to: ["Websocket"] }],
  });
  expect(dry.kept).toBe(kept);
  const wet = await refresh({}, { cwd });
  expect(wet.stdout).toContain("  changed  v2.users.{id}.presence: sent by Websocket, before by All");
  expect(wet.kept).not.toBe(kept);
  expect((await refresh({}, { cwd })).stdout).toContain("  nothing is new or gone");
});

test("writes over a file that is broken, or whose topics make the environment wrong", async () => {
  const cwd = folderWith({ "environments/dev.tfvars": file(), "environments/dev.topics.json": "{" });
  expect(await refresh({}, { cwd })).toMatchObject({ code: 0, kept: expect.stringContaining('"asked"') });
});

test("waits where there are too many requests, and asks again", async () => {
  const busy = { status: 429, headers: { "retry-after": "0.01" } };
  expect(await refresh({ [LIST]: [busy, listed] })).toMatchObject({ code: 0, stderr: "" });
});

const message = "You are missing the following permission(s): notifications:topic:view";
test.each([
  [
    "a permission is missing",
    { [LIST]: [{ status: 403, body: { message, contextId: "c-1" } }] },
    `${message}; its corr`,
  ],
  [
    "the organization is another",
    { [ME]: [{ body: { id: "aaaa", name: "South" } }] },
    "are of the organization aaaa (South), but the environment's organization_id is 3c4f9f1e",
  ],
  [
    "the answer has another shape",
    { [LIST]: [{ body: { entities: [{ id: 7 }] } }] },
    "another shape than was expected (entities.0.id: ",
  ],
  ["the answer is no JSON", { [LIST]: [{ body: undefined }] }, "another shape than was expected (the answer: "],
  ["there is no topic", { [LIST]: [{ body: { entities: [] } }] }, "has no topic, so that nothing is kept"],
])("writes nothing where %s", async (_, answers, words) => {
  const { code, stdout, stderr, kept } = await refresh(answers);

  expect({ code, stdout, kept }).toEqual({ code: 1, stdout: "", kept: undefined });
  expect(stderr).toContain(words);
  expect(stderr).not.toContain(CLIENT.secret);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("refuses another organization than that of the file before, where the environment names none", async () => {
  const text = file().replace(/organization_id.*/, "");
  const cwd = folderWith({ "environments/dev.tfvars": text });
  const { kept } = await refresh({ [ME]: [me, { body: { id: "aaaa", name: "South" } }] }, { cwd });

  const second = await refresh({}, { cwd });
  expect(second).toMatchObject({ code: 1, kept });
  expect(second.stderr).toContain(
    `environments/dev.topics.json is of ${ID}; set the credentials of that one, or remove`,
  );
});

test("names every variable that is missing at once, and asks nothing", async () => {
  const env = { GENESYSCLOUD_GATEWAY_HOST: "", GENESYSCLOUD_OAUTHCLIENT_ID: "", GENESYSCLOUD_OAUTHCLIENT_SECRET: "" };
  const { code, stderr, asked } = await refresh({}, { env });

  expect({ code, asked }).toEqual({ code: 1, asked: [] });
  for (const name of ["REGION", "OAUTHCLIENT_ID", "OAUTHCLIENT_SECRET", "ACCESS_TOKEN"])
    expect(stderr).toContain(`GENESYSCLOUD_${name}`);
});

test("does not write through a link, nor where the keys that say whom to ask are wrong", async () => {
  const cwd = folderWith({ "environments/dev.tfvars": file(), "outside.json": "" });
  symlinkSync(join(cwd, "outside.json"), join(cwd, "environments", "dev.topics.json"));
  expect((await refresh({}, { cwd })).stderr).toContain("dev.topics.json is a link; --refresh writes neither");
  expect(readFileSync(join(cwd, "outside.json"), "utf8")).toBe("");

  const wrong = folderWith({ "environments/dev.tfvars": file().replace(ID, "north") });
  expect(await refresh({}, { cwd: wrong })).toMatchObject({ code: 1, kept: undefined });
});

test.each([
  [["--refresh", "dev", "presence"], "--refresh asks for all topics, and takes no WORD"],
  [["--dry-run"], "--dry-run means nothing without --refresh"],
  [["--refresh", "dev", "--environment", "dev"], "--environment cannot stand beside --refresh"],
  [["--refresh", "dev", "--event-bridge"], "--event-bridge means nothing with --refresh"],
])("refuses %j as wrong use", async (args, words) => {
  const { io, stderr } = ioIn("/");
  expect(await run(["topics", ...args], io)).toBe(2);
  expect(stderr.join()).toContain(words);
});
