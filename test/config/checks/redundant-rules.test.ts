import { file, parse } from "../../support/environment";

/** Two rules that send to one queue, each with a pattern for one value of the event. */
const two = (one: string, other: string) =>
  parse(
    file({
      rule: `targets = ["log"], pattern = { detail = { eventBody = { id = [${one}] } } } }
other = { stream = "audit", targets = ["log"], pattern = { detail = { eventBody = { id = [${other}] } } }`,
      destination: 'type = "sqs"',
    }),
  )
    .issues.filter(({ id }) => id === "rule-redundant")
    .map(({ path }) => path);

test.each([
  ["the beginning of a text", '{ prefix = "ab" }', '"abc"', "other"],
  ["the end of a text", '{ suffix = "bc" }', '"abc"', "other"],
  ["a beginning among others", '"x", { prefix = "a" }', '"abc"', "other"],
  ["any beginning", '{ prefix = "" }', '"abc"', "other"],
  ["a beginning in any case", '{ prefix = { equals-ignore-case = "AB" } }', '"abc"', "other"],
  ["a range of numbers", '{ numeric = [">", 3] }', "4", "other"],
  ["anything but a text", '{ anything-but = "x" }', '"abc"', "other"],
  ["each of several texts", '{ prefix = "a" }, { suffix = "z" }', '"abc", "xyz"', "other"],
  ["more, though it stands later", '"abc"', '{ prefix = "a" }', "all"],
])("warns of a rule whose events another one takes by %s", (_, one, other, redundant) => {
  expect(two(one, other)).toEqual([`rules.${redundant}`]);
});

test.each([
  ["another beginning", '{ prefix = "b" }', '"abc"'],
  ["another end", '{ suffix = "ab" }', '"abc"'],
  ["a beginning that only one of two texts has", '{ prefix = "a" }', '"abc", "xyz"'],
  ["a text and its beginning, which takes more", '"abc"', '{ numeric = [">", 3] }'],
])("says nothing of %s", (_, one, other) => {
  expect(two(one, other)).toEqual([]);
});
