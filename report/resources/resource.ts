import type { AttributePath } from "../../aws/resources/resource-type";
import { isDeeplyNested } from "../../text/nesting";
import { isMap } from "../../text/value";

type Values = Readonly<Record<string, unknown>>;

/** A managed resource as the stack or a plan has it. */
export interface Resource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly values: Values;
  /** The attributes that are known after the apply only: true, or a map that says so of its parts. */
  readonly unknown: Values;
  /** The addresses, by attribute, that its expression refers to. */
  readonly references: Readonly<Record<string, readonly string[]>>;
}

/** A text, if it is one and known. */
export function text({ values }: Resource, key: string): string | undefined {
  const value = values[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function number({ values }: Resource, key: string): number | undefined {
  const value = values[key];
  return typeof value === "number" ? value : undefined;
}

/** A text within blocks of blocks, of which the first of each counts. */
export function textAt(resource: Resource, path: AttributePath): string | undefined {
  const [key = "", ...inner] = path;
  if (inner.length === 0) return text(resource, key);
  const [values] = blocks(resource, key);
  return values && textAt({ ...resource, values }, inner);
}

/** A block: CDKTF writes the one there is as an object, plans as a list. */
export function blocks({ values }: Resource, key: string): readonly Values[] {
  const value = values[key];
  return (Array.isArray(value) ? value : [value]).filter(isMap);
}

/** Returns whether anything is set, though it may be known after the apply only. */
export function isSet(resource: Resource, key: string): boolean {
  const value = resource.values[key];
  const empty = value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
  return !empty || resource.unknown[key] === true;
}

/** Returns true for what is written down and known after the apply only; the provider may also leave open what is not written. */
export function isLater({ unknown, references }: Resource, key: string): boolean {
  return unknown[key] === true && (references[key] ?? []).length > 0;
}

/** Returns what a text of JSON holds; undefined where it is none, or nested as no policy and no pattern is. */
export function parsedJson(json: string | undefined): unknown {
  if (json === undefined || isDeeplyNested(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // text of another kind, or cut short by somebody: nothing can be said of it
  }
}
