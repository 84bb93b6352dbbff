import { joined } from "../../text/words";

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("%j is written as %s", (words, prose) => {
  expect(joined(words)).toBe(prose);
});

test("the last word may be another", () => {
  expect(joined(["a", "b", "c"], "or")).toBe("a, b or c");
});
