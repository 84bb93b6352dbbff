import * as z from "zod";
import { choice, type Schema, words, written } from "../../config/schema-fields";
import type { Path } from "../../text/value";
import { isMap } from "../../text/value";

/** A list of texts that is longer has a line for each. */
const LIST_WIDTH = 80;

/** The characters that HCL knows a short escape for. */
const ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

/** Returns a line of comment for the value at the path, beside what its schema says of it. */
export type Remark = (path: Path) => string | undefined;

/**
 * Returns the lines of a map as `terraform fmt` leaves them. A comment stands above each key, in the words of the schema; so no two
 * keys follow each other whose `=` would have to be aligned.
 */
export function hclLines(map: Readonly<Record<string, unknown>>, schema: Schema | undefined, remark: Remark): string[] {
  return mapLines(map, schema, [], remark);
}

function mapLines(map: object, schema: Schema | undefined, path: Path, remark: Remark): string[] {
  const depth = "  ".repeat(path.length);
  return Object.entries(map).flatMap(([key, value], index) => {
    const field = fieldOf(schema, map, key);
    const here = [...path, key];
    const comments = [field === undefined ? undefined : summaryOf(field, value), remark(here)];
    const lines = comments.flatMap((text) => (text === undefined ? [] : [`# ${text}`]));
    const [first = "", ...more] = valueLines(value, field, here, remark);
    lines.push(`${nameText(key)} = ${first}`);
    return [...(path.length === 0 && index > 0 ? [""] : []), ...lines.map((line) => depth + line), ...more];
  });
}

/** The first line of a value goes behind its `=`, without the indent that the others have. */
function valueLines(value: unknown, schema: Schema | undefined, path: Path, remark: Remark): string[] {
  const depth = "  ".repeat(path.length - 1);
  if (isMap(value)) {
    if (Object.keys(value).length === 0) return ["{}"];
    return ["{", ...mapLines(value, schema, path, remark), `${depth}}`];
  }
  if (!Array.isArray(value)) return [scalar(value)];
  const line = `[${value.map(scalar).join(", ")}]`;
  return line.length <= LIST_WIDTH ? [line] : ["[", ...value.map((one) => `${depth}  ${scalar(one)},`), `${depth}]`];
}

function scalar(value: unknown): string {
  return typeof value === "string" ? hclText(value) : JSON.stringify(value);
}

function nameText(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : hclText(key);
}

/** Returns text in quotes, in which nothing is a template. */
export function hclText(text: string): string {
  const escaped = text.replace(/[\p{Cc}\p{Zl}\p{Zp}"\\]|[$%](?=\{)/gu, (char) => {
    if (char === "$" || char === "%") return char + char;
    return ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `"${escaped}"`;
}

/** Returns the schema of a key of the map, which may have several forms. */
function fieldOf(schema: Schema | undefined, map: object, key: string): Schema | undefined {
  const value = schema && formOf(written(schema), map);
  if (value instanceof z.ZodRecord) return value.valueType;
  return value instanceof z.ZodObject ? value.shape[key] : undefined;
}

/** Returns the form that a map has, of those that the schema allows. */
export function formOf(schema: Schema, map: object): Schema | undefined {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const kind = Object.entries(map).find(([key]) => key === schema.def.discriminator)?.[1];
    const form = schema.options.find((option) => kind === undefined || choice(schema, option) === kind);
    return form && written(form);
  }
  if (!(schema instanceof z.ZodUnion)) return schema;
  const forms = schema.options.map(written);
  return forms.find((form) => form instanceof z.ZodObject && Object.keys(map).every((key) => key in form.shape));
}

/** Returns the first sentence of what the schema says, as a comment has one line. */
function summaryOf(schema: Schema, value: unknown): string | undefined {
  const form = isMap(value) ? formOf(written(schema), value) : undefined;
  const { description } = form && form !== written(schema) ? words(form) : words(schema);
  return description?.replace(/(?<=[a-z)]\.)\s.*$/s, "");
}
