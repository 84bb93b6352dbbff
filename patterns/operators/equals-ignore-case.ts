import { isText, shown } from "../json";
import { endOfPrefix, letters } from "./letters";
import { type Operator, wrongType } from "./operator";

export const equalsIgnoreCase: Operator<"equals-ignore-case"> = {
  example: '{"equals-ignore-case":"x"}',
  parse(operand, say) {
    if (isText(operand)) {
      return { kind: "equals-ignore-case", text: operand.value, letters: letters(operand.value) };
    }
    say(wrongType(operand, "one text", this.example));
    return undefined;
  },
  passing:
    ({ letters }) =>
    (value) =>
      typeof value === "string" && endOfPrefix(letters, value) === value.length,
  describe: ({ text }) => `${shown(text)} in any case`,
};
