import { comparisonPart } from "../report/compare";
import { reportFormats } from "../report/formats";
import { parsePlan } from "../report/plan/read";
import { resourcesOfPlan } from "../report/plan/resources";
import { runWith } from "./commands/run";
import { planText } from "./report/plan";
import { reportFor } from "./report/report-of";
import { environment, parse } from "./support/environment";
import { file, TOPIC } from "./support/made-up/file";
import { synthesized, synthesizedOf } from "./support/stack";

jest.mock("../destinations", () =>
  jest.requireActual("./support/made-up/registries").withVault(jest.requireActual("../destinations")),
);
jest.mock("../streams", () =>
  jest.requireActual("./support/made-up/registries").withPipe(jest.requireActual("../streams")),
);

const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const messages = (text: string) => parse(text).issues.map(({ message }) => message);

test("check finds buses of one name in two environments of one account and region, and nothing in another region", async () => {
  const files = (region: string) => ({
    "environments/dev.tfvars": file().replaceAll("made", "x-made").replaceAll("kept", "own"),
    "environments/dev-x.tfvars": file().replace("us-east-1", region),
  });
  const told = async (region: string) => (await runWith(files(region), ["check", "--json"])).stdout;

  expect(await told("us-east-1")).toMatch(/x-made would be created as .{1,3}dev-x-made/);
  expect(await told("eu-west-1")).not.toContain("would be created");
});

test("check refuses a bus of this stack as a destination", () => {
  const bus = 'arn = "arn:aws:events:us-east-1:123456789012:event-bus/dev-made"';
  const own = file({ more: `, loop = { type = "event_bus", ${bus} }`, targets: '["kept", "loop"]' });

  expect(messages(own)).toEqual([
    expect.stringContaining("is what this stack creates as made; write the ARN of another"),
  ]);
});

test("check says nothing of regions, which the pipe does not mind", () => {
  expect(messages(file().replaceAll("us-east-1", "ap-southeast-6"))).toEqual([]);
});

test("outputs and the key's policy name the bus of this account", () => {
  const stack = synthesized(file({ top: `kms_key_arn = "${KEY}"` }));

  expect(stack.output.event_buses?.value).toMatchObject({ made: { name: "${aws_cloudwatch_event_bus.made.name}" } });
  expect(String(stack.output.kms_key_policy?.value)).toContain("event-bus/dev-made");
  expect(String(stack.output.kms_key_policy?.value)).toContain("rule/dev-made/*");
});

test("topics lists what the pipe can bring", async () => {
  const { code, stdout } = await runWith({ "environments/dev.tfvars": file() }, ["topics", TOPIC]);

  expect(code).toBe(0);
  expect(stdout).toContain(TOPIC);
});

test("the report says nothing of partners where no stream is one's", () => {
  const model = environment(file({ stream: ', archive = {}, log_level = "error"' }));
  const report = reportFor(model);
  const formats = Object.values(reportFormats).map((format) => format(report, {}));

  expect(report.controls.filter(({ status }) => status === "cannot be met")).toEqual([]);
  for (const text of [...formats, JSON.stringify(synthesizedOf(model))]) expect(text).not.toMatch(/partner/i);
});

test.each([
  ['{"detail-type":["v2.users.{id}.presence"]}', "broad-source", "the rule asks for no source"],
  ['{"source":["pipe/dev/other"]}', "rule-never-matches", 'every event on its bus has the source "pipe/dev/made"'],
  [
    '{"source":["pipe/dev/made"],"detail-type":["v2.users.{id}.geolocation"]}',
    "rule-never-matches",
    "sends no such topic",
  ],
])("the report on a plan knows what comes on the pipe's bus: %s", (event_pattern, id, what) => {
  const rule = { name: "all", event_bus_name: "dev-made", event_pattern };
  const plan = parsePlan(
    Buffer.from(planText([{ address: "aws_cloudwatch_event_rule.all", values: rule }])),
    "plan.json",
  );

  expect(reportFor(environment(file()), plan).findings).toContainEqual(
    expect.objectContaining({ id, what: expect.stringContaining(what) }),
  );
});

test("two plans of the pipe in two environments differ in nothing that only says where they are", () => {
  const of = (name: string) => {
    const values = { name: `${name}-made`, tags: { environment: name } };
    const pattern = { event_pattern: `{"source":["pipe/${name}/made"]}`, tags: { environment: name } };
    return planText([
      { address: "aws_cloudwatch_event_bus.made", values },
      { address: "aws_cloudwatch_event_rule.all", values: pattern },
    ]);
  };
  const [ours, theirs] = ["first", "second"].map((name) => parsePlan(Buffer.from(of(name)), "plan.json"));
  if (ours === undefined || theirs === undefined) throw new Error("there are two");
  const { parts } = comparisonPart(environment(file()), resourcesOfPlan(ours), { path: "other.json", plan: theirs });

  expect(parts.filter(({ verdict }) => verdict !== "expected")).toEqual([]);
});

const drained = (more = "") =>
  file()
    .replace(/streams = .*/, 'streams = { made = { type = "drain", kinds = ["rain", "snow"] } }')
    .replace("targets = ", `topics = ["rain"]${more}, targets = `);

test("topics that stand in the body are asked for there, in patterns, traces and the report", async () => {
  const withSnow = drained().replace(
    "rules = {",
    'rules = { other = { stream = "made", topics = ["snow"], targets = ["kept"] },',
  );
  const model = environment(withSnow);
  const event = { "detail-type": "Weather", source: "x", detail: { kind: "rain", size: 3 } };
  const files = { "environments/dev.tfvars": withSnow, "a.json": JSON.stringify(event) };
  const { stdout } = await runWith(files, ["trace", "dev", "--event", "a.json", "--json"]);

  expect(JSON.stringify(synthesizedOf(model).resource.aws_cloudwatch_event_rule)).toContain(
    String.raw`{\"source\":[\"drain/dev/made\"],\"detail\":{\"kind\":[\"rain\"]}}`,
  );
  expect(JSON.parse(stdout)).toMatchObject({
    topic: "rain",
    streams: [
      {
        rules: [
          { rule: "all", matches: true },
          { rule: "other", matches: false, reason: 'detail.kind is "rain"; the rule wants "snow"' },
        ],
      },
    ],
  });
  expect(reportFor(model).findings.map(({ id }) => id)).not.toContain("rule-never-matches");
});

test("topics without a catalogue are any words, and their events may hold anything", () => {
  const paths = ', pattern = { detail = { anything = ["x"] } }';
  const target = "{ kept = {} }";

  expect(messages(drained(paths).replace('["kept"] } }\n', `${target} } }\n`))).toEqual([
    '"snow" is taken by no rule: its events are paid for and dropped; add it to a rule\'s topics, or leave it out',
  ]);
  expect(messages(drained(', pattern = { detail = { kind = ["snow"] } }'))).toContain(
    "asks for detail.kind beside topics, which are the same; keep one of the two",
  );
  expect(messages(drained().replace('["rain"]', '["rian"]'))).toContainEqual(
    expect.stringContaining('did you mean "rain"?'),
  );
});
