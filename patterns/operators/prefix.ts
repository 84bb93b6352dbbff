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
  passes({ text, ignoringCase }, value) {
    if (typeof value !== "string") return false;
    return ignoringCase === undefined ? value.startsWith(text) : endOfPrefix(ignoringCase, value) >= 0;
  },
  words: ({ text, ignoringCase }) => `a text that begins with ${shown(text)}${ignoringCase ? ", in any case" : ""}`,
};
