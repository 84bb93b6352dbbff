import { random as seeded } from "../../bench/load/random";
import { type Json, NotJson } from "../../patterns/json";
import { fromText } from "../../patterns/json-text";

function read(text: string): Json | undefined {
  try {
    return fromText(text);
  } catch (error) {
    if (error instanceof NotJson) return undefined;
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("is as strict as JSON.parse", () => {
  const random = seeded(6);
  const parts =
    '{ } [ ] , : "a" "a":1 1 -0 01 1. .5 1e5 1e -1.5E+3 + true null nul " \\ "\\u0041" "\\x" "\\ud800" // /**/ NaN \' \u00a0 \ufeff \u2028'.split(
      " ",
    );
  const texts = Array.from({ length: 30_000 }, () => {
    const some = Array.from({ length: random.int(1, 7) }, () =>
      random.pick([...parts, "\n", "\t", '"\n"', '"\u0001"', "\f", "\v"]),
    );
    return random.pick(["", "{", "["]) + some.join("") + random.pick(["", "}", "]"]);
  });

  expect(texts.filter((text) => (read(text) !== undefined) !== isJson(text))).toEqual([]);
  expect(texts.filter(isJson).length).toBeGreaterThan(300);
});

test("keeps names that are repeated and their order", () => {
  const names = (json: Json | undefined) => (json?.kind === "object" ? json.members.map(([name]) => name) : undefined);

  expect(names(read('{"b":1,"1":2,"b":3,"__proto__":4,"":5}'))).toEqual(["b", "1", "b", "__proto__", ""]);
});

test.each([
  ["0.1", undefined],
  ["300.00", undefined],
  ["-0", undefined],
  ["0e5", undefined],
  ["1.7976931348623157e308", undefined],
  ["9007199254740992", undefined],
  ["9007199254740993", true],
  ["0.1000000000000000055511151231257827", true],
  ["12345678901234567890", true],
  ["1e309", true],
  ["1e-400", true],
])("tells of %s whether a number is kept as it is written", (text, inexact) => {
  expect(read(text)).toMatchObject({ kind: "scalar", value: Number(text) });
  expect(read(text)).toHaveProperty("kind", "scalar");
  expect((read(text) as { inexact?: true }).inexact).toBe(inexact); // a scalar, as was just seen
});
