import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SourceText } from "../../config/read/text";
import { examineText } from "../../playground/environment-text";
import { traceText } from "../../playground/event-text";
import { EXAMPLE } from "../../playground/example";
import { modelIn, modelText } from "../../playground/model-text";
import { flowIn, wayOf } from "../../playground/way";
import { picture } from "../../report/formats/html/picture";
import { flowOf } from "../../report/model/flow";
import { withPublicUrls } from "../../report/text/urls";
import { Tracer } from "../../trace/tracer";
import { reportFor } from "../report/report-of";
import { root } from "../support/committed";
import { environment, file } from "../support/environment";
import { committedEnvironment, everyDestination } from "../support/every";

const samples = readdirSync(join(root, "data", "sample-events"));
const sample = (name: string) => readFileSync(join(root, "data", "sample-events", name), "utf8");
const traced = (tracer: Tracer, text: string) => {
  const traces = traceText(tracer, text);
  if ("message" in traces) throw new Error(traces.message);
  return traces;
};
const tracerOf = (text: string) => {
  const { environment } = examineText({ name: "dev.tfvars", text });
  return new Tracer(environment ?? fail("the file is not right"), { exact: false });
};

test("the example has neither errors nor warnings, and every rule of it gets a sample", () => {
  expect(examineText({ name: "example.tfvars", text: EXAMPLE }).issues).toEqual([]);

  const tracer = tracerOf(EXAMPLE);
  const traces = samples.flatMap((name) => traced(tracer, sample(name)));
  const matching = traces.flatMap(({ streams }) => streams).flatMap(({ rules }) => rules);
  const names = new Set(matching.filter(({ matches }) => matches).map(({ rule }) => rule));
  expect([...names].sort()).toEqual(["audit-trail", "calls", "oauth-client-deleted", "presence"]);
});

test.each([
  ["a name that is none of a file's", "dev.txt", file(), /^dev\.txt is no environment file; their names end in/],
  ["no name", "", file(), /^a file without a name is no environment file/],
  ["JSON under the other name", "dev.tfvars", '{ "aws_region": "x" }', /rename the file/],
  [
    "a file that is far too large",
    "dev.tfvars",
    "#".repeat((1 << 24) + 1),
    /^is too large: 17 MiB, and at most 16 MiB/,
  ],
])("%s is an error in its place", (_, name, text, message) => {
  const { issues, environment } = examineText({ name, text });

  expect(issues).toMatchObject([{ severity: "error", line: 1, column: 1, message: expect.stringMatching(message) }]);
  expect(environment).toBeUndefined();
});

test("the topics of an organization beside the file count", () => {
  const text = file();
  const topics = { path: "dev.topics.json", text: "[" };

  expect(examineText({ name: "dev.tfvars", text, topics }).issues[0]).toMatchObject({ file: "dev.topics.json" });
});

test.each([
  ["nothing", " \n", 1, 1, /choose a sample/],
  ["JSON that is cut off", '{\n  "detail-type": "x",\n  "detail": {', 3, 14, /write the } that is missing/],
  ["a comma too many", '{\n  "a": 1,\n}', 3, 1, /take the comma in front of it out/],
  ["no event", '{ "a": 1 }', 1, 1, /^is no event: it has no "detail-type"/],
  ["a place behind umlauts and an emoji", '{"ä😀": x}', 1, 8, /is no JSON/],
  ["what is nested without end", "[".repeat(100_000), 1, 1, /nested more than 500 levels/],
])("an event that is %s is an error in its place", (_, text, line, column, message) => {
  expect(traceText(tracerOf(EXAMPLE), text)).toEqual({ line, column, message: expect.stringMatching(message) });
});

test("the flow is the report's, and the way goes through what matches alone", () => {
  const staging = committedEnvironment("staging");
  const flow = flowIn(staging);
  expect(flow).toEqual(flowOf(reportFor(staging)));

  const traces = traced(new Tracer(staging, { exact: false }), sample("audit-oauth-client-delete.json"));
  const way = wayOf(flow, traces);
  expect([...way.boxes].sort()).toEqual(["d0", "d3", "r0", "r2", "s0"]);
  expect([...way.lines]).toHaveLength(4);
  expect(picture(flow, way).text.match(/class="box lit"/g)).toHaveLength(5);
  expect(picture(flow).text).not.toContain("lit");
});

test("what is lost is drawn as lost, and its box stays dark", () => {
  const text = file({
    rule: 'targets = { log = { template = "{\\"a\\":\\"<x>\\"}", variables = { x = "detail.eventBody" } } }',
  });
  const { environment: lossy = fail("not traceable") } = examineText({ name: "dev.tfvars", text });
  const traces = traced(new Tracer(lossy, { exact: false }), sample("user-presence.json"));

  const way = wayOf(flowIn(lossy), traces);
  expect([...way.lines.values()].sort()).toEqual(["lit", "lost"]);
  expect([...way.boxes].sort()).toEqual(["r0", "s0"]);
});

test("the model in a report's page traces as the file does, and holds no path of a URL, no address and no comment", () => {
  const every = everyDestination();
  const text = modelText(every);
  const here = new Tracer(every, { exact: false });
  const there = new Tracer(modelIn(text), { exact: false });

  expect(text).not.toMatch(/https:\/\/[^/"]+\/[^…"]/);
  expect(text).not.toContain("topics known");
  for (const name of samples)
    expect(withPublicUrls(traced(there, sample(name)))).toEqual(withPublicUrls(traced(here, sample(name))));
  const told = environment(`${file()}monitoring = { notify = ["somebody@example.com"] } # comment\n`);
  expect(modelText(told)).not.toMatch(/somebody|comment/);
});

test("the offset of a place is what its line and column say", () => {
  const source = new SourceText('ä😀 = 1\n\t"e\u0301x"\n');

  for (const at of [0, 1, 3, 8, 9, 10, 12]) expect(source.offset(source.line(at), source.column(at))).toBe(at);
  expect([source.offset(1, 99), source.offset(99, 1)]).toEqual([7, source.text.length]);
});
