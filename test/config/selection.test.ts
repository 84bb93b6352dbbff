import { inventoryOf } from "../../config/inventory";
import { reportOf } from "../../report/model";
import { resourcesOfStack } from "../../report/resources/of-stack";
import { Tracer } from "../../trace/tracer";
import { environment, file, parse } from "../support/environment";
import { synthesized } from "../support/stack";

const TOPICS = ["v2.users.{id}.presence", "v2.users.{id}.activity", "v2.routing.queues.{id}.users"];
const text = (pattern: string) =>
  file({ rule: `targets = ["log"], pattern = ${pattern}` }).replace(
    /topic_filters = \[.*?\]/,
    () => `topic_filters = ${JSON.stringify(TOPICS)}`,
  );

test.each([
  ["by their names", `{ detail-type = ["${TOPICS[1]}"] }`, [1]],
  ["by their beginning", '{ detail-type = [{ prefix = "v2.users." }] }', [0, 1]],
  ["by their end", '{ detail-type = [{ suffix = ".users" }] }', [2]],
  ["by what they are not", `{ detail-type = [{ anything-but = "${TOPICS[0]}" }] }`, [1, 2]],
  ["by asterisks", '{ detail-type = [{ wildcard = "v2.*.presence" }] }', [0]],
  [
    "by one of several fields",
    `{ "$or" = [{ detail-type = [{ prefix = "v2.routing" }] }, { detail-type = ["${TOPICS[0]}"] }] }`,
    [0, 2],
  ],
  ["in any case", '{ detail-type = [{ equals-ignore-case = "V2.USERS.{ID}.PRESENCE" }] }', [0]],
])("check, report and trace agree on the topics that a rule takes %s", (_, pattern, taken) => {
  const expected = taken.map((index) => TOPICS[index]);
  const { issues } = parse(text(pattern));
  const model = environment(text(pattern));
  const tracer = new Tracer(model, { exact: false });

  const unused = issues.filter(({ id }) => id === "topic-unused").map(({ message }) => /"(.*?)"/.exec(message)?.[1]);
  const { rules } = reportOf({
    environment: model,
    declared: resourcesOfStack(model),
    inputs: [],
    date: "2026-11-28T00:00:00Z",
  });
  const traced = TOPICS.filter((topic) => [...tracer.delivered({ "detail-type": topic, detail: {} })].length > 0);

  expect(TOPICS.filter((topic) => !unused.includes(topic))).toEqual(expected);
  expect([...(rules[0]?.topics ?? [])].sort()).toEqual([...expected].sort());
  expect(traced).toEqual(expected);
});

test("null in an archive's pattern counts as it does in a rule's", () => {
  const archive = (pattern: string) => file({ stream: `archive = { pattern = ${pattern} }` });
  const wrong = parse(archive("{ detail = { x = null } }"));
  const right = synthesized(archive("{ detail = { x = [null] } }"));

  expect(wrong.issues.map(({ path }) => path)).toContain("streams.audit.archive.pattern.detail.x");
  expect(inventoryOf(environment(archive("{ detail = { x = [null] } }"))).map(({ type }) => type)).toContain(
    "aws_cloudwatch_event_archive",
  );
  expect(JSON.stringify(right.resource.aws_cloudwatch_event_archive)).toContain('\\"x\\":[null]');
});
