import { joined } from "../../text/words";
import { Unreadable } from "./tree";

const MARK = /^(?:<{7}|>{7}|\|{7}|={7})(?: .*)?\r?$/gm;

/** The number of lines that are named, which is one conflict; a file may be nothing but marks. */
const MOST_LINES = 4;

/** Marks that git leaves where two changes of a file do not go together; undefined where there are none of both sides. */
export function mergeConflict(text: string, broken: boolean): Unreadable | undefined {
  const marks = [...text.matchAll(MARK)];
  const [first] = marks;
  const both = marks.some(([mark]) => mark.startsWith("<")) && marks.some(([mark]) => mark.startsWith(">"));
  if (first === undefined || !(both || broken)) return undefined;
  const lines = marks.slice(0, MOST_LINES).map(({ index }) => text.slice(0, index).split("\n").length);
  const where = `line${lines.length === 1 ? "" : "s"} ${joined(lines.map(String))}`;
  return new Unreadable(
    first.index,
    `is a mark of a merge conflict that nobody has resolved (${where}); keep one of the two sides, and take the marks out`,
  );
}

/** A file in the other of the two languages, told by its beginning. */
export function otherLanguage(text: string, name: string, isJson: boolean): Unreadable | undefined {
  const start = text.search(/\S/);
  if (start === -1) return undefined;
  if (!isJson && text[start] === "{" && !text.startsWith("{{", start))
    return new Unreadable(start, `is JSON: rename the file, so that it ends in .tfvars.json (${name}.tfvars.json)`);
  const rest = text.slice(start, start + 2000);
  if (isJson && /^(?:#|\/\/|[A-Za-z_][\w-]*[ \t]*(?:=|\{))/.test(rest))
    return new Unreadable(start, `is no JSON but HCL: rename the file, so that it ends in .tfvars (${name}.tfvars)`);
  return undefined;
}
