import * as fc from "fast-check";
import { covers, hasPieces } from "../../../report/text/glob";
import { always } from "../../random/support/runs";

test.each([
  ["arn:aws:sqs:::q", "arn:aws:sqs:::q", true],
  ["arn:aws:sqs:::q", "arn:aws:sqs:::q2", false],
  ["*", "", true],
  ["?", "", false],
  ["", "", true],
  ["a?c", "abc", true],
  ["a?c", "ac", false],
  ["a*c", "ac", true],
  ["a*bc*c", "abc", false],
  ["*ab*ab", "ab", false],
  ["**", "anything\nat all", true],
  ["a.c", "abc", false],
  ["rule/*/audits", "rule/aws.partner/genesys.com/cloud/x/audits", true],
  ["*?b", "aab", true],
  ["x*?", "x", false],
])("%s covers %j: %s", (pattern, text, expected) => {
  expect(covers(pattern, text)).toBe(expected);
});

test("covers what a regular expression of the same covers", () => {
  const letters = (from: string, maxLength: number) =>
    fc.array(fc.constantFrom(...from), { maxLength }).map((some) => some.join(""));

  always(3000, fc.tuple(letters("ab?*", 7), letters("ab", 9)), ([pattern, text]) => {
    const same = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);
    expect(covers(pattern, text)).toBe(same.test(text));
    if (!pattern.includes("?")) expect(hasPieces(pattern.split("*"), text)).toBe(same.test(text));
  });
});

test("decides at once where a regular expression would try for ever", () => {
  const many = "a".repeat(5000);

  expect(covers("*a".repeat(2000).concat("b"), many)).toBe(false);
  expect(covers("*?a".repeat(1000).concat("b"), many)).toBe(false);
  expect(covers("a*".repeat(2000), many)).toBe(true);
});
