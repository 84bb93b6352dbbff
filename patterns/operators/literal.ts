import { isNumber, shown, whatIs } from "../json";
import type { Operator } from "./operator";

/** A value by itself, without an operator. */
export const literal: Operator<"literal"> = {
  example: '"x"',
  parse(written, say) {
    if (written.kind !== "scalar") {
      say({
        id: "pattern-operand",
        message: `is ${whatIs(written)}, but a value is text, a number, true, false or null`,
      });
      return undefined;
    }
    if (written.inexact && isNumber(written)) {
      if (!Number.isFinite(written.value)) {
        say({ id: "pattern-numeric", message: "is a number that is too large to be kept; write a smaller one" });
        return undefined;
      }
      const message = `has more digits than can be compared here, where ${shown(written)} is taken for the same; write at most 15`;
      say({ id: "pattern-numeric", severity: "warning", message });
    }
    return { kind: "literal", value: written.value };
  },
  passing:
    ({ value: wanted }) =>
    (value) =>
      value === wanted,
  describe: ({ value }) => shown(value),
};
