import type { MadeEvent } from "../../consumers/made-up/event";
import { file } from "../support/environment";
import { runWith } from "./run";

const PRESENCE = "v2.users.{id}.presence";
const ORGANIZATION = "3c4f9f1e-0000-4000-8000-00000000c0de";
const environment = (name: string, topics: string) => `
aws_account_id  = "210987654321"
aws_region      = "eu-west-1"
organization_id = "${ORGANIZATION}"
streams = {
  calls = { event_source_suffix = "${name}-calls", topic_filters = ["v2.detail.events.conversation.{id}.acd.start", "${PRESENCE}"] }
  ${topics}
}`;
const crm = `
aws_account_id = "123456789012"
aws_region     = "us-east-1"
streams = { orders = { type = "https", auth = { type = "token", header = "X-Token", secret = { secrets_manager = "crm/token" } } } }`;
const files = {
  "environments/crm.tfvars": crm,
  "environments/dev.tfvars": file(),
  "environments/prod.tfvars": environment(
    "prod",
    `audit = { event_source_suffix = "prod-audit", topic_filters = ["${PRESENCE}"] }`,
  ),
};

async function events(...args: string[]): Promise<MadeEvent[]> {
  const { code, stdout } = await runWith(files, ["event", ...args]);
  expect(code).toBe(0);
  return stdout.split("\n").map((line) => JSON.parse(line));
}

test("makes as many events as are asked for, one a line, the same for the same seed", async () => {
  const [once, again, other] = await Promise.all(
    ["1", "1", "2"].map((seed) => events(PRESENCE, "--count", "3", "--seed", seed)),
  );

  expect(new Set(once?.map(({ id }) => id)).size).toBe(3);
  expect(again).toEqual(once);
  expect(other?.[0]?.id).not.toBe(once?.[0]?.id);
});

test("sets values, as JSON where they are JSON and else as text, also where the path goes on", async () => {
  const values = ["primary=false", "source=a=b", "modifiedDate=null", "more.list=[1]", "more.name=7x"];
  const [event] = await events(PRESENCE, ...values.flatMap((value) => ["--set", `detail.eventBody.${value}`]));

  expect(event?.detail.eventBody).toMatchObject({
    primary: false,
    source: "a=b",
    modifiedDate: null,
    more: { list: [1], name: "7x" },
  });
});

test("sets a member of a list by its number, and nothing of objects in general", async () => {
  const [event] = await events(
    "v2.analytics.queues.{id}.observations",
    ...["--set", "detail.eventBody.data[0].interval=now", "--set", "detail.__proto__.polluted=1"],
  );

  expect(event?.detail.eventBody).toMatchObject({ data: [{ interval: "now", metrics: expect.any(Array) }] });
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("makes a whole conversation in its order, of one id; a value is set where an event has one", async () => {
  const all = await events("--conversation", "--set", "detail.eventBody.queueId=Q");
  const kinds = all.map((event) => event["detail-type"].replace(/^.*\{id\}\./, ""));
  const ids = new Set(all.map(({ detail }) => detail.eventBody.conversationId));

  for (const [before, after] of [
    ["customer.start", "acd.start"],
    ["acd.start", "acd.end"],
    ["acd.end", "user.start"],
    ["user.start", "user.end"],
    ["user.end", "acw"],
  ])
    expect(kinds.indexOf(before ?? "")).toBeLessThan(kinds.indexOf(after ?? ""));
  expect([...all].sort((a, b) => (a.time < b.time ? -1 : 1))).toEqual(all);
  expect([...ids]).toEqual([all[0]?.detail.topicName.split(".")[4]]);
  expect(all.find((event) => event["detail-type"].endsWith("user.end"))?.detail.eventBody).toMatchObject({
    heldDurationMs: 30_000,
    queueId: "Q",
  });
  expect(all.find((event) => event["detail-type"].endsWith("customer.start"))?.detail.eventBody).not.toHaveProperty(
    "queueId",
  );
});

test("the events of a conversation agree on whom they speak of, and on what it is", async () => {
  const all = await events("--conversation", "--count", "20", "--seed", "4");
  const names = ["ani", "dnis", "direction", "mediaType", "divisionId", "externalContactId", "externalOrganizationId"];
  const said = new Map<string, Set<unknown>>();
  for (const { detail } of all)
    for (const name of [...names, "conversationExternalContactIds", "utilizationLabel"]) {
      const key = `${detail.eventBody.conversationId} ${name}`;
      if (name in detail.eventBody) said.set(key, (said.get(key) ?? new Set()).add(String(detail.eventBody[name])));
    }

  expect(said.size).toBeGreaterThan(100);
  expect([...said].filter(([, values]) => values.size > 1)).toEqual([]);
  expect(JSON.stringify(all)).not.toContain('"externalOrganizationId"');
});

test("makes events of a stream that reads from elsewhere, whose topics are its own", async () => {
  const [event] = await events("Order placed", "--environment", "crm", "--set", "detail.eventBody.order=7");

  expect(event).toMatchObject({
    "detail-type": "Order placed",
    source: "https/crm/orders",
    detail: { eventBody: { order: 7 } },
  });
});

test("takes source, account and region from a stream, and of a conversation what that sends", async () => {
  const [event] = await events(PRESENCE, "--environment", "prod", "--stream", "audit");
  const calls = await events("--conversation", "--environment", "prod");

  expect(event).toMatchObject({
    source: `aws.partner/genesys.com/cloud/${ORGANIZATION}/prod-audit`,
    account: "210987654321",
    region: "eu-west-1",
  });
  expect(calls.map((one) => one["detail-type"])).toEqual(["v2.detail.events.conversation.{id}.acd.start"]);
});

test("says of a topic of which no event is known that its body is empty", async () => {
  const { code, stdout, stderr } = await runWith({}, ["event", "v2.flows.{id}"]);

  expect(code).toBe(0);
  expect(JSON.parse(stdout).detail.eventBody).toEqual({});
  expect(stderr).toBe("no event of v2.flows.{id} is known: its body is empty, but for what --set gives it");
});

test.each([
  [
    ["v2.users.{id}.presense"],
    /^there is no topic v2\.users\.\{id\}\.presense; did you mean v2\.users\.\{id\}\.presence\?$/,
  ],
  [
    [PRESENCE, "--set", "detail.eventBody.mesage=x"],
    /mesage: is in no known event of v2\.users\.\{id\}\.presence; did you mean detail\.eventBody\.message\?$/,
  ],
  [
    [PRESENCE, "--set", "primary=true"],
    /^--set primary: is in no event, .*; did you mean detail\.eventBody\.primary\?$/,
  ],
  [
    [PRESENCE, "--set", "detail.eventBody.source.name=x"],
    /^--set detail\.eventBody\.source\.name: is in no known event of v2\.users.*no object/,
  ],
  [[PRESENCE, "--set", "a b=1"], /^--set a b: is no path into the event/],
  [["--conversation", "--set", "detail.eventBody.queueid=x"], /did you mean detail\.eventBody\.queueId\?$/],
  [[PRESENCE, "--environment", "prod"], /^audit and calls send v2\.users.*; name one of them with --stream$/],
  [[PRESENCE, "--environment", "prod", "--stream", "adit"], /^prod has no stream adit; did you mean audit\?$/],
  [["v2.flows.{id}", "--environment", "prod"], /^no stream of prod sends v2\.flows\.\{id\}; /],
  [
    ["--conversation", "--environment", "prod", "--stream", "audit"],
    /^stream audit does not send events of conversations; /,
  ],
])("fails for %j, and makes nothing", async (args, message) => {
  const ran = await runWith(files, ["event", ...args]);

  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toMatch(message);
});

test.each([
  [[], "event wants one TOPIC, or --conversation"],
  [[PRESENCE, "v2.flows.{id}"], "write a call for each topic"],
  [["--conversation", PRESENCE], "takes no TOPIC"],
  [[PRESENCE, "--count", "0"], "--count 0 is no number of events"],
  [[PRESENCE, "--seed", "-1"], "--seed -1 is no whole number"],
  [[PRESENCE, "--set", "time"], "--set time has no value"],
  [[PRESENCE, "--stream", "audit"], "--stream wants --environment"],
])("refuses %j", async (args, message) => {
  const ran = await runWith(files, ["event", ...args]);

  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toContain(message);
});
