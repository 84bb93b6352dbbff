import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tail } from "../../../commands/tail";
import { newRun } from "../../../operate/tail/names";
import { AwsError } from "../../operate/aws/server";
import { tailAccount } from "../../operate/tail/account";
import { root } from "../../support/committed";
import { file } from "../../support/environment";
import { sampleFolder } from "../shell";
import { folderWith, genesysEventbridge } from "../support";

const BUS = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";
const sample = JSON.parse(readFileSync(join(root, "data", "sample-events", "user-presence.json"), "utf8"));
const event = (id = "3c6ed524-8fa8-46cd-b45b-97d37795cba1") => ({
  ...sample,
  id,
  source: BUS,
  time: new Date().toISOString(),
});

type Account = Awaited<ReturnType<typeof tailAccount>>;
const env = (account: Account) => ({ ...account.env, ENVIRONMENTS_DIR: "environments" });
const folder = () => folderWith({ "environments/dev.tfvars": file() });
const run = (account: Account, args: readonly string[], cwd = folder()) =>
  genesysEventbridge(["tail", ...args], { cwd, env: env(account) });

/** Puts events on the bus as soon as they can be seen. */
function comesThen(account: Account, ...events: readonly object[]) {
  account.hooks.after = (action) => {
    if (action === "events:PutTargets") for (const one of events) account.put(BUS, one);
  };
}

/** Starts the program beside the test. */
function started(account: Account, args: readonly string[]): ChildProcess {
  const program = join(root, "bin", "genesys-eventbridge.cjs");
  const { PATH = "", HOME = "" } = process.env;
  return spawn(process.execPath, [program, "tail", ...args], {
    cwd: folder(),
    env: { PATH, HOME, ...env(account) },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

test("shows what comes, once and masked, and takes away what it made", async () => {
  const account = await tailAccount([BUS]);
  comesThen(account, event(), event(), { ...event("other"), source: "somebody.else" });
  const { code, stdout, stderr } = await run(account, ["dev", "--for", "1s"]);
  await account.close();

  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^2\S+Z {2}v2\.users\.\{id\}\.presence {2}3c6ed524-8fa8-46cd-b45b-97d37795cba1 {2}users=[0-9a-f-]{36} .*systemPresence=ON_QUEUE.*\n$/,
  );
  expect(stdout).not.toContain("c200b004");
  expect(stderr).toMatch(/^made dev-tail-\S+: the rule on the bus .*audit, the queue\n.*personal data is masked/);
  expect(stderr).toMatch(/1 event came twice, and are shown once\nall that was made is taken away\n1 event in \d s\n$/);
  expect(account.things()).toEqual([]);
}, 30_000);

test("what it saves passes trace --verify, and holds no personal data unless that is asked for", async () => {
  const account = await tailAccount([BUS]);
  const cwd = folder();
  comesThen(account, event(), event("b2"));
  const { code, stdout } = await run(
    account,
    ["dev", "--count", "1", "--json", "--save", "environments/dev.events"],
    cwd,
  );
  const saved = readdirSync(join(cwd, "environments", "dev.events"));
  const text = readFileSync(join(cwd, "environments", "dev.events", "users-presence-3c6ed524.json"), "utf8");
  const verified = await genesysEventbridge(["trace", "dev", "--verify"], { cwd, env: env(account) });
  await run(account, ["dev", "--count", "2", "--show-personal-data", "--save", "all.ndjson"], cwd);
  await account.close();

  expect(code).toBe(0);
  expect(saved).toEqual(["users-presence-3c6ed524.expected.json", "users-presence-3c6ed524.json"]);
  expect(JSON.parse(text)).toEqual(JSON.parse(stdout));
  expect(text).not.toContain("c200b004");
  expect(verified).toMatchObject({ code: 0, stderr: "1 scenario, all as expected\n" });
  const all = readFileSync(join(cwd, "all.ndjson"), "utf8").trim().split("\n");
  expect(all.map((line) => JSON.parse(line))).toMatchObject([{ id: event().id, detail: sample.detail }, { id: "b2" }]);
  expect(account.things()).toEqual([]);
}, 30_000);

test.each(["SIGINT", "SIGHUP"] as const)(
  "%s ends it as its time does",
  async (signal) => {
    const account = await tailAccount([BUS]);
    const child = started(account, ["dev"]);
    account.hooks.before = (action) => {
      if (action === "sqs:ReceiveMessage") child.kill(signal);
    };
    const [code] = await once(child, "close");
    await account.close();

    expect({ code, things: account.things() }).toEqual({ code: 0, things: [] });
  },
  30_000,
);

test("a reader that has enough ends it, and nothing is left", async () => {
  const account = await tailAccount([BUS]);
  const child = started(account, ["dev"]);
  child.stdout?.once("data", () => child.stdout?.destroy());
  let count = 0;
  account.hooks.before = (action) => {
    if (action === "sqs:ReceiveMessage") account.put(BUS, event(String(count++)));
  };
  const [code] = await once(child, "close");
  await account.close();

  expect({ code, things: account.things() }).toEqual({ code: 0, things: [] });
}, 30_000);

test("what a killed run has left, the next one takes away", async () => {
  const account = await tailAccount([BUS]);
  const child = started(account, ["dev"]);
  account.hooks.after = (action) => {
    if (action === "events:PutTargets") child.kill("SIGKILL");
  };
  await once(child, "close");
  expect(account.things()).toHaveLength(2);

  comesThen(account, event());
  const { code, stderr } = await run(account, ["dev", "--topic", "v2.users.{id}.presence", "--count", "1"]);
  await account.close();
  expect({ code, things: account.things() }).toEqual({ code: 0, things: [] });
  expect(stderr).toMatch(/^dev-tail-\S+: the rule .*, the queue, left by an earlier run: taken away\nmade dev-tail-/);
}, 30_000);

test("what AWS refuses half way leaves nothing, and is said with its reason", async () => {
  const full = () => {
    throw new AwsError("LimitExceededException", "too many");
  };
  const account = await tailAccount([BUS], { "events:PutRule": full });
  const refused = await run(account, ["dev"]);
  await account.close();
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toMatch(/the bus .*audit takes no more rules; AWS allows 300/);
  expect(account.things()).toEqual([]);

  const none = await tailAccount([]);
  expect((await run(none, ["dev"])).stderr).toMatch(/there is no bus .* of stream audit; deploy the environment first/);
  await none.close();
  expect(none.things()).toEqual([]);
}, 30_000);

test("a run takes away what is over, and leaves alone what another may still need, and what is no run's", async () => {
  const account = await tailAccount([BUS]);
  const name = (minutes: number) =>
    newRun("dev", new Date(Date.now() + minutes * 60_000)).name.replace(/.{8}-\w+$/, "0badcafe-zz");
  const [over, going] = [name(-1), name(5)];
  for (const own of [over, going, "dev-tail-calls"]) {
    account.queues.set(own, { QueueName: own, Attributes: {}, tags: {}, messages: [] });
    account.rules.set(`${BUS}/${own}`, {
      Name: own,
      EventBusName: BUS,
      EventPattern: "{}",
      Tags: [],
      targets: [{ Id: "tail", Arn: "a" }],
    });
  }
  const shown = await run(account, ["dev", "--clean", "--dry-run", "--json"]);
  expect(JSON.parse(shown.stdout)).toMatchObject({
    dry_run: true,
    left: [{ name: over, buses: [BUS] }],
    running: [{ name: going }],
  });
  expect(account.things()).toHaveLength(6);

  const cleaned = await run(account, ["dev", "--clean"]);
  await account.close();
  expect(cleaned).toMatchObject({ code: 0, stderr: expect.stringContaining(`${over}: the rule on the bus`) });
  expect(cleaned.stdout).toMatch(new RegExp(`^${going} is of a run that may still be going on`));
  expect(account.things()).toEqual([`${BUS}/${going}`, `${BUS}/dev-tail-calls`, going, "dev-tail-calls"]);
}, 30_000);

test.each(tail.examples.filter(({ live }) => live).map(({ args }) => args))(
  "the example works: %s",
  async (args) => {
    const bus = BUS.replace("audit", "audit-dev");
    const account = await tailAccount([bus]);
    account.hooks.before = (action) => {
      if (action === "sqs:ReceiveMessage")
        for (const id of ["1", "2", "3"]) account.put(bus, { ...event(id), source: bus });
    };
    const { code, stderr } = await run(account, [...args.split(" "), "--count", "3"], sampleFolder());
    await account.close();

    expect({ code, wrong: /error|usage:/i.test(stderr), things: account.things() }).toEqual({
      code: 0,
      wrong: false,
      things: [],
    });
  },
  30_000,
);

test.each([
  ["dev --rule all --topic v2.x", 2, /^--rule and --topic cannot stand together/],
  ["dev --for 10", 2, /^--for 10 has no unit; write 90s, 30m/],
  ["dev --for 2d", 2, /^--for 2d is longer than 12 h/],
  ["dev --count 0", 2, /^--count 0 is no number of events/],
  ["dev --clean --rule all", 2, /^--rule means nothing with --clean/],
  ["dev --rule al", 1, /^there is no rule al; did you mean all\?/],
  ["dev --stream x", 1, /^there is no stream x; known: audit/],
  [
    "dev --topic v2.users.{id}.presense",
    1,
    /^no stream sends the topic .*; did you mean v2\.users\.\{id\}\.presence\?/,
  ],
  ['dev --pattern {"detail":{"a":"x"}}', 1, /^--pattern: detail\.a: .*write/],
  ['dev --pattern {"source":["x"]}', 1, /^--pattern must not ask for source/],
  ["dev --save a.json", 1, /^--save a\.json: write a folder/],
])("says what is wrong before AWS is asked: %s", async (line, code, message) => {
  const ended = await genesysEventbridge(["tail", ...line.split(" ")], {
    cwd: folder(),
    env: { ENVIRONMENTS_DIR: "environments" },
  });

  expect(ended).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(message) });
});
