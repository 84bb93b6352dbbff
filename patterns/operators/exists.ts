import { type Operator, wrongType } from "./operator";

export const exists: Operator<"exists"> = {
  example: '{"exists":true}',
  parse(operand, say) {
    if (operand.kind === "scalar" && typeof operand.value === "boolean")
      return { kind: "exists", exists: operand.value };
    say(wrongType(operand, "true or false", '{"exists":true} or {"exists":false}'));
    return undefined;
  },
  // A test is asked only where there is a value.
  passing:
    ({ exists }) =>
    () =>
      exists,
  describe: ({ exists }) => (exists ? "any value" : "no value"),
};
