import { App, DefaultTokenResolver, StringConcat, TerraformStack, Tokenization } from "cdktf";
import fc from "fast-check";
import { reservedName, reservedText } from "../../../config/read/reserved-text";
import { brief, file, parse } from "../../support/environment";

const scope = new TerraformStack(new App(), "stack");

/** Whether CDKTF fails on a text, or on a map with such a name. */
function fails(text: string): boolean {
  const resolver = new DefaultTokenResolver(new StringConcat());
  try {
    Tokenization.resolve({ [text]: "value", key: text }, { scope, resolver, preparing: false });
    return false;
  } catch {
    return true;
  }
}

test.each([
  ["String Map Token Value", true],
  ["Any Map Token Value", true],
  ["any map token value", false],
  ["Any Map Token Value.", false],
  ["-8.109562212591379e+298", true],
  ["-8.2e298", true],
  ["x=-8.2e298;", true],
  ["-82e297abc", true],
  ["-8.3711609936427125e+298", true],
  ["-8.109562212591378e+298", false],
  ["-8.371160993642713e+298", false],
  ["8.2e298", false],
  ["-8.2e299", false],
  ["12e5-8.2e298", false],
  ["-123456789", false],
  ["${TfToken[TOKEN.0]}", true],
  ["#{TfToken[TOKEN.0]}", true],
  ["&{TfToken[TOKEN.0]}", true],
])("CDKTF fails on %j: %s, and so is it known", (text, taken) => {
  expect({ fails: fails(text), known: reservedText(text) !== undefined }).toEqual({ fails: taken, known: taken });
});

test("whatever CDKTF fails on is known", () => {
  const part = fc.constantFrom(
    "-",
    "8",
    ".",
    "2",
    "e",
    "298",
    "+",
    "|",
    "x",
    "E",
    "8.2e298",
    " ",
    "Any Map Token Value",
  );
  const text = fc.array(part, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(""));

  fc.assert(
    fc.property(text, (text) => !fails(text) || reservedText(text) !== undefined),
    { numRuns: 3000 },
  );
});

test.each([
  ["a number of JSON in another form", '{"a":[-82E297]}'],
  ["a number of JSON in full", `{"a":[-82${"0".repeat(297)}]}`],
  ["an escape", "\\u002d8.2e298"],
])("%s is written anew as what is taken, and known", (_, text) => {
  expect(reservedText(text)).toBeDefined();
});

test("a name is known that is taken behind a hyphen", () => {
  expect(fails("dev-82e297")).toBe(true);
  expect([reservedName("82e297"), reservedName("82e299")]).toEqual(["-82e297", undefined]);
});

test.each([
  ["a value", file({ top: 'tags = { a = "Any Map Token Value" }' }), "reserved-text 4:14 tags.a"],
  [
    "a name",
    file({ top: 'tags = { "String Map Token Value" = "b" }' }),
    'reserved-text 4:10 tags["String Map Token Value"]',
  ],
  [
    "a pattern",
    file({ rule: `pattern = "{\\"detail\\":{\\"a\\":[-8.2e298]}}"\ntargets = ["log"]` }),
    "reserved-text 9:11 rules.all.pattern",
  ],
  [
    "a destination's name",
    file().replace("= { log =", '= { "82e297" =').replace('["log"]', '["82e297"]'),
    'reserved-text 11:18 destinations["82e297"]',
  ],
  [
    "an input",
    file({ rule: 'targets = { log = { input = "Any Map Token Value" } }' }),
    "reserved-text 9:29 rules.all.targets.log.input",
  ],
])("check refuses %s that CDKTF would take", (_, text, issue) => {
  expect(parse(text).issues.map(brief)).toContain(issue);
});

test("check refuses an environment whose name would be taken", () => {
  expect(parse(file(), "82e297").issues.map(brief)).toContain("environment-name 1:1");
});

test("a long row of digits is read once", () => {
  expect(reservedText("1".repeat(1_000_000))).toBeUndefined();
});
