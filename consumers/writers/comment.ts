import { KIND_WORDS } from "../../report/personal-data";
import type { Shape } from "../shapes/shape";

const SEEN = {
  always: "",
  sometimes: "not in every known event",
  never: "in no known event, but in the payload's model",
};

/** Returns what there is to say of a field in a comment; empty where that is nothing. */
export function about(shape: Shape): string {
  const { description = "", contentSchema, "x-personal": personal, "x-seen": seen = "always" } = shape;
  return [
    description,
    contentSchema ? "a text that holds JSON" : "",
    personal ? `personal: ${KIND_WORDS[personal]}` : "",
    SEEN[seen],
  ]
    .filter(Boolean)
    .join("; ");
}

/** Returns a member's name as JavaScript has it. */
export const keyText = (name: string) =>
  /^[A-Za-z_]\w*$/.test(name) && name !== "__proto__" ? name : JSON.stringify(name);

/** Returns a comment in JavaScript, which no text within it can end. */
export function comment(words: string, indent = ""): string {
  return words === "" ? "" : `${indent}/** ${words.replaceAll("*/", "*\\/").replace(/\s*\n\s*/g, " ")} */\n`;
}
