import * as z from "zod";
import { type Schema, words, written } from "../config/schema-fields";
import { literal } from "../config/schema-wording";
import { code } from "../report/formats/markdown/text";
import { link, prose } from "./markdown";

const UNITS: Readonly<Record<string, string>> = {
  attempts: "attempts",
  count: "",
  days: "days",
  hours: "hours",
  mib: "MiB",
  minutes: "minutes",
  per_second: "a second",
  seconds: "seconds",
};

/**
 * Returns what a value may be.
 *
 * @param path where it stands; forms with keys of their own have a section of that name
 */
export function rangeOf(schema: Schema, path: string): string {
  const value = written(schema);
  const { title } = words(value);
  if (title !== undefined) return link(title, code(title));
  if (value instanceof z.ZodObject || value instanceof z.ZodDiscriminatedUnion) return link(path, code(path));
  if (value instanceof z.ZodUnion) return value.options.map((option) => rangeOf(option, path)).join(", or ");
  if (value instanceof z.ZodRecord) return mapRange(value, path);
  if (value instanceof z.ZodArray) return listRange(value, path);
  if (value instanceof z.ZodEnum) return value.options.map((option) => code(literal(option))).join(", ");
  if (value instanceof z.ZodLiteral)
    return withUnit([...value.values].map((one) => code(literal(one))).join(", "), path);
  if (value instanceof z.ZodNumber) return withUnit(numberRange(value), path);
  if (value instanceof z.ZodBoolean) return "`true` or `false`";
  if (value instanceof z.ZodString) return textRange(value);
  return "anything";
}

function mapRange({ keyType, valueType }: z.ZodRecord, path: string): string {
  if (valueType instanceof z.ZodUnknown) return "map of anything";
  return `map; names: ${rangeOf(keyType, path)}; values: ${rangeOf(valueType, `${path}.<name>`)}`;
}

function listRange(list: z.ZodArray, path: string): string {
  const { minItems, maxItems } = z.toJSONSchema(list, { io: "input" });
  const size = amount(minItems, maxItems);
  return `list${size && ` of ${size}`}; each: ${rangeOf(list.element, path)}`;
}

function textRange(text: z.ZodString): string {
  const { minLength, maxLength } = z.toJSONSchema(text);
  const size = amount(minLength, maxLength);
  return `${prose(words(text).form ?? "text")}${size && `, ${size} characters`}`;
}

function numberRange(number: z.ZodNumber): string {
  const { minimum, maximum } = z.toJSONSchema(number);
  // Whole numbers are within what JavaScript can keep anyway.
  return amount(minimum, maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum);
}

function amount(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return max === undefined ? "" : `at most ${max}`;
  return max === undefined ? `${min} or more` : `${min} to ${max}`;
}

function withUnit(range: string, path: string): string {
  const ending = Object.keys(UNITS).find((ending) => path.endsWith(`_${ending}`));
  return ending === undefined ? range : `${range} ${UNITS[ending]}`.trimEnd();
}
