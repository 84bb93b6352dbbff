import type { Adoptable } from "../../../operate/adopt/adoptable";
import { differences, plain } from "../../../operate/adopt/differences";

const type: Adoptable = { type: "t", fixed: ["kind"], find: async () => undefined, reads: () => [] };

test.each([
  ["a template that only looks like JSON", '{"deleted": <name>}', '{"deleted": <name>}'],
  ["JSON in another order", '{"b":1,"a":[2]}', { a: 2, b: 1 }],
  ["what stands for nothing", { a: "", b: [], c: null }, null],
])("compares %s", (_, value, read) => {
  expect(plain(value)).toEqual(read);
});

test("finds the parts that differ, and passes over what AWS makes up", () => {
  const now = { id: "1", kind: "a", input: '{"x": <y>}', retry: { age: 1, times: 2 }, policy: '{"A":"b"}' };
  const wanted = { kind: "b", input: '{"x": <z>}', retry: { age: 1, times: 3 }, policy: '{ "A": ["b"] }' };

  expect(differences(type, now, wanted)).toEqual([
    { attribute: "kind", now: "a", wanted: "b", replaces: true },
    { attribute: "input", now: '{"x": <y>}', wanted: '{"x": <z>}', replaces: false },
    { attribute: "retry.times", now: 2, wanted: 3, replaces: false },
  ]);
});
