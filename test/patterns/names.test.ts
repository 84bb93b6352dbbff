import { nodeOf, noNames, walker } from "../../patterns/compiled/names";

test("keeps no more keys in mind than it needs, however many events have", () => {
  const names = noNames<string>();
  nodeOf(names, "a.b").field = "found";
  const taken: unknown[] = [];
  const walk = walker(names, (_, value) => taken.push(value));

  for (let key = 0; key < 5000; key++) walk({ [`a.${key}`]: key, "a.b": key });

  expect(taken).toHaveLength(5000);
  expect(names.seen.size).toBe(1000);
});
