import { planText } from "../report/plan";
import { file } from "../support/environment";
import { runWith } from "./run";

/** JSON in which a map has what JavaScript asks every object for. */
const ODD = { toString: 1, valueOf: 1, toJSON: 1, length: { toString: 1 }, constructor: 1 };
const environment = (value: unknown) =>
  JSON.stringify({ aws_account_id: "123456789012", aws_region: "us-east-1", ...Object(value) });
const stream = { event_source_suffix: "x", topic_filters: ["v2.users.{id}.presence"] };
const planned = (type: string, values: Readonly<Record<string, unknown>>) =>
  planText([{ address: `${type}.x`, values }]);

test.each([
  ["a destination's type", environment({ destinations: { a: { type: ODD, url: "x" } } })],
  [
    "the type of auth",
    environment({
      destinations: { a: { type: "http", url: "https://x.example", auth: { type: ODD, username: "x" } } },
    }),
  ],
  ["a backend", environment({ state: { backend: ODD, path: "x" } })],
  ["a stream", environment({ streams: { a: ODD } })],
  ["a list of topics", environment({ streams: { a: { ...stream, topic_filters: [ODD] } } })],
  ["a pattern", environment({ streams: { a: stream }, rules: { r: { stream: "a", pattern: ODD, targets: ["d"] } } })],
  ["a target", environment({ streams: { a: stream }, rules: { r: { stream: "a", targets: [ODD] } } })],
  ["tags", environment({ tags: { a: ODD } })],
  ["a waiver", environment({ waivers: { "no-alarm": ODD } })],
])("check has an answer to maps with the names that JavaScript asks for: %s", async (_, text) => {
  const { code, stdout } = await runWith({ "environments/dev.tfvars.json": text }, ["check", "--json"]);

  expect(code).toBe(1);
  expect(JSON.parse(stdout).issues.length).toBeGreaterThan(0);
});

test.each([
  ["its resources", { resources: ODD }],
  ["its detail", { detail: ODD }],
  ["its id", { id: ODD }],
])("trace has an answer to an event with such a map: %s", async (_, event) => {
  const files = {
    "environments/dev.tfvars": file(),
    "e.json": JSON.stringify({ "detail-type": "v2.users.{id}.presence", ...event }),
  };

  for (const more of [[], ["--exact"], ["--summary"]]) {
    await expect(runWith(files, ["trace", "dev", "--event", "e.json", ...more])).resolves.toMatchObject({ stderr: "" });
  }
});

test("trace says that an event with such a map for its source is none", async () => {
  const event = JSON.stringify({ "detail-type": "v2.users.{id}.presence", source: ODD });
  const files = { "environments/dev.tfvars": file(), "e.json": event };

  await expect(runWith(files, ["trace", "dev", "--event", "e.json"])).resolves.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/is no event: its "source" is no text/),
  });
});

test.each([
  ["a policy", planned("aws_sqs_queue", { policy: ODD, tags: ODD })],
  [
    "days",
    planned("aws_s3_bucket_lifecycle_configuration", {
      bucket: "b",
      rule: [{ status: "Enabled", expiration: [{ days: ODD }] }],
    }),
  ],
  ["names", planned("aws_cloudwatch_event_rule", { name: ODD, event_pattern: ODD, event_bus_name: ODD })],
  ["a target", planned("aws_cloudwatch_event_target", { arn: ODD, rule: ODD, input_transformer: [ODD] })],
  ["a log", planned("aws_cloudwatch_event_bus", { name: "b", log_config: [ODD] })],
  [
    "an account",
    planText([], {
      configuration: {
        provider_config: { aws: { name: "aws", expressions: { allowed_account_ids: { constant_value: [ODD] } } } },
      },
    }),
  ],
])("report has an answer to a plan with such a map: %s", async (_, plan) => {
  const files = { "environments/dev.tfvars": file(), "plan.json": plan };

  for (const format of ["html", "markdown", "json"]) {
    const { stdout, stderr } = await runWith(files, ["report", "dev", "--plan", "plan.json", "--format", format]);
    expect(`${stdout}${stderr}`).not.toBe("");
  }
});
