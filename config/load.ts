import { ISSUES, NESTING } from "../aws/limits";
import type { Fault, Issue } from "../text/issue";
import { pathText, printable } from "../text/issue";
import { isDeeplyNested } from "../text/nesting";
import type { Path } from "../text/value";
import { withoutCredentials } from "./credentials/find";
import { masked } from "./credentials/mask";
import { jsonUse } from "./json-places";
import { mergeConflict, otherLanguage } from "./read/foreign";
import { readHcl } from "./read/hcl";
import { readJson } from "./read/json";
import { reservedName, reservedText } from "./read/reserved-text";
import { SourceText } from "./read/text";
import { offsetInJson, placeInText } from "./read/text-places";
import { locate, nameFaults, type PlacedFault, plainValue, type Tree, tooDeep, Unreadable } from "./read/tree";

/** A file as it lies on the disk. */
export interface EnvironmentFile {
  /** The path as messages show it. */
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The file of its organization's topics, where one lies beside it. */
  readonly topics?: Pick<EnvironmentFile, "path" | "bytes">;
  /** The file of what is to be imported, where one lies beside it. */
  readonly imports?: Pick<EnvironmentFile, "path" | "bytes">;
}

export interface Loaded {
  /** Undefined where the file cannot be read at all; `issues` says why. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** Puts a fault into its place in the text; nothing where the reader has spoken of that place already. */
  issue(fault: Fault): Issue[];
}

/** Reads a `.tfvars` or `.tfvars.json` file. Never throws on any content. */
export function load(file: EnvironmentFile): Loaded {
  const source = new SourceText(new TextDecoder().decode(file.bytes));
  const place = (offset: number, { id, severity, path, message }: Fault): Issue => ({
    id,
    severity: severity ?? "error",
    file: file.path,
    line: source.line(offset),
    column: source.column(offset),
    path: printable(masked(pathText(path))),
    message: printable(masked(message)),
  });
  const own: PlacedFault[] = [];
  const isJson = file.path.endsWith(".json");
  try {
    refuseEncoding(source.text, file.bytes);
    const conflict = mergeConflict(source.text, false);
    if (conflict !== undefined) throw conflict;
    const written = isJson ? readJson(source.text) : readHcl(source.text, own);
    const { tree, faults: credentials } = withoutCredentials(written);
    const issue = (fault: Fault): Issue[] => {
      const { at, refused, inText } = locate(tree, fault.path, fault.atKey);
      if (refused) return [];
      const index = inText ? offsetInJson(inText.text, inText.path, fault.atKey === true) : fault.textOffset;
      return [place(index === undefined ? at : placeInText(source.text, at, index), fault)];
    };
    const names = nameFaults(tree, (offset) => source.line(offset));
    const found = [own, credentials, names, textFaults(tree)].flat().slice(0, ISSUES + 1);
    return {
      value: plainValue(tree, (path) => jsonUse(path) !== undefined),
      issues: found.map((fault) => place(fault.at, fault)),
      issue,
    };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    // Told by what the file is as a whole, where that says more than the place where reading it failed.
    const { text } = source;
    const told =
      error.id === "syntax" ? (otherLanguage(text, file.name, isJson) ?? mergeConflict(text, true)) : undefined;
    const issues = (told === undefined ? [...own, error] : [told]).map((fault) => place(fault.at, fault));
    return { value: undefined, issues, issue: () => [] };
  }
}

/** @throws Unreadable where the bytes are no UTF-8 text. */
function refuseEncoding(text: string, bytes: Uint8Array): void {
  const utf8 = isUtf8(text, bytes);
  if (utf8 && !text.includes("\0")) return;
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const is = utf8 ? "holds a zero byte, as UTF-16 does" : `is not UTF-8${utf16 ? " but UTF-16" : ""}`;
  const at = text.indexOf(utf8 ? "\0" : "\ufffd");
  throw new Unreadable(Math.max(0, at), `${is}; save the file as UTF-8`, [], "encoding");
}

/** Returns whether the bytes are what their text says: a character that stands for what is none may have been written so. */
function isUtf8(text: string, bytes: Uint8Array): boolean {
  if (!text.includes("\ufffd")) return true;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes) !== "";
  } catch {
    return false;
  }
}

/** Text that CDKTF would take for a placeholder of its own, and JSON in a text that is nested too deep. */
function textFaults(tree: Tree): PlacedFault[] {
  const found: PlacedFault[] = [];
  const visit = (node: Tree, path: Path): void => {
    if (node.kind === "scalar" && typeof node.value === "string") {
      found.push(...reserved(reservedText(node.value), node.at, path));
      if (jsonUse(path) === "sent" && isDeeplyNested(node.value, NESTING)) found.push(deep(node.at, path));
    }
    if (node.kind === "list") node.items.forEach((item, index) => void visit(item, [...path, index]));
    if (node.kind !== "object") return;
    for (const { key, at, value } of node.entries) {
      const here = [...path, key];
      found.push(...reserved(path.length === 1 ? reservedName(key) : reservedText(key), at, here));
      visit(value, here);
    }
  };
  visit(tree, []);
  return found;
}

function reserved(text: string | undefined, at: number, path: Path): PlacedFault[] {
  if (text === undefined) return [];
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const message = `holds "${shown}", which CDKTF keeps to itself; write something else`;
  return [{ id: "reserved-text", path, at, message }];
}

function deep(at: number, path: Path): PlacedFault {
  const { id, message } = tooDeep(at, path);
  return { id, path, at, message };
}
