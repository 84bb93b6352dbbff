import { isText, shown } from "../json";
import { type Operator, type Say, wrongType } from "./operator";

export const wildcard: Operator<"wildcard"> = {
  example: '{"wildcard":"*x*"}',
  parse(operand, say) {
    if (!isText(operand)) {
      const write =
        operand.kind === "list" ? 'a test for each, as in {"wildcard":"a*"},{"wildcard":"b*"}' : this.example;
      say(wrongType(operand, "one text", write));
      return undefined;
    }
    const pieces = split(operand.value, say);
    return pieces && { kind: "wildcard", pieces, written: operand.value };
  },
  passing:
    ({ pieces }) =>
    (value) =>
      typeof value === "string" && isMadeOf(pieces, value),
  describe: ({ written }) => `a text like ${shown(written)}`,
};

/** Returns the texts between the asterisks, without the backslashes. */
function split(written: string, say: Say): string[] | undefined {
  const pieces = [""];
  const faults = new Set<string>();
  for (let at = 0; at < written.length; at++) {
    let letter = written.charAt(at);
    if (letter === "*") {
      if (written[at + 1] === "*") faults.add("holds two * in a row, which is one too many; write one *");
      pieces.push("");
      continue;
    }
    if (letter === "\\") {
      letter = written.charAt(++at);
      if (letter !== "*" && letter !== "\\") {
        faults.add("has a backslash that stands neither before * nor before a backslash; write two for one");
      }
    }
    pieces.push(`${pieces.pop() ?? ""}${letter}`);
  }
  for (const message of faults) say({ id: "pattern-wildcard", message });
  return faults.size === 0 ? pieces : undefined;
}

/** Returns whether the value is the pieces in their order with anything between them. The first match of each piece is taken. */
function isMadeOf(pieces: readonly string[], value: string): boolean {
  const first = pieces[0] ?? "";
  if (pieces.length === 1) return value === first;
  const last = pieces[pieces.length - 1] ?? "";
  const end = value.length - last.length;
  if (!value.startsWith(first) || !value.endsWith(last)) return false;
  let at = first.length;
  for (let index = 1; index < pieces.length - 1; index++) {
    const piece = pieces[index] ?? "";
    at = value.indexOf(piece, at);
    if (at < 0) return false;
    at += piece.length;
  }
  return at <= end;
}
