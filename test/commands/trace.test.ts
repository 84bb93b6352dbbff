import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../support/committed";
import { file } from "../support/environment";
import { runWith } from "./run";

const sample = readFileSync(join(root, "data", "sample-events", "user-presence.json"), "utf8");
const other = readFileSync(join(root, "data", "sample-events", "queue-user-joined.json"), "utf8");
const line = (text: string) => JSON.stringify(JSON.parse(text));
const files = { "environments/dev.tfvars": file(), "a.json": sample };
const trace = (more: Record<string, string | Uint8Array>, ...args: string[]) =>
  runWith({ ...files, ...more }, ["trace", "dev", ...args]);

test("says for a person what an event does", async () => {
  const { code, stdout } = await trace({}, "--event", "a.json");

  expect(code).toBe(0);
  expect(stdout.split("\n").slice(0, 4)).toEqual([
    "a.json: v2.users.{id}.presence (3c6ed524-8fa8-46cd-b45b-97d37795cba1)",
    "  on stream audit",
    "    + all matches",
    "      to log (cloudwatch_logs), 674 bytes; after 185 retries in 86400 seconds it goes to the dead-letter queue dev-dead-letters",
  ]);
});

test("says where no stream sends an event", async () => {
  const { stdout } = await trace({ "b.json": other }, "--event", "b.json");

  expect(stdout).toContain("no stream sends it: nothing is delivered");
});

test("says with --exact that it is the source, not the topic, that no stream has", async () => {
  const foreign = JSON.stringify({ ...JSON.parse(sample), source: "aws.ec2" });

  const { stdout } = await trace({ "b.json": foreign }, "--event", "b.json", "--exact");

  expect(stdout).not.toContain("no stream sends it");
  expect(stdout).toMatch(
    /the event's source is "aws\.ec2", and wanted is "aws\.partner\/genesys\.com\/cloud\/[^"]*\/audit" \(stream audit\)/,
  );
});

test.each([
  ["a list", "x.json", `[${sample}, ${other}]`],
  ["lines", "x.ndjson", `${line(sample)}\n${line(other)}\n`],
  ["compressed lines", "x.gz", gzipSync(`${line(sample)}\n${line(other)}`)],
  ["compressed lines in two parts", "x.gz", Buffer.concat([gzipSync(`${line(sample)}\n`), gzipSync(line(other))])],
  ["one behind the other", "x.json", `${line(sample)}${line(other)}`],
])("reads %s, and says for programs a line an event", async (_, name, content) => {
  const { code, stdout } = await trace({ [name]: content }, "--event", name, "--json");

  expect(code).toBe(0);
  expect(stdout.split("\n").map((text) => JSON.parse(text))).toMatchObject([
    {
      place: name,
      topic: "v2.users.{id}.presence",
      streams: [{ stream: "audit", rules: [{ rule: "all", matches: true }] }],
    },
    { place: `${name}, event 2`, topic: "v2.routing.queues.{id}.users", streams: [] },
  ]);
});

test("reads folders, and several", async () => {
  const more = { "sub/b/c.json": other, "sub/d.ndjson": line(sample), "sub/notes.md": "no event" };
  const { stdout } = await trace(more, "--event", "sub", "--event", "a.json", "--json");

  expect(stdout.split("\n").map((text) => JSON.parse(text).place)).toEqual(["sub/b/c.json", "sub/d.ndjson", "a.json"]);
});

test("counts events and bytes, and goes on behind what is no event", async () => {
  const text = [line(sample), "no JSON", line(sample), '{"a":1}', line(other)].join("\n");
  const { code, stdout, stderr } = await trace({ "x.ndjson": text }, "--event", "x.ndjson", "--summary", "--json");

  expect(code).toBe(1);
  expect(stderr.split("\n")).toEqual([
    expect.stringMatching(/^x\.ndjson, event 2 is no JSON/),
    expect.stringMatching(/^x\.ndjson, event 4 is no event: it has no "detail-type"/),
  ]);
  expect(JSON.parse(stdout)).toEqual({
    events: 3,
    unreadable: 2,
    not_sent: 1,
    not_delivered: 1,
    topics: {
      "v2.routing.queues.{id}.users": { events: 1, bytes: line(other).length },
      "v2.users.{id}.presence": { events: 2, bytes: 2 * line(sample).length },
    },
    rules: { all: { events: 2, bytes: 2 * 674 } },
    destinations: { log: { events: 2, bytes: 2 * 674 } },
    lost: {},
    doubts: {},
  });
});

test("counts for a person", async () => {
  const { stdout } = await trace({}, "--event", "a.json", "--summary");

  expect(stdout).toMatch(/^1 event, 0 of them not delivered/);
  expect(stdout).toMatch(/\nrule +events +bytes\nall +1 +674\n/);
});

test.each([
  ["no event", [], 2, /^trace wants --event EVENTS/],
  ["no environment", ["--event", "a.json", "prod"], 2, /^trace wants one environment FILE/],
  ["a file that is not there", ["--event", "b.json"], 1, /^b\.json cannot be read \(ENOENT\)$/],
  ["a folder without events", ["--event", "environments"], 1, /^environments holds no file of events/],
  ["an empty file", ["--event", "empty.json"], 1, /^there is no event in what is given/],
  ["a damaged archive", ["--event", "bad.gz"], 1, /^bad\.gz cannot be read \(Z_/],
  ["--update alone", ["--event", "a.json", "--update"], 2, /^--update means nothing without --verify/],
])("fails, in one line, when given %s", async (_, args, code, message) => {
  const damaged = Buffer.concat([gzipSync(sample).subarray(0, 40), Buffer.from("xxxxxxxxxxxxxxxxxxxx")]);
  const ran = await trace({ "empty.json": "", "bad.gz": damaged }, ...args);

  expect(ran).toMatchObject({ code, stdout: "" });
  expect(ran.stderr).toMatch(message);
});

test("says what is wrong with the environment before it traces anything", async () => {
  const { code, stdout, stderr } = await trace(
    { "environments/dev.tfvars": file({ rule: 'targets = ["lgo"]' }) },
    "--event",
    "a.json",
  );

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/did you mean log\?/);
});

describe("what EventBridge loses", () => {
  const lossy = {
    "environments/dev.tfvars": file({
      rule: 'targets = { log = { template = { a = "x <x>" }, variables = { x = "detail.zzz" } } }',
      destination: 'type = "sqs"',
    }),
    "a.json": JSON.stringify({ ...JSON.parse(sample), detail: { zzz: ["a"] } }),
  };
  const LOST = "<x> ($.detail.zzz) is a list and stands within quotes, for which EventBridge delivers nothing";

  test("is said to a person", async () => {
    const { code, stdout } = await trace(lossy, "--event", "a.json");

    expect(code).toBe(0);
    expect(stdout.split("\n").slice(2)).toEqual([
      "    + all matches",
      `      to log (sqs): LOST, and no dead-letter queue gets it: ${LOST}`,
    ]);
  });

  test("is said to programs", async () => {
    const { stdout } = await trace(lossy, "--event", "a.json", "--json");

    expect(JSON.parse(stdout).streams[0].rules[0].deliveries).toMatchObject([
      { destination: "log", delivered: false, payload: null, lost: LOST, bytes: 0 },
    ]);
  });

  test("is counted apart", async () => {
    const { stdout } = await trace(lossy, "--event", "a.json", "--event", "a.json", "--summary", "--json");

    expect(JSON.parse(stdout)).toMatchObject({
      events: 2,
      not_sent: 0,
      not_delivered: 2,
      rules: { all: { events: 2, bytes: 0 } },
      destinations: { log: { events: 0, bytes: 0 } },
      lost: { [`all to log: ${LOST}`]: 2 },
    });
    expect((await trace(lossy, "--event", "a.json", "--summary")).stdout).toContain(
      `\nLOST, and no dead-letter queue gets it: all to log: ${LOST} (1 times)`,
    );
  });
});

test("shows the request of an HTTP endpoint as it goes out", async () => {
  const http = {
    "environments/dev.tfvars": file({
      rule: 'targets = { log = { headers = { x-user = "$.detail.eventBody.source" }, query = { at = "$.time" } } }',
      destination:
        'type = "http"\nurl = "https://api.acme.example/hook"\nheaders = { x-a = "1" }\nauth = { type = "api_key", value = { ssm_parameter = "/x" } }',
    }),
  };
  const { stdout } = await trace(http, "--event", "a.json");

  expect(stdout.split("\n").slice(4, 9)).toEqual([
    "        POST https://api.acme.example/…?at=2026-03-02T14%3A08%3A07Z",
    "        Content-Type: application/json; charset=utf-8",
    "        x-a: 1",
    "        x-user: PURECLOUD",
    "        x-api-key: …",
  ]);
});

test("shows what an environment loses whose only fault is that, and fails as check does", async () => {
  const text = file({ rule: 'targets = { log = { fields = ["detail.eventBody.presenceDefinition", "resources"] } }' });
  const { code, stdout, stderr } = await trace({ "environments/dev.tfvars": text }, "--event", "a.json", "--json");
  const [delivery] = JSON.parse(stdout).streams[0].rules[0].deliveries;

  expect(code).toBe(1);
  expect(stderr).toMatch(
    /resources is a list in events of v2\.users\.\{id\}\.presence, and EventBridge delivers nothing/,
  );
  expect(delivery).toMatchObject({ destination: "log" });
});

test.each([
  [
    '{"detail-type":"v2.users.{id}.presence","source":{"toString":1},"detail":{}}',
    /is no event: its "source" is no text/,
  ],
  ['{"detail-type":"v2.users.{id}.presence","source":["x"],"detail":{}}', /is no event: its "source" is no text/],
  ['{"detail-type":{"toString":1},"detail":{}}', /is no event: its "detail-type" is no text/],
  ["[[]]", /is no event: it has no "detail-type"/],
])("what is no event of EventBridge is said to be none: %s", async (event, why) => {
  for (const more of [[], ["--exact"]]) {
    const ran = await runWith({ "dev.tfvars": file(), "e.json": event }, [
      "trace",
      "./dev.tfvars",
      "--event",
      "e.json",
      ...more,
    ]);

    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(why);
  }
});
