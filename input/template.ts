import { PLACEHOLDER } from "./placeholder";
import { type InputForm, logEvent, type Transformer } from "./transformer";

/** The variables that EventBridge fills by itself. */
export const RESERVED = [
  "aws.events.rule-arn",
  "aws.events.rule-name",
  "aws.events.event.ingestion-time",
  "aws.events.event",
  "aws.events.event.json",
];

const PLACEHOLDERS = new RegExp(PLACEHOLDER, "g");
const ALONE = /^<[A-Za-z0-9_.-]+>$/;

/** Returns the names between < and > in a template, in keys as well as in values. */
export function placeholders(template: unknown): string[] {
  return [...JSON.stringify(template).matchAll(PLACEHOLDERS)].map(([, name = ""]) => name);
}

/** Returns the names of members that contain a placeholder, which EventBridge does not fill. */
export function placeholderKeys(template: unknown): string[] {
  if (typeof template !== "object" || template === null) return [];
  const own = Array.isArray(template) ? [] : Object.keys(template).filter((key) => placeholders(key).length > 0);
  return [...own, ...Object.values(template).flatMap(placeholderKeys)];
}

/**
 * Makes a transformer. Text that is JSON with placeholders stays; other text becomes a JSON text. In a map, a value that is
 * nothing but <name> becomes the variable's value with its own type; within other text, EventBridge fills in text.
 */
export function fillTemplate(
  template: unknown,
  variables: Readonly<Record<string, string>>,
  form: InputForm,
): Transformer {
  const input_paths = Object.fromEntries(Object.entries(variables).map(([name, path]) => [name, `$.${path}`]));
  if (form === "log-event")
    return logEvent(input_paths, typeof template === "string" ? template : JSON.stringify(template));
  return { input_paths, input_template: typeof template === "string" ? asJson(template) : render(template) };
}

function asJson(text: string): string {
  // Outside of quotes a placeholder stands for a whole value, inside for some text: 0 is right in both.
  return isJson(text.replace(PLACEHOLDERS, "0")) ? text : JSON.stringify(text);
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // the answer, and no fault
  }
}

function render(value: unknown): string {
  if (typeof value === "string") return ALONE.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(render).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}:${render(inner)}`)
    .join(",")}}`;
}
