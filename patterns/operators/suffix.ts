import { shown } from "../json";
import { affix } from "./affix";
import { endsWithLetters } from "./letters";
import type { Operator } from "./operator";

export const suffix: Operator<"suffix"> = {
  example: '{"suffix":"x"}',
  parse(operand, say) {
    const read = affix(operand, say, "suffix");
    return read && { kind: "suffix", ...read };
  },
  passing({ text, ignoringCase }) {
    if (ignoringCase === undefined) return (value) => typeof value === "string" && value.endsWith(text);
    return (value) => typeof value === "string" && endsWithLetters(ignoringCase, value);
  },
  describe: ({ text, ignoringCase }) => `a text that ends with ${shown(text)}${ignoringCase ? ", in any case" : ""}`,
};
