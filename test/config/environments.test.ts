import { parseEnvironments } from "../../config/environments";
import { brief, file } from "../support/environment";

/** `FILE id line:column path` of all that is wrong with these files beside each other. */
function found(files: Record<string, string>): string[] {
  const { issues } = parseEnvironments(
    Object.entries(files).map(([name, text]) => ({ path: `${name}.tfvars`, name, bytes: Buffer.from(text) })),
  );
  return issues.map((issue) => `${issue.file} ${issue.severity === "warning" ? "(warning) " : ""}${brief(issue)}`);
}
const suffix = (name: string, text = file()) => text.replace('suffix = "audit"', `suffix = "${name}"`);
const bucket = 'type = "firehose"\nbucket_name = "acme-events"';

test("says nothing of environments that share an account and no name", () => {
  expect(found({ dev: file(), test: suffix("audit-of-test"), prod: suffix("prod") })).toEqual([
    "dev.tfvars (warning) ambiguous-lookup 5:45 streams.audit.event_source_suffix",
  ]);
});

test("fails when two of one place have one suffix, said of the second", () => {
  expect(found({ dev: file(), test: file() })).toEqual([
    "test.tfvars same-suffix 5:45 streams.audit.event_source_suffix",
  ]);
});

test.each([
  ["another account", file().replace("123456789012", "999999999999")],
  ["another region", file().replace("us-east-1", "eu-west-1")],
  ["another organization", file().replace("c0de", "beef")],
  ["an organization of another region", file({ top: 'genesys_region = "eu-west-1"' })],
])("takes the same suffix again in %s", (_, other) => {
  expect(found({ dev: file({ top: 'genesys_region = "us-east-1"' }), test: other })).toEqual([]);
});

test("fails when a strict look-up would find the other's source", () => {
  expect(found({ dev: file({ stream: 'lookup = "strict"' }), test: suffix("audit-2") })).toEqual([
    "dev.tfvars ambiguous-lookup 6:10 streams.audit.lookup",
  ]);
});

test.each([
  ["log group", 'type = "cloudwatch_logs"\nlog_group = "/x"', true],
  ["queue, which is another's dead-letter queue", 'type = "sqs"\nqueue_name = "test-dead-letters"', false],
])("fails when two have one %s", (_, destination, both) => {
  const other = suffix("other", both ? file({ destination }) : file());

  expect(found({ dev: file({ destination }), test: other })).toEqual([
    `test.tfvars same-name-elsewhere ${both ? "11:18 destinations.log" : "11:1 destinations"}`,
  ]);
});

test.each([
  ["archive", "archive = {}"],
  ["name of a delivery of logs", 'log_level = "error"'],
])("fails when two have one %s", (_, stream) => {
  const named = (name: string) =>
    suffix(name, file({ stream, top: "monitoring = { alarms = false, dashboard = false }" }))
      .replace("{ audit =", `{ ${name} =`)
      .replace('"audit"', `"${name}"`);

  expect(found({ "a-b": named("c"), a: named("b-c") })).toEqual(["a.tfvars same-name-elsewhere 5:13 streams.b-c"]);
});

test("fails when two have one bucket, whatever their accounts", () => {
  const other = file({ destination: bucket }).replace("123456789012", "999999999999");

  expect(found({ dev: file({ destination: bucket }), test: other })).toEqual([
    "test.tfvars same-name-elsewhere 11:18 destinations.log",
  ]);
});

test("fails when two have one role, whatever their regions", () => {
  const kinesis = (name: string, text: string) =>
    text.replaceAll("log", name).replace("type = ", 'stream_name = "own"\ntype = ');
  const destination = 'type = "kinesis"';

  expect(
    found({
      "a-b": kinesis("c", file({ destination })),
      a: kinesis("b-c", file({ destination })).replace("us-east-1", "eu-west-1"),
    }),
  ).toEqual(["a.tfvars same-name-elsewhere 11:18 destinations.b-c"]);
});

test.each([
  ["bucket", 'state = { backend = "s3", bucket = "acme-tf", key = "k", region = "us-east-1" }'],
  ["workspace", 'state = { backend = "cloud", organization = "o", workspace = "w" }'],
  ["address", 'state = { backend = "http", address = "https://s/x" }'],
  ["file", 'state = { backend = "local", path = "x.tfstate" }'],
])("fails when two keep their state in one %s", (_, top) => {
  expect(found({ dev: file({ top }), prod: suffix("prod", file({ top })) })).toEqual([
    "prod.tfvars same-state 4:9 state",
  ]);
});

test("fails for the eleventh environment of a region with a log group", () => {
  const files = Array.from({ length: 11 }, (_, n) => [`env${n}`, suffix(`s${String(n).padStart(2, "0")}`)]);

  expect(found(Object.fromEntries(files))).toEqual(["env10.tfvars too-many-log-policies 11:16 destinations"]);
});

test("fails for the eleventh environment whose buses log their work", () => {
  const stack = { stream: 'log_level = "error"', destination: 'type = "sqs"' };
  const files = Array.from({ length: 11 }, (_, n) => [
    `env${n}`,
    suffix(`s${String(n).padStart(2, "0")}`, file(stack)),
  ]);

  expect(found(Object.fromEntries(files))).toEqual(["env10.tfvars too-many-log-policies 11:16 destinations"]);
});

test("finds nothing to build where any file is wrong", () => {
  const parsed = parseEnvironments([
    { path: "dev.tfvars", name: "dev", bytes: Buffer.from(file()) },
    { path: "prod.tfvars", name: "prod", bytes: Buffer.from("a = 1") },
  ]);

  expect(parsed.environments).toBeUndefined();
});

test("fails when two environments of one place would name an alarm alike", () => {
  const stream = (name: string) => suffix(name, file()).replace("streams = { audit", `streams = { ${name}`);
  const files = { dev: stream("a-b").replace('"audit"', '"a-b"'), "dev-a": stream("b").replace('"audit"', '"b"') };

  expect(found(files).filter((issue) => issue.includes("same-name"))).toEqual(
    expect.arrayContaining(["dev-a.tfvars same-name-elsewhere 1:1 monitoring"]),
  );
});
