import { compile } from "../../patterns/compile";
import { names, rule } from "./rule";

describe("takes any event", () => {
  const nested = rule("nested", { a: { b: { c: ["x"] } } });
  const absent = rule("absent", { a: [{ exists: false }] });
  const matcher = compile([nested, absent]);

  test("of any depth, and of any number of names that nobody asks for", () => {
    const deep = `{"a":${"[".repeat(200_000)}{"b":{"c":"x"}}${"]".repeat(200_000)}}`;
    const wide = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`a.${index}`, index]));

    expect(matcher.match(JSON.parse(deep))).toEqual([nested, absent]);
    expect(matcher.match(wide)).toEqual([absent]);
    expect(matcher.match({ ...wide, "a.b": { c: "x" } })).toEqual([nested, absent]);
    expect(matcher.match({ ...wide, "a.b.c": "x" })).toEqual([nested, absent]);
  });

  test.each([[[{ a: 1 }]], ["a"], [null], [undefined]])("%j, which has no names", (event) => {
    expect(matcher.match(event)).toEqual([absent]);
  });

  test("of which other events had more", () => {
    const matcher = compile([rule("absences", { l: { a: [1], b: [{ exists: false }] }, z: [{ exists: false }] })]);

    expect(matcher.match({ l: [{ a: 1 }, { a: 2, b: 1 }], z: 1 })).toEqual([]);
    expect(matcher.match({ l: [{ a: 1 }, { a: 2, b: 1 }] })).toHaveLength(1);
  });

  test("without a look at what nobody asks for", () => {
    const event = {
      a: {
        b: {
          c: "x",
          get d() {
            return fail("it was read");
          },
        },
      },
      get e() {
        return fail("it was read");
      },
    };

    expect(matcher.match(event)).toEqual([nested, absent]);
  });

  test("after any other", () => {
    expect(matcher.match({ a: [{ b: { c: "x" } }, 1] })).toEqual([nested]);
    expect(matcher.match({ a: { b: { c: "y" } } })).toEqual([absent]);
    expect(matcher.match({})).toEqual([absent]);
  });
});

test("keeps the order of rules, each of them once", () => {
  const many = Array.from({ length: 100 }, (_, index) =>
    rule(`${index}`, { $or: [{ a: ["x"] }, { b: [`${index % 7}`] }] }),
  );

  expect(compile(many).match({ a: "x", b: ["3", "4"] })).toEqual(many);
  expect(names(compile(many).match({ b: "3" }))).toEqual(names(many.filter((_, index) => index % 7 === 3)));
});
