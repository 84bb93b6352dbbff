import { bridge } from "../../../commands/bridge";
import { awsServer } from "../../operate/aws/server";
import { userIds } from "../../operate/bridge/day";
import { NotificationServer } from "../../operate/bridge/notifications";
import { bridgeFile } from "../../support/bridge-file";
import { folderWith, genesysEventbridge } from "../support";

interface Entry {
  readonly DetailType: string;
  readonly Source: string;
  readonly EventBusName: string;
  readonly Detail: string;
}

const [USER = ""] = userIds(1);
const CONVERSATION = { id: "c-1", participants: [{ name: "Maria Muster", purpose: "customer" }] };

let genesys: NotificationServer;
let account: Awaited<ReturnType<typeof awsServer>>;
let put: Entry[];
let publishing: NodeJS.Timeout;
beforeEach(async () => {
  put = [];
  genesys = await new NotificationServer().listen();
  genesys.users = [USER];
  account = await awsServer({
    "events:PutEvents": ({ Entries }) => {
      put.push(...(Entries as Entry[])); // as the program sends them
      return { FailedEntryCount: 0, Entries: (Entries as Entry[]).map(() => ({ EventId: "e" })) };
    },
  });
  let n = 0;
  publishing = setInterval(() => genesys.publish(`v2.users.${USER}.conversations`, CONVERSATION, `c-${++n}`), 100);
});
afterEach(async () => {
  clearInterval(publishing);
  genesys.close();
  await account.close();
});

const folder = (text = bridgeFile()) => folderWith({ "environments/dev.tfvars": text });
const run = (args = "", cwd = folder()) =>
  genesysEventbridge(["bridge", ...args.replace("10m", "1s").split(" ")], {
    cwd,
    env: { ...account.env, ...genesys.env, ENVIRONMENTS_DIR: "environments" },
  });

/** The examples that ask somebody, by what each has to do. */
const [DRY_RUN, PRINT, PUT] = bridge.examples.flatMap(({ args, live }) => (live ? [args] : []));

test("the example puts what comes on the stream's bus in the partner's envelope, and says what was missed since the last time", async () => {
  const cwd = folder();
  const first = await run(PUT, cwd);
  const [entry] = put.splice(0);
  const second = await run(PUT, cwd);

  expect({ first: first.code, second: second.code }).toEqual({ first: 0, second: 0 });
  expect(entry).toMatchObject({
    EventBusName: "dev-live",
    Source: "notifications/dev/live",
    DetailType: "v2.users.{id}.conversations",
  });
  expect(JSON.parse(entry?.Detail ?? "")).toMatchObject({
    topicName: `v2.users.${USER}.conversations`,
    eventBody: CONVERSATION,
  });
  expect(first.stderr).not.toContain("may be missing");
  const gap = put.find(({ DetailType }) => DetailType === "bridge.gap");
  expect(JSON.parse(gap?.Detail ?? "{}").eventBody).toMatchObject({
    reason: "stopped",
    topics: ["v2.users.{id}.conversations"],
  });
}, 30_000);

test("the example prints what comes, masked, and puts nothing anywhere", async () => {
  const { code, stdout } = await run(`${PRINT} --json`);

  expect(code).toBe(0);
  expect(JSON.parse(stdout.split("\n")[0] ?? "")).toMatchObject({
    "detail-type": "v2.users.{id}.conversations",
    detail: { eventBody: { participants: [{ name: "masked" }] } },
  });
  expect(stdout).not.toContain(USER);
  expect(account.calls).toEqual([]);
}, 30_000);

test("the example says what there would be, and opens no channel", async () => {
  const { code, stdout } = await run(DRY_RUN);

  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "live: 1 users × 1 = 1, on 1 channel, would be put on dev-live\n",
  });
  expect(genesys.asked.join()).not.toContain("channels");
}, 30_000);

test.each([
  ["dev --json", 2, /^--json means nothing without --print/],
  ["dev --for 10", 2, /^--for 10 has no unit/],
  ["dev --stream liv", 1, /^dev has no stream liv that subscribes to topics; did you mean live\?/],
])("says what is wrong before anything is asked: %s", async (args, code, message) => {
  const ended = await run(args);

  expect(ended).toEqual({ code, stdout: "", stderr: expect.stringMatching(message) });
  expect([...genesys.asked, ...account.calls]).toEqual([]);
});
