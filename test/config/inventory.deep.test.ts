import * as fc from "fast-check";
import { environments } from "../random/support/environments";
import { mended } from "../random/support/mended";
import { agrees } from "./agrees";

test("says what the stack of any model holds, and under which names", () => {
  fc.assert(
    fc.property(environments, (value) => {
      const model = typeof value === "object" && value !== null ? mended(value) : undefined;
      fc.pre(model !== undefined);
      agrees(model);
    }),
    { numRuns: 60 },
  );
});
