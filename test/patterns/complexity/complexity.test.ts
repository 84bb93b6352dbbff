import { readFileSync } from "node:fs";
import { join } from "node:path";
import { wildcardComplexity } from "../../../patterns/complexity/complexity";
import { parsePatternText } from "../../../patterns/parse";

function scoreOf(pattern: unknown): number | undefined {
  const parsed = parsePatternText(typeof pattern === "string" ? pattern : JSON.stringify(pattern)).pattern;
  return parsed && wildcardComplexity(parsed).score;
}

const wild = (...texts: string[]) => texts.map((wildcard) => ({ wildcard }));
const but = (...texts: string[]) => [{ "anything-but": { wildcard: texts } }];

/** Patterns with the figure that the evaluator of aws/event-ruler 2.0.1 gave for each. */
const scores = readFileSync(join(__dirname, "scores.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line): { pattern: string; complexity: number } => JSON.parse(line));

test("every recorded pattern has the figure of the published evaluator", () => {
  const wrong = scores.filter(({ pattern, complexity }) => scoreOf(pattern) !== complexity);

  expect(scores).toHaveLength(300);
  expect(wrong).toEqual([]);
});

// Each figure was asked of the published evaluator.
test.each([
  ["no wildcard", { a: ["x", { prefix: "y" }, { "anything-but": "z" }] }, 0],
  ["a star that is escaped", { a: wild("a\\*b") }, 1],
  ["one list, of which a common beginning counts once", { a: but("*1x*", "*1y*") }, 4],
  ["the same texts as wildcards of their own", { a: wild("*1x*", "*1y*") }, 6],
  ["a letter behind a star, which is not shared", { a: but("*ax*", "*ay*") }, 5],
  ["letters of several bytes", { a: wild("*é*", "*😀*") }, 6],
  ["fields of one rule, of which the worst counts", { a: wild("*a*"), b: wild("*b*c*") }, 4],
  ["branches about one field", { $or: [{ a: wild("*a*") }, { a: wild("*b*") }] }, 6],
  [
    "branches that another field keeps apart",
    {
      $or: [
        { a: ["x"], b: wild("*a*") },
        { a: ["y"], b: wild("*b*") },
      ],
    },
    3,
  ],
  [
    "branches that begin alike",
    {
      $or: [
        { a: ["x"], b: wild("*a*") },
        { a: ["x"], b: wild("*b*") },
      ],
    },
    6,
  ],
  [
    "what is read behind an absent field, which the evaluator leaves out",
    { a: [{ exists: false }], b: wild("*a*") },
    0,
  ],
])("%s", (_, pattern, score) => {
  expect(scoreOf(pattern)).toBe(score);
});

test.each([
  ["stars without end", wild(`*${"a*".repeat(2000)}`), 4001],
  ["one letter again and again", wild(`*${"a".repeat(4000)}`), 4001],
  ["a long beginning, and the same behind a star", wild(`${"a".repeat(2000)}*${"a".repeat(2000)}`), 2001],
  ["beginnings of each other", wild(...Array.from({ length: 84 }, (_, n) => `${"a".repeat(n + 1)}*b*c*`)), 336],
])("is decided at once for %s", (_, a, score) => {
  expect(scoreOf({ a })).toBe(score);
});
