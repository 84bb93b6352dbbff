import { append, groupBy } from "../../text/group-by";

test("groups keep the order of keys and of items", () => {
  expect([...groupBy(["bb", "a", "cc", "d"], ({ length }) => length)]).toEqual([
    [2, ["bb", "cc"]],
    [1, ["a", "d"]],
  ]);
});

test("groups hold a value of each item where one is asked for", () => {
  const groups = groupBy(
    [["a", 1] as const, ["b", 2] as const, ["a", 3] as const],
    ([key]) => key,
    ([, value]) => value,
  );

  expect([...groups]).toEqual([
    ["a", [1, 3]],
    ["b", [2]],
  ]);
});

test.each(["constructor", "__proto__"])("%s is a key like any other", (key) => {
  const lists = new Map<string, number[]>();
  append(lists, key, 1);

  expect(lists.get(key)).toEqual([1]);
});
