import { isUtf8 } from "node:buffer";
import { CREDENTIAL_ADVICE, looksLikeCredential } from "./credentials";
import type { Finding, Issue } from "./issue";
import { pathText } from "./issue";
import { readHcl } from "./read/hcl";
import { readJson } from "./read/json";
import { SourceText } from "./read/text";
import { locate, nameFindings, plainValue, type Tree, Unreadable } from "./read/tree";

/** A file as it lies on the disk. */
export interface EnvironmentFile {
  /** As messages show it. */
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Loaded {
  /** Undefined where the file cannot be read at all; `issues` says why. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
  /** Puts a finding into its place in the text; nothing where the reader has spoken of that place already. */
  issue(finding: Finding): Issue[];
}

/** Reads a `.tfvars` or `.tfvars.json` file. Never throws on any content. */
export function load(file: EnvironmentFile): Loaded {
  const source = new SourceText(new TextDecoder().decode(file.bytes));
  const at = (offset: number, rest: Pick<Issue, "id" | "path" | "message"> & { severity?: "warning" }): Issue => ({
    severity: "error",
    ...rest,
    file: file.path,
    line: source.line(offset),
    column: source.column(offset),
  });
  try {
    if (!isUtf8(file.bytes))
      throw new Unreadable(Math.max(0, source.text.indexOf("\ufffd")), encodingProblem(file.bytes), [], "encoding");
    const { tree, findings } = file.path.endsWith(".json")
      ? { tree: readJson(source.text), findings: [] }
      : readHcl(source.text);
    const issue = (finding: Finding): Issue[] => {
      const { at: offset, refused } = locate(tree, finding.path, finding.atKey);
      if (refused && finding.id !== "not-a-literal") return [];
      const { id, severity, message } = finding;
      return [at(offset, { id, path: pathText(finding.path), message, ...(severity && { severity }) })];
    };
    const own = [...findings, ...nameFindings(tree, (offset) => source.line(offset)), ...textFindings(tree)];
    return { value: plainValue(tree), issues: own.flatMap(issue), issue };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const issues = [at(error.at, { id: error.id, path: pathText(error.path), message: error.message })];
    return { value: undefined, issues, issue: () => [] };
  }
}

function encodingProblem(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return `is not UTF-8${utf16 ? " but UTF-16" : ""}; save the file as UTF-8`;
}

/** Text that would be taken for something else: CDKTF's own placeholders, and credentials among the tags. */
function textFindings(tree: Tree): Finding[] {
  const found: Finding[] = [];
  const visit = (node: Tree, path: (string | number)[]): void => {
    if (node.kind === "scalar" && typeof node.value === "string") refuseMarker(node.value, path, found);
    if (node.kind === "list") node.items.forEach((item, index) => void visit(item, [...path, index]));
    if (node.kind !== "object") return;
    for (const { key, value } of node.entries) {
      refuseMarker(key, [...path, key], found);
      if (path[0] === "tags" && looksLikeCredential(key)) {
        found.push({ id: "credential-in-file", path: [...path, key], atKey: true, message: CREDENTIAL_ADVICE });
      }
      visit(value, [...path, key]);
    }
  };
  visit(tree, []);
  return found;
}

function refuseMarker(text: string, path: (string | number)[], found: Finding[]): void {
  if (!text.includes("{TfToken[")) return;
  found.push({
    id: "reserved-text",
    path,
    message: 'holds "{TfToken[", which CDKTF keeps to itself; write something else',
  });
}
