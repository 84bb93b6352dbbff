import { type Node, type ParseError, parseTree } from "jsonc-parser";
import { NESTING } from "../aws/limits";
import { isKept } from "./decimal";
import { type Json, NotJson, tooDeep } from "./json";
import { jsonAdvice } from "./json-advice";
import type { Path } from "./pattern";

/**
 * Reads strict JSON, with all that JSON.parse would lose: repeated names, their order, and numbers that a double does not hold.
 *
 * @throws NotJson
 */
export function fromText(text: string): Json {
  const errors: ParseError[] = [];
  const root = tree(text, errors);
  const [error] = errors;
  if (root === undefined || error !== undefined) {
    const what = error === undefined ? "value expected" : jsonAdvice(text, error).replace(/; (.*)$/, " ($1)");
    const offset = error?.offset ?? 0;
    const message = `is no JSON at character ${offset + 1}: ${what}; write JSON such as {"detail":{"id":["x"]}}`;
    throw new NotJson("pattern-syntax", message, [], offset);
  }
  return toJson(root, text, []);
}

function tree(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep([]); // the parser recurses, and ran out of stack
    throw error;
  }
}

function toJson(node: Node, text: string, path: Path): Json {
  if (path.length > NESTING) throw tooDeep(path.slice(0, 3));
  const children = node.children ?? [];
  if (node.type === "array") {
    return { kind: "list", items: children.map((child, index) => toJson(child, text, [...path, index])) };
  }
  if (node.type === "object") {
    const members = children.flatMap(({ children: [key, value] = [] }) => {
      if (key === undefined || value === undefined) return [];
      const name: string = key.value;
      return [[name, toJson(value, text, [...path, name])] as const];
    });
    return { kind: "object", members };
  }
  const lost = node.type === "number" && !isKept(text.slice(node.offset, node.offset + node.length));
  return { kind: "scalar", value: node.value, ...(lost && { inexact: true }) };
}
