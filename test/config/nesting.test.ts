import { runWith } from "../commands/run";
import { brief, file, parse } from "../support/environment";

const DEPTH = 3000;
const objects = `${'{"a":'.repeat(DEPTH)}[1]${"}".repeat(DEPTH)}`;
const lists = `${"[".repeat(DEPTH)}${"]".repeat(DEPTH)}`;
const quoted = (json: string) => JSON.stringify(json);
const TOO_DEEP = /^[^\n]*nested (?:more|deeper) than \d+ levels[^\n]*$/;

test.each([
  ["a pattern", { rule: `pattern = ${quoted(objects)}\ntargets = ["log"]` }, "invalid-value 9:11 rules.all.pattern"],
  [
    "an archive's pattern",
    { stream: `archive = { pattern = ${quoted(objects)} }` },
    "invalid-value 6:23 streams.audit.archive.pattern",
  ],
  [
    "an input",
    { rule: `targets = { log = { input = ${quoted(lists)} } }` },
    "too-deep 9:29 rules.all.targets.log.input",
  ],
  [
    "a template",
    { rule: `targets = { log = { template = ${quoted(objects)} } }` },
    "too-deep 9:32 rules.all.targets.log.template",
  ],
])("fails when %s is nested too deep", (_, parts, issue) => {
  const { issues } = parse(file(parts));

  expect(issues.map(brief)).toContain(issue);
  expect(issues.find((found) => brief(found) === issue)?.message).toMatch(TOO_DEEP);
});

const environment = file();
const event = `{"detail-type":"v2.users.{id}.presence","detail":${objects}}`;
const small = '{"detail-type":"v2.users.{id}.presence","detail":{}}';

test.each([
  ["check", { "dev.tfvars": `a = ${objects.replaceAll(":", "=")}` }, ["check", "./dev.tfvars"]],
  ["check of JSON", { "dev.tfvars.json": `{"rules":${objects}}` }, ["check", "./dev.tfvars.json"]],
  ["trace", { "dev.tfvars": environment, "e.json": event }, ["trace", "./dev.tfvars", "--event", "e.json"]],
  ["trace of lists", { "dev.tfvars": environment, "e.json": lists }, ["trace", "./dev.tfvars", "--event", "e.json"]],
  ["report", { "dev.tfvars": environment, "p.json": objects }, ["report", "./dev.tfvars", "--plan", "p.json"]],
  [
    "test-event-pattern",
    { "p.json": objects },
    ["test-event-pattern", "--event-pattern", "file://p.json", "--event", "{}"],
  ],
  [
    "a scenario",
    { "environments/dev.tfvars": environment, "environments/dev.events/a.json": event },
    ["trace", "dev", "--verify"],
  ],
  [
    "an expected outcome",
    {
      "environments/dev.tfvars": environment,
      "environments/dev.events/a.json": small,
      "environments/dev.events/a.expected.json": objects,
    },
    ["trace", "dev", "--verify"],
  ],
])("%s says in one line that something is nested too deep", async (_, files: Record<string, string>, args) => {
  const { code, stdout, stderr } = await runWith(files, args);

  expect({ code, text: `${stdout}${stderr}`.split("\n").filter((line) => TOO_DEEP.test(line)).length }).toEqual({
    code: 1,
    text: 1,
  });
});

test("an event of any depth is decided", async () => {
  const args = ["test-event-pattern", "--event-pattern", '{"a":[1]}', "--event", "file://e.json"];

  expect(await runWith({ "e.json": objects }, args)).toMatchObject({ code: 0, stdout: expect.stringMatching(/false/) });
});
