import { createScanner, type Node, type ParseError, parseTree } from "jsonc-parser";
import { NESTING } from "../../aws/limits";
import { jsonAdvice } from "../../patterns/json-advice";
import type { Path } from "../../text/value";
import { Brackets } from "./brackets";
import { type Entry, keptNumber, type Tree, tooDeep, Unreadable } from "./tree";

/** The key at which editors find a file's JSON Schema; it means nothing here. */
export const SCHEMA_LINK = "$schema";

/**
 * Reads a `.tfvars.json` file, but for the link to its schema.
 *
 * @throws Unreadable where the text is no JSON.
 */
export function readJson(text: string): Tree {
  const errors: ParseError[] = [];
  const root = parse(text, errors);
  const [error] = errors;
  if (error !== undefined) {
    const suspect = error.offset >= text.trimEnd().length ? unclosed(text) : undefined;
    throw new Unreadable(
      suspect?.open ?? error.offset,
      `is no JSON here: ${jsonAdvice(text, error)}${suspect?.where ?? ""}`,
    );
  }
  if (root?.type !== "object") throw new Unreadable(root?.offset ?? 0, "the file must hold one JSON object: { … }");
  return withoutSchemaLink(toTree(root, []));
}

function withoutSchemaLink(tree: Tree): Tree {
  if (tree.kind !== "object") return tree;
  const isLink = ({ key, value }: Entry) =>
    key === SCHEMA_LINK && value.kind === "scalar" && typeof value.value === "string";
  return { ...tree, entries: tree.entries.filter((entry) => !isLink(entry)) };
}

/** The bracket that was opened last before the lines' indentation shows that it has no end. */
function unclosed(text: string): { readonly open: number; readonly where: string } | undefined {
  const brackets = new Brackets();
  const open: number[] = [];
  const scanner = createScanner(text, true);
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const at = scanner.getTokenOffset();
    const char = text[at] ?? "";
    const last = open.at(-1);
    if (/[[{]/.test(char)) open.push(at);
    else if (last === undefined) continue;
    else if (char === '"') brackets.named(text, last, at, []);
    else if (/[\]}]/.test(char)) {
      brackets.closed(text, last, at, []);
      open.pop();
    }
  }
  const { suspect } = brackets;
  if (suspect === undefined) return undefined;
  const line = text.slice(0, suspect.before).split("\n").length;
  return { open: suspect.open, where: ` (of what was opened here, in front of line ${line})` };
}

function parse(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(0, []); // the parser recurses, and ran out of stack
    throw error;
  }
}

function toTree(node: Node, path: Path): Tree {
  if (path.length > NESTING) throw tooDeep(node.offset, path);
  const children = node.children ?? [];
  if (node.type === "array") {
    return { kind: "list", at: node.offset, items: children.map((child, index) => toTree(child, [...path, index])) };
  }
  if (node.type !== "object") return { kind: "scalar", at: node.offset, value: scalar(node, path) };
  const entries = children.flatMap(({ children: [key, value] = [] }) => {
    if (key === undefined || value === undefined) return [];
    const name = String(scalar(key, path));
    return [{ key: name, at: key.offset, value: toTree(value, [...path, name]) }];
  });
  return { kind: "object", at: node.offset, entries };
}

/** Text in the form in which Terraform keeps it, whatever the format of the file. */
function scalar(node: Node, path: Path): string | number | boolean | null {
  const value: string | number | boolean | null = node.value;
  if (typeof value === "number") return keptNumber(value, node.offset, path);
  if (typeof value !== "string") return value;
  if (/\p{Surrogate}/u.test(value)) {
    throw new Unreadable(node.offset, "holds \\uD800 to \\uDFFF without the other half of the character", path);
  }
  return value.normalize("NFC");
}
