import { shown } from "../json";
import { affix } from "./affix";
import { endOfPrefix } from "./letters";
import type { Operator } from "./operator";

export const prefix: Operator<"prefix"> = {
  example: '{"prefix":"x"}',
  parse(operand, say) {
    const read = affix(operand, say, "prefix");
    return read && { kind: "prefix", ...read };
  },
  passing({ text, ignoringCase }) {
    if (ignoringCase === undefined) return (value) => typeof value === "string" && value.startsWith(text);
    return (value) => typeof value === "string" && endOfPrefix(ignoringCase, value) >= 0;
  },
  describe: ({ text, ignoringCase }) => `a text that begins with ${shown(text)}${ignoringCase ? ", in any case" : ""}`,
};
