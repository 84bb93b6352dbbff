import type { PersonalKind } from "../../report/personal-data";

export type Kind = "array" | "boolean" | "null" | "number" | "object" | "string";

/** What is known of a value, in the words of JSON Schema (draft 2020-12); an empty one is of a value of which nothing is known. */
export interface Shape {
  readonly description?: string;
  readonly type?: Kind;
  readonly const?: string | number | boolean | null;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: "date-time";
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** Left out, an object may hold more than its properties. */
  readonly additionalProperties?: false;
  readonly items?: Shape | false;
  readonly prefixItems?: readonly Shape[];
  readonly minItems?: number;
  readonly anyOf?: readonly Shape[];
  /** The shape of the JSON that a text holds. */
  readonly contentMediaType?: "application/json";
  readonly contentSchema?: Shape;
  readonly $ref?: string;
  /** What the value says of people; false where nothing is known that it says. */
  readonly "x-personal"?: PersonalKind | false;
  /** Whether known events have it; `never` where only the payload's model in Genesys Cloud's SDKs names it. */
  readonly "x-seen"?: "always" | "never" | "sometimes";
}

export const ANYTHING: Shape = {};
export const TEXT: Shape = { type: "string" };

/** Returns the shape of a value that has one of these, each once; of nothing known where one of them is. */
export function anyOf(shapes: readonly Shape[]): Shape {
  const flat = shapes.flatMap((shape) => (isUnion(shape) ? shape.anyOf : [shape]));
  const each = [...new Map(flat.map((shape) => [JSON.stringify(shape), shape])).values()];
  if (each.some(isAnything)) return ANYTHING;
  // Any text is one of these already.
  const rest = each.some(isAnyText) ? each.filter((shape) => typeof shape.const !== "string") : each;
  const [first = ANYTHING, ...others] = rest;
  return others.length === 0 ? first : { anyOf: rest };
}

type Union = Shape & { readonly anyOf: readonly Shape[] };

/** A union alone, not one that says more. */
const isUnion = (shape: Shape): shape is Union => shape.anyOf !== undefined && Object.keys(shape).length === 1;

const ABOUT = new Set(["description", "x-personal", "x-seen"]);

/** Returns whether nothing is known of what a value may be. */
export function isAnything(shape: Shape): boolean {
  return Object.keys(shape).every((key) => ABOUT.has(key));
}

function isAnyText(shape: Shape): boolean {
  return shape.type === "string" && Object.keys(shape).every((key) => key === "type" || ABOUT.has(key));
}

/** Returns the values that a text is known to have, where others may come; undefined of any other shape. */
export function knownTexts({ anyOf: either }: Shape): readonly string[] | undefined {
  const [known, other] = either ?? [];
  return either?.length === 2 && known?.enum !== undefined && other?.type === "string" ? known.enum : undefined;
}

/** Returns the shape of an object that has all of these members and no other. */
export function exactly(properties: Readonly<Record<string, Shape>>): Shape {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}
