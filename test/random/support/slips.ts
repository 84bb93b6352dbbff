import * as fc from "fast-check";
import { changed, pathsOf } from "./changed";
import { anything } from "./of-schema";

const NAMES = [
  "",
  "x",
  "type",
  "arn",
  "constructor",
  "toString",
  "__proto__",
  "a.b",
  "é",
  "\u001b",
  "${x}",
  "password",
];

const slip = fc.record({
  how: fc.constantFrom("replace", "replace", "rename", "remove", "add"),
  at: fc.nat(10_000),
  name: fc.constantFrom(...NAMES),
  value: anything,
});

/** The same value with something wrong in one place, most of the time. */
export function withSlip(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(values, slip).map(([whole, { how, at, name, value }]) => {
    const paths = pathsOf(whole);
    return changed(whole, paths[at % paths.length] ?? [], ([key, old]) => {
      if (how === "replace") return [[key, value]];
      if (how === "rename") return [[name, old]];
      return how === "remove"
        ? []
        : [
            [key, old],
            [name, value],
          ];
    });
  });
}
