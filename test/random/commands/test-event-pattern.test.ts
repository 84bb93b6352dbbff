import * as fc from "fast-check";
import { Case, cases } from "../support/cases";
import { goodEvents } from "../support/good";
import { hostileJson, hostileText } from "../support/hostile";
import { patterns } from "../support/patterns";
import { lines, type Timed } from "../support/sound-run";
import { jsonText } from "../support/texts";

const goodPatterns: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  { source: ["a"], detail: { topicName: [{ prefix: "v2." }], eventBody: { id: [{ "anything-but": ["x", "y"] }] } } },
  { detail: { a: [{ numeric: [">", 1, "<=", 5] }, { exists: false }, null], b: [{ cidr: "10.0.0.0/8" }] } },
  { $or: [{ detail: { a: [{ wildcard: "*a*b" }] } }, { "detail-type": [{ suffix: { "equals-ignore-case": "x" } }] }] },
  { detail: { a: [{ "anything-but": { wildcard: ["*x*", "y*"] } }], b: [{ "equals-ignore-case": "é" }, 1.5, true] } },
);
const pattern = fc.oneof(
  { weight: 4, arbitrary: hostileJson(goodPatterns) },
  { weight: 2, arbitrary: patterns.map((value) => (typeof value === "string" ? value : JSON.stringify(value))) },
  { weight: 1, arbitrary: jsonText },
  { weight: 1, arbitrary: hostileText },
);
const event = fc.oneof(
  { weight: 4, arbitrary: hostileJson(goodEvents) },
  { weight: 1, arbitrary: jsonText },
  { weight: 1, arbitrary: hostileText },
);

function consistent({ code, stdout, stderr }: Timed): string[] {
  if (code === 0) return /^\{\n {4}"Result": (?:true|false)\n\}$/.test(stdout) ? [] : ["no result, and exit code 0"];
  return stdout === "" && stderr !== "" ? [] : ["a result, and an exit code that says otherwise"];
}

test("answers for any pattern and event", () =>
  cases(
    12_000,
    fc.tuple(pattern, event).map(
      ([pattern, event]) =>
        new Case(["test-event-pattern", "--event-pattern", "file://pattern", "--event", "file://event"], {
          pattern,
          event,
        }),
    ),
    consistent,
  ));

const aCase = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ name: hostileText, pattern, event }).map((value) => JSON.stringify(value)),
  },
  { weight: 1, arbitrary: hostileText.map((text) => text.replaceAll("\n", " ")) },
);

test("answers for many, a line each", () =>
  cases(
    1500,
    fc
      .array(aCase, { maxLength: 5 })
      .map(
        (list) => new Case(["test-event-pattern", "--cases", "cases.jsonl"], { "cases.jsonl": `${list.join("\n")}\n` }),
      ),
    ({ code, stdout, stderr }) => {
      for (const line of lines(stdout)) JSON.parse(line);
      return (code === 1) === (stderr !== "") ? [] : ["the exit code is not what stderr says"];
    },
  ));
