import { isNumber, isText, type Json, type JsonObject } from "../json";

const INNER = ["prefix", "suffix", "wildcard"];
const OPPOSITES: Readonly<Record<string, string>> = { "<": ">=", "<=": ">", ">": "<=", ">=": "<" };

/** Returns the probable meaning of tests within `anything-but` that are not allowed there; undefined where it is not known. */
export function meantByTests(items: readonly Json[]): string | undefined {
  const [first] = items;
  if (items.length === 1 && first?.kind === "object") return oppositeOf(first) ?? asOneOperator(items);
  return asOneOperator(items);
}

/** Returns the same for an object with several operators, of which none may pass. */
export function meantByMembers({ members }: JsonObject): string | undefined {
  return asOneOperator(members.map((member) => ({ kind: "object", members: [member] })));
}

/** Returns the advice for a test that has an opposite of its own. */
function oppositeOf({ members: [member, second] }: JsonObject): string | undefined {
  if (member === undefined || second !== undefined) return undefined;
  const [name, operand] = member;
  if (name === "exists" && operand.kind === "scalar") return JSON.stringify({ exists: operand.value === false });
  if (name === "anything-but" || name === "equals") return 'the value itself, as in ["x"]';
  return name === "numeric" && operand.kind === "list" ? notNumeric(operand.items) : undefined;
}

function notNumeric(items: readonly Json[]): string | undefined {
  const opposite: string[] = [];
  for (let at = 0; at + 1 < items.length; at += 2) {
    const [sign, value] = [items[at], items[at + 1]];
    if (sign === undefined || value === undefined || !isText(sign) || !isNumber(value)) return undefined;
    if (sign.value === "=") return JSON.stringify({ "anything-but": value.value });
    const other = OPPOSITES[sign.value];
    if (other === undefined) return undefined;
    opposite.push(JSON.stringify({ numeric: [other, value.value] }));
  }
  return opposite.length === 0 ? undefined : opposite.join(",");
}

/** Returns one operator with a list of texts: the one that all have, or wildcards that exclude the same. */
function asOneOperator(items: readonly Json[]): string | undefined {
  const all = items.map(operatorAndTexts);
  if (!all.every((each) => each !== undefined)) return undefined;
  const names = new Set(all.map(({ name }) => name));
  const [name] = names;
  if (name === undefined) return undefined;
  const texts = all.flatMap((each) =>
    names.size === 1 ? each.texts : each.texts.map((text) => asWildcard(each.name, text)),
  );
  if (names.size > 1 && names.has("equals-ignore-case")) return undefined;
  const operand = texts.length === 1 ? texts[0] : texts;
  if (names.size === 1 && name === "") return JSON.stringify({ "anything-but": operand });
  return JSON.stringify({ "anything-but": { [names.size === 1 ? name : "wildcard"]: operand } });
}

/** Returns an operator and its texts, with the empty name for a text by itself. */
function operatorAndTexts(json: Json): { readonly name: string; readonly texts: readonly string[] } | undefined {
  if (isText(json)) return { name: "", texts: [json.value] };
  if (json.kind !== "object") return undefined;
  const [member, second] = json.members;
  if (member === undefined || second !== undefined) return undefined;
  const [name, operand] = member;
  if (!INNER.includes(name) && name !== "equals-ignore-case") return undefined;
  const texts = operand.kind === "list" ? operand.items : [operand];
  return texts.length > 0 && texts.every(isText) ? { name, texts: texts.map(({ value }) => value) } : undefined;
}

function asWildcard(name: string, text: string): string {
  if (name === "wildcard") return text;
  const literal = text.replace(/[\\*]/g, "\\$&");
  return `${name === "suffix" ? "*" : ""}${literal}${name === "prefix" ? "*" : ""}`;
}
