import { isText, type Json, whatIs } from "../json";
import { type Letters, letters } from "./letters";
import { type Say, wrongType } from "./operator";

interface Affix {
  readonly text: string;
  readonly ignoringCase?: Letters;
}

/** Reads the operand of prefix and suffix: text, or `{"equals-ignore-case": text}`. */
export function affix(operand: Json, say: Say, name: "prefix" | "suffix"): Affix | undefined {
  if (isText(operand)) return { text: operand.value };
  if (operand.kind !== "object") {
    const write =
      operand.kind === "list" ? `a test for each, as in {"${name}":"a"},{"${name}":"b"}` : `{"${name}":"x"}`;
    say(wrongType(operand, "one text", write));
    return undefined;
  }
  const [member, second] = operand.members;
  if (member?.[0] !== "equals-ignore-case" || second !== undefined) {
    const message = `is an object, which may hold equals-ignore-case and nothing else; write {"${name}":{"equals-ignore-case":"x"}}`;
    say({ id: "pattern-operand", message });
    return undefined;
  }
  const [inner, text] = member;
  if (!isText(text)) {
    const message = `is ${whatIs(text)}, but the operator takes one text; write {"${name}":{"${inner}":"x"}}`;
    say({ id: "pattern-operand", at: [inner], message });
    return undefined;
  }
  return { text: text.value, ignoringCase: letters(text.value) };
}
