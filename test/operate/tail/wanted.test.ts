import { EVENT_PATTERN_LENGTH } from "../../../aws/limits";
import { wantedOf } from "../../../operate/tail/wanted";
import { environment, file } from "../../support/environment";

const two = environment(
  file({
    stream: '}\ncalls = { event_source_suffix = "calls", topic_filters = ["v2.users.{id}.activity"]',
    rule: 'targets = ["log"]\npattern = { detail = { a = ["b"] } }\ntopics = ["v2.users.{id}.presence"]',
  }),
);
const ALL = { topics: undefined, pattern: undefined };

test("asks every stream, the one that is named, or those that can have such events", () => {
  const [audit, calls] = [
    { stream: "audit", ...ALL },
    { stream: "calls", ...ALL },
  ];
  expect(wantedOf(two, {})).toEqual([audit, calls]);
  expect(wantedOf(two, { stream: "calls" })).toEqual([calls]);
  const topic = "v2.users.{id}.activity";
  expect(wantedOf(two, { topic })).toEqual([{ ...calls, topics: [topic] }]);
  expect(wantedOf(two, { rule: "all" })).toEqual([
    { stream: "audit", topics: ["v2.users.{id}.presence"], pattern: { detail: { a: ["b"] } } },
  ]);
  expect(wantedOf(two, { pattern: '{"detail":{"a":[1]}}', stream: "audit" })).toEqual([
    { ...audit, pattern: { detail: { a: [1] } } },
  ]);
});

test.each([
  [{ rule: "all", stream: "calls" }, /^rule all is of stream audit, not of calls; leave --stream out$/],
  [{ topic: "v2.users.{id}.activity", stream: "audit" }, /^no stream sends the topic/],
  [{ pattern: "{" }, /^--pattern: /],
  [{ pattern: "{}" }, /^--pattern is empty|^--pattern: .*empty/],
  [{ rule: "constructor" }, /^there is no rule constructor/],
  [{ pattern: JSON.stringify({ id: ["x".repeat(EVENT_PATTERN_LENGTH)] }) }, /4,?096: write a shorter one$/],
])("refuses %j", (words, message) => {
  expect(() => wantedOf(two, words)).toThrow(message);
});
