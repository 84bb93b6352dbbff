import { runWith } from "./run";

const topics = (...args: string[]) => runWith({}, ["topics", ...args]);

test("lists every topic, a line each", async () => {
  const { code, stdout } = await topics();

  expect(code).toBe(0);
  expect(stdout.split("\n")).toHaveLength(249);
});

test("finds topics in which every word occurs, whatever their case", async () => {
  const { stdout } = await topics("USERS", "of a user changed");

  expect(stdout.split("\n")).toContain("v2.users.{id}.presence  Presence of a user changed.");
  expect(stdout).not.toContain("v2.users.{id}.activity");
});

test("shows one topic with what its events carry", async () => {
  const { stdout } = await topics("v2.users.{id}.presence");

  expect(stdout).toMatch(/^v2\.users\.\{id\}\.presence\n {2}Presence of a user changed\.\n {2}reaches EventBridge: /);
  expect(stdout).toMatch(/\n {4}detail\.eventBody\.presenceDefinition\.systemPresence \(string\)/);
});

test("says of a topic whether it reaches EventBridge", async () => {
  expect((await topics("socket_closing")).stdout).toMatch(/WebSocket channels only/);
  expect((await topics("v2.conversations.{id}.transcriptions")).stdout).toMatch(/retired, now v2\.conversations/);
  expect((await topics("--event-bridge")).stdout.split("\n")).toHaveLength(28);
});

test("tells other programs the same as JSON", async () => {
  const { stdout } = await topics("v2.users.{id}.presence", "--json");

  expect(JSON.parse(stdout)).toMatchObject([
    { topic: "v2.users.{id}.presence", event_bridge: "confirmed", fields: { "detail.eventBody.primary": ["boolean"] } },
  ]);
});

test("fails when no topic mentions all words", async () => {
  expect(await topics("presence", "nothing-such")).toEqual({
    code: 1,
    stdout: "",
    stderr: "no topic mentions presence and nothing-such; leave out a word",
  });
});
