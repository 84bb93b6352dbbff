import { parseEnvironment } from "../../config/environment";
import { brief, environment, file, parse } from "../support/environment";

const short = `aws_account_id = "123456789012"
aws_region = "us-east-1"
streams = { s = { event_source_suffix = "x", topic_filters = ["v2.users.{id}.presence", "v2.routing.queues.{id}.users", "v2.users.{id}.presence"] } }
rules = { r = { stream = "s", targets = ["log", "calls"] } }
destinations = { log = { type = "cloudwatch_logs" }, calls = { type = "kinesis" } }
`;

test("fills in every default", () => {
  const { streams, rules, destinations, state, tags } = environment(short);

  expect({ state, tags }).toEqual({ state: { backend: "local" }, tags: {} });
  expect(streams.s).toMatchObject({ manage_integration: true, enabled: true, lookup: "check", protect: false });
  expect(rules.r?.enabled).toBe(true);
  expect(rules.r?.targets).toEqual([
    { destination: "calls", retry_attempts: 185, max_event_age_seconds: 86_400, dead_letter: true },
    { destination: "log", retry_attempts: 185, max_event_age_seconds: 86_400, dead_letter: true },
  ]);
  expect(destinations.log).toEqual({ type: "cloudwatch_logs", retention_days: 365, log_class: "STANDARD" });
  expect(destinations.calls).toEqual({ type: "kinesis", mode: "on_demand", retention_hours: 168 });
});

test("sorts topic filters and drops repeats, since the provider compares them in order", () => {
  expect(environment(short).streams.s).toMatchObject({
    topic_filters: ["v2.routing.queues.{id}.users", "v2.users.{id}.presence"],
  });
});

test("is the same whatever the order of the file", () => {
  const reordered = `destinations = { calls = { type = "kinesis" }, log = { type = "cloudwatch_logs" } }
rules = { r = { targets = { calls = {}, log = {} }, stream = "s" } }
streams = { s = { topic_filters = ["v2.routing.queues.{id}.users", "v2.users.{id}.presence"], event_source_suffix = "x" } }
aws_region = "us-east-1"
aws_account_id = "123456789012"
`;

  expect(JSON.stringify(environment(reordered).rules)).toBe(JSON.stringify(environment(short).rules));
  expect(environment(reordered)).toEqual(environment(short));
});

test("takes null as not set, but for patterns, where that would let more events in", () => {
  const unset = parse(
    file({ top: "aws_assume_role_arn = null\ntags = null", rule: 'targets = ["log"]\ndescription = null' }),
  );
  const pattern = environment(file({ rule: 'targets = ["log"]\npattern = { detail = { x = [null] } }' }));

  const nothing = parse(file({ rule: 'targets = ["log"]\npattern = { detail = { x = null } }' }));

  expect(unset.issues).toEqual([]);
  expect(nothing.issues.map(({ id }) => id)).toEqual(["pattern-leaf-no-list"]);
  expect(pattern.rules.all?.pattern).toEqual({ detail: { x: [null] } });
});

test("keeps null in what is sent as it stands", () => {
  const { rules } = environment(
    file({ rule: "targets = { log = { template = { a = null, b = [null] } } }", destination: 'type = "sqs"' }),
  );

  expect(rules.all?.targets[0]?.template).toEqual({ a: null, b: [null] });
});

test("takes a pattern as an object or as JSON text", () => {
  const asObject = environment(file({ rule: 'targets = ["log"]\npattern = { detail = { b = [1], a = ["x"] } }' }));
  const asText = environment(
    file({ rule: `targets = ["log"]\npattern = <<EOT\n{"detail":{"a":["x"],"b":[1]}}\nEOT\n` }),
  );

  expect(asText.rules).toEqual(asObject.rules);
  expect(JSON.stringify(asText.rules)).toBe(JSON.stringify(asObject.rules));
});

test("reads the same model from JSON", () => {
  const json = JSON.stringify({
    $schema: "./environment.schema.json",
    aws_account_id: "123456789012",
    aws_region: "us-east-1",
    streams: {
      s: { event_source_suffix: "x", topic_filters: ["v2.users.{id}.presence", "v2.routing.queues.{id}.users"] },
    },
    rules: { r: { stream: "s", targets: ["calls", "log"] } },
    destinations: { log: { type: "cloudwatch_logs" }, calls: { type: "kinesis" } },
  });

  const parsed = parseEnvironment({ path: "dev.tfvars.json", name: "dev", bytes: Buffer.from(json) });

  expect(parsed.issues).toEqual([]);
  expect(parsed.environment).toEqual(environment(short));
});

test("takes a name that JavaScript knows like any other", () => {
  const named = (destination: string) =>
    parse(
      `${short}`
        .replace('targets = ["log", "calls"]', 'targets = ["constructor", "calls"]')
        .replace("log = {", `constructor = { ${destination}`),
    );

  expect(named("").environment?.destinations.constructor).toMatchObject({ type: "cloudwatch_logs" });
  expect(named("x = 1, ").issues.map(brief)).toEqual(["unknown-key 5:34 destinations.constructor.x"]);
});

test("keeps leading zeros of an account and lowers the case of an organization's id", () => {
  const { aws_account_id, organization_id } = environment(
    file().replace("123456789012", "012345678901").replace("c0de", "C0DE"),
  );

  expect(aws_account_id).toBe("012345678901");
  expect(organization_id).toBe("3c4f9f1e-0000-4000-8000-00000000c0de");
});

test.each([
  ["unknown keys", (count: number) => Array.from({ length: count }, (_, index) => `k${index} = 1\n`).join("")],
  ["keys written twice", (count: number) => "tags = {}\n".repeat(count)],
])("says some of very many things that are wrong, in bounded time: %s", (_, text) => {
  const before = process.cpuUsage();
  const { environment, issues } = parseEnvironment({
    path: "dev.tfvars",
    name: "dev",
    bytes: Buffer.from(text(100_000)),
  });

  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(15);
  expect(environment).toBeUndefined();
  expect(issues).toHaveLength(1001);
  expect(issues[0]).toMatchObject({ id: "too-many-issues", severity: "error", line: 1 });
});
