import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { usagePolicy } from "../../../operate/usage/policy";
import { ACCOUNT, awsServer, type Handler } from "../../operate/aws/server";
import { policyFaults } from "../../operate/calls-and-policy";
import { linesFor } from "../../support/command-blocks";
import { root } from "../../support/committed";
import { environment } from "../../support/environment";
import { folderWith, genesysEventbridge } from "../support";

const BUS = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";
const TEXT = `aws_account_id = "123456789012"
aws_region = "us-east-1"
streams = {
  audit = { event_source_suffix = "audit", topic_filters = ["v2.users.{id}.presence"] }
  shop = { type = "https", auth = { type = "token", header = "x-token", secret = { ssm_parameter = "/shop" } } }
}
rules = {
  all = { stream = "audit", targets = ["lake", "hook"] }
  never = { stream = "audit", targets = ["theirs"] }
}
destinations = {
  lake = { type = "firehose" }
  hook = { type = "http", url = "https://acme.example/events", auth = { type = "api_key", value = { ssm_parameter = "/hook" } } }
  theirs = { type = "sqs", arn = "arn:aws:sqs:us-east-1:123456789012:theirs" }
}
`;
const event = (time: string, size: number, source = BUS) =>
  JSON.stringify({ "detail-type": "v2.users.{id}.presence", source, time, detail: { x: "x".repeat(size) } });
const cwd = folderWith({ "environments/dev.tfvars": TEXT });
writeFileSync(
  join(cwd, "lake.gz"),
  gzipSync([event("2026-10-31T23:59:59Z", 70_000), event("2026-11-01T00:00:00Z", 10)].join("\n")),
);
writeFileSync(join(cwd, "more.json"), event("2026-10-01T00:00:00Z", 10));

interface Asked {
  readonly Id: string;
  readonly MetricStat: {
    readonly Metric: { readonly MetricName: string; readonly Dimensions: readonly { readonly Value: string }[] };
    readonly Period: number;
  };
}

/** Two days' figures of what came in, of one rule, and of the delivery stream; of all else none. */
const FIGURES: Readonly<Record<string, readonly number[]>> = {
  [`Events ${BUS}`]: [600_000, 400_000],
  [`MatchedEvents ${BUS} all`]: [1_000_000],
  "IncomingRecords dev-lake": [1_000_000],
  "IncomingBytes dev-lake": [2e9],
  "Count a1b2": [30, 12],
};
const account: Readonly<Record<string, Handler>> = {
  "events:ListEventBuses": () => ({ EventBuses: [{ Name: "default" }, { Name: BUS }] }),
  "apigateway:GET /v2/apis": () => ({
    items: [
      { name: "theirs", apiId: "c3d4" },
      { name: "dev-shop", apiId: "a1b2" },
    ],
  }),
  "monitoring:GetMetricData": ({ MetricDataQueries }) => ({
    MetricDataResults: (MetricDataQueries as readonly Asked[]).map(({ Id, MetricStat: { Metric, Period } }) => ({
      Id,
      StatusCode: "Complete",
      Values:
        Period === 86_400
          ? (FIGURES[[Metric.MetricName, ...Metric.Dimensions.map(({ Value }) => Value)].join(" ")] ?? [])
          : [],
      Timestamps: [],
    })),
  }),
};

async function against(args: readonly string[], handlers = account, more: Record<string, string> = {}) {
  const server = await awsServer(handlers, { account: ACCOUNT });
  const env = { ...server.env, ENVIRONMENTS_DIR: "environments", ...more };
  return genesysEventbridge(["usage", ...args], { cwd, env }).finally(server.close);
}

test("says what CloudWatch knows, what it bounds, and that the rest is unknown", async () => {
  const calls = join(cwd, "calls");
  const { code, stdout, stderr } = await against(["dev", "--month", "2026-10", "--json"], account, {
    GENESYS_EVENTBRIDGE_CALLS: calls,
  });

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { rows, ...whole } = JSON.parse(stdout);
  expect(whole).toMatchObject({ month: "2026-10", from: "2026-10-01T00:00:00.000Z", to: "2026-11-01T00:00:00.000Z" });
  const row = (kind: string, name: string) =>
    rows.find((one: { kind: string; name: string }) => one.kind === kind && one.name === name);
  expect(row("stream", "audit")).toMatchObject({
    events: 1_000_000,
    bytes: null,
    pieces: null,
    pieces_at_least: 1_000_000,
    pieces_at_most: null,
    dollars: null,
    dollars_at_least: 1,
  });
  expect(row("stream", "shop")).toMatchObject({ events: 42, bytes: null, pieces_at_least: 42, pieces_at_most: null });
  expect(row("destination", "lake")).toMatchObject({
    events: 1_000_000,
    bytes: 2e9,
    pieces_at_least: 1_000_000,
    pieces_at_most: 1_030_517,
    dollars_at_least: 0.058,
    dollars_at_most: 0.206451,
  });
  expect(row("destination", "hook")).toMatchObject({ events: 1_000_000, bytes: null, dollars: 0.2 });
  expect(row("destination", "theirs")).toMatchObject({ events: null, bytes: null, dollars_at_least: null });
  expect(row("rule", "all")).toMatchObject({ events: 1_000_000, bytes: null, dollars_at_least: 0.258 });
  expect(row("rule", "never")).toMatchObject({ events: null, dollars_at_least: null });
  expect(stdout).not.toMatch(/"(?:events|bytes|pieces\w*|dollars\w*)": 0[,\n]/);

  const own = environment(TEXT);
  expect(policyFaults(calls, usagePolicy(own), own)).toEqual([]);
}, 20_000);

test("prints the same columns as CSV from CloudWatch and from files, which know everything", async () => {
  const asked = await against(["dev", "--month", "2026-10", "--csv"]);
  const counted = await against(["dev", "--month", "2026-10", "--csv", "--events", "lake.gz", "more.json"], {});
  const [head, ...rows] = counted.stdout.trim().split("\n");

  expect(asked.stdout.split("\n")[0]).toBe(head);
  expect(head).toMatch(/^kind,name,type,stream,events,bytes,pieces,/);
  expect(asked.stdout).toContain(
    "stream,audit,genesys_cloud,,1000000,unknown,unknown,1000000,unknown,unknown,1,unknown",
  );
  expect(rows).toHaveLength(7);
  expect(counted.stdout).not.toContain("unknown");
  // 70,000 bytes are two pieces, and 10 are one.
  expect(rows[0]).toMatch(/^stream,audit,genesys_cloud,,2,70\d{3},3,3,3,0\.000003,/);
  expect(rows[1]).toMatch(/^stream,shop,https,,0,0,0,/);
  expect(counted).toMatchObject({ code: 0, stderr: "" });
}, 20_000);

test("says in a table why something is unknown, and what was left out", async () => {
  const asked = await against(["dev", "--month", "2026-10"]);
  const counted = await against(["dev", "--month", "2026-11", "--events", "lake.gz"], {});

  expect(asked.stdout).toMatch(
    /audit \(genesys_cloud\) +1,000,000 +unknown +at least 1,000,000 +at least 1\.00 +\[1\]/,
  );
  expect(asked.stdout).toMatch(/lake \(firehose\) +1,000,000 +2,000,000,000 +1,000,000 to 1,030,517 +0\.06 to 0\.21/);
  expect(counted.stdout).toContain("left out: 1 event of other months");
}, 20_000);

test.each([
  [[], 2, /usage takes one FILE/],
  [["dev", "more.json"], 2, /write --events before more\.json/],
  [["dev", "--month", "11-2026"], 2, /--month 11-2026 is no month; write YYYY-MM/],
  [["dev", "--month", "2999-01"], 2, /has not begun yet/],
  [["dev", "--csv", "--json"], 2, /two forms of one output/],
  [["dev", "--month", "2020-01"], 1, /CloudWatch keeps figures for 455 days/],
  [["dev", "--events", "environments"], 1, /holds no file of events/],
] as const)("asks nobody, and says what to write: %j", async (args, code, reason) => {
  const { stdout, ...ended } = await against(args, {});

  expect(stdout).toBe("");
  expect(ended).toMatchObject({ code, stderr: expect.stringMatching(reason) });
});

test("the lines of the documentation do what they say", async () => {
  for (const args of linesFor(root, "docs/how-to/count-and-price.md", "usage")) {
    const { code, stdout, stderr } = await against(args.map((word) => (word === "lake/2026/10" ? "lake.gz" : word)));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("audit");
  }
}, 20_000);

test("counts an endpoint by the API of its name, and knows nothing of one that is not there", async () => {
  const without = { ...account, "apigateway:GET /v2/apis": () => ({ items: [] }) };
  const { stdout } = await against(["dev", "--month", "2026-10", "--csv"], without);

  expect(stdout).toContain("\nstream,shop,https,,unknown,unknown,unknown,unknown,unknown,unknown,unknown,unknown\n");
}, 20_000);

test("fails where the account cannot be asked, and where there is no such bus", async () => {
  const { "monitoring:GetMetricData": _, ...without } = account;
  expect(await against(["dev"], without)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("AWS refuses CloudWatch GetMetricData"),
  });
  expect(await against(["dev"], { "events:ListEventBuses": () => ({ EventBuses: [] }) })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("deploy dev first"),
  });
});
