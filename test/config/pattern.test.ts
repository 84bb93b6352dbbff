import { rulePattern, sortedPattern, topLevelNames } from "../../config/pattern";

const ON_TOP = { topicField: "detail-type" };

test("asks for the exact source, the topics and what the user wants", () => {
  const asked = { topics: ["v2.a"], pattern: { detail: { eventBody: { action: ["Delete"] } } } };
  const pattern = rulePattern("aws.partner/x", asked, ON_TOP);

  expect(pattern).toBe(
    '{"source":["aws.partner/x"],"detail-type":["v2.a"],"detail":{"eventBody":{"action":["Delete"]}}}',
  );
  expect(rulePattern("s", { topics: undefined, pattern: undefined }, ON_TOP)).toBe('{"source":["s"]}');
});

test("asks for topics where the type of stream has them, beside what the user wants there", () => {
  const asked = { topics: ["a"], pattern: { detail: { size: [1] }, time: [{ exists: true }] } };

  expect(rulePattern("s", asked, { topicField: "detail.kind" })).toBe(
    '{"source":["s"],"detail":{"kind":["a"],"size":[1]},"time":[{"exists":true}]}',
  );
});

test("sorts names at every depth, but not beside $or, where order has a meaning", () => {
  const sorted = sortedPattern({ b: { d: [1], c: [2] }, a: [{ y: 1, x: 2 }] });
  const ordered = sortedPattern({ b: [1], $or: [{ z: [1], a: [2] }, { c: [3] }], a: [1] });

  expect(JSON.stringify(sorted)).toBe('{"a":[{"x":2,"y":1}],"b":{"c":[2],"d":[1]}}');
  expect(JSON.stringify(ordered)).toBe('{"b":[1],"$or":[{"a":[2],"z":[1]},{"c":[3]}],"a":[1]}');
});

test("sees the names at the top of the event through $or", () => {
  expect(
    topLevelNames({
      detail: { source: ["x"] },
      $or: [{ source: ["x"] }, { $or: [{ account: ["1"] }, { region: ["r"] }] }],
    }),
  ).toEqual(["detail", "source", "account", "region"]);
});
