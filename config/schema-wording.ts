import * as z from "zod";
import { WITHOUT_COMPILING } from "../schema/parsing";
import { nearest, suggestion } from "../text/nearest";
import { isMap } from "../text/value";
import { booleanMeant } from "../text/words";
import { SECRET_ADVICE } from "./credentials/advice";
import { quantity } from "./quantity";
import { scalarText } from "./scalar-text";

/** The name of the schema of secrets. */
const SECRET = "SECRET";

/** The text of one error. For unknown keys, the known ones: what to say of each is decided above. */
export function wording(issue: z.core.$ZodRawIssue): string | undefined {
  const absent = issue.input === undefined && ["invalid_type", "invalid_union"].includes(issue.code ?? "");
  const example = issue.inst instanceof z.ZodType ? z.globalRegistry.get(issue.inst)?.example : undefined;
  if (absent || (issue.input === undefined && example !== undefined)) return missing(example);
  switch (issue.code) {
    case "unrecognized_keys":
      return JSON.stringify(keysOf(issue.inst));
    case "invalid_type":
      return `is ${kind(issue.input)}, but must be ${expected(issue.expected)}`;
    case "invalid_value":
      return oneOf(issue.input, issue.values.map(String));
    case "invalid_union":
      if (issue.inst instanceof z.ZodDiscriminatedUnion) {
        const errors: z.core.$ZodIssue[][] = issue.errors;
        errors.push(...faultsOfMeant(issue.inst, issue.input));
        return discriminator(issue.inst, issue.input);
      }
      if (isSecret(issue.inst))
        return isMap(issue.input)
          ? `is missing; ${SECRET_ADVICE}`
          : `is ${kind(issue.input)}, but must be a map that names the secret; ${SECRET_ADVICE}`;
      return `is ${kind(issue.input)}, but must be ${forms(issue.inst)}`;
    case "too_big":
      return `${amount(issue)}, at most ${issue.maximum} allowed`;
    case "too_small":
      return `${amount(issue)}, at least ${issue.minimum} needed`;
    default:
      return undefined;
  }
}

export interface Keys {
  readonly known: readonly string[];
  /** Advice for keys of which there is more to say than that they are unknown. */
  readonly refused: Readonly<Record<string, string>>;
}

/** Returns the keys of a map with keys of its own, or of one whose names are listed. */
function keysOf(schema: unknown): Keys {
  const names = schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum ? schema.keyType.options : [];
  if (!(schema instanceof z.ZodObject)) return { known: names.map(String), refused: {} };
  return { known: Object.keys(schema.shape), refused: z.globalRegistry.get(schema)?.refused ?? {} };
}

function forms(union: unknown): string {
  if (!(union instanceof z.ZodUnion)) return "of another form";
  const types = union.options.map((option) => (option instanceof z.ZodPipe ? option.in : option));
  const words = types.flatMap((type) => (type instanceof z.ZodType ? expected(type.def.type) : []));
  return [...new Set(words)].join(", or ");
}

function isSecret(schema: unknown): boolean {
  return schema instanceof z.ZodType && z.globalRegistry.get(schema)?.title === SECRET;
}

function missing(example: unknown): string {
  return example === undefined ? "is missing" : `is missing; write for example ${literal(example)}`;
}

type Option = readonly [type: string, schema: z.ZodObject];

function optionsOf(union: z.ZodDiscriminatedUnion): Option[] {
  const key = union.def.discriminator;
  return union.options.flatMap((option) =>
    option instanceof z.ZodObject
      ? [...(literalOf(option.shape[key])?.values ?? [])].map((value): Option => [String(value), option])
      : [],
  );
}

/** Faults of the type that was probably meant: the one of a similar name, or the only one that knows most of the keys. */
function faultsOfMeant(union: z.ZodDiscriminatedUnion, input: unknown): z.core.$ZodIssue[][] {
  const key = union.def.discriminator;
  // Of a map with nothing else in it there is nothing more to say.
  if (!isMap(input) || Object.keys(input).every((name) => name === key)) return [];
  const options = optionsOf(union);
  const near = nearest(
    scalarText(input[key]),
    options.map(([type]) => type),
  );
  const known = ([, { shape }]: Option) =>
    Object.keys(input).filter((name) => name !== key && Object.hasOwn(shape, name));
  const most = Math.max(1, ...options.map((option) => known(option).length));
  const like = options.filter((option) => known(option).length === most);
  const [type, schema] = options.find(([name]) => name === near) ?? (like.length === 1 ? like[0] : undefined) ?? [];
  const result = schema?.safeParse({ ...input, [key]: type }, { error: wording, ...WITHOUT_COMPILING });
  return result?.error === undefined ? [] : [result.error.issues];
}

function discriminator(union: z.ZodDiscriminatedUnion, input: unknown): string {
  const known = optionsOf(union).map(([type]) => type);
  const value = isMap(input) ? input[union.def.discriminator] : undefined;
  return value === undefined ? `is missing; write one of ${known.join(", ")}` : oneOf(value, known);
}

/** Returns the literal that a field is, also where it is the default. */
export function literalOf(field: unknown): z.ZodLiteral | undefined {
  const inner = field instanceof z.ZodDefault ? field.unwrap() : field;
  return inner instanceof z.ZodLiteral ? inner : undefined;
}

function oneOf(input: unknown, known: readonly string[]): string {
  if (input === undefined) return `is missing; write one of ${known.join(", ")}`;
  return `${show(input)} is not allowed${typeof input === "string" ? suggestion(input, known) : `; allowed: ${known.join(", ")}`}`;
}

function amount(issue: { origin: string; input?: unknown }): string {
  const { input } = issue;
  if (Array.isArray(input)) return `${input.length} entries`;
  return typeof input === "string" ? `${input.length} characters` : show(input);
}

/** Returns what to write where another kind of value is wanted than the one written; undefined where that cannot be told. */
export function mistyped(input: unknown, wanted: string, key: string): string | undefined {
  if (wanted === "array" && typeof input === "string") return `is text, but must be a list; write [${show(input)}]`;
  if (typeof input !== "string" && typeof input !== "number") return undefined;
  if (wanted === "boolean") {
    const meant = booleanMeant(String(input));
    return meant && `is ${described(input)}, but must be true or false; write ${meant}, without quotes`;
  }
  if (typeof input !== "string" || !["number", "int"].includes(wanted)) return undefined;
  const number = quantity(input, key);
  return number === undefined
    ? undefined
    : `is ${described(input)}, but must be a number; write ${number}, without quotes`;
}

/** Text that says a number of which only some are allowed. */
export function numberMeant(input: unknown, allowed: readonly unknown[], key: string): string | undefined {
  if (typeof input !== "string" || !allowed.every((value) => typeof value === "number")) return undefined;
  const number = quantity(input, key);
  const advice = number !== undefined && allowed.includes(number) ? `write ${number}, without quotes` : undefined;
  return `is ${described(input)}, but must be a number; ${advice ?? `allowed: ${allowed.join(", ")}`}`;
}

function described(input: string | number): string {
  return typeof input === "number" ? `the number ${input}` : `the text ${show(input)}`;
}

function kind(input: unknown): string {
  if (input === null) return "null";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "a map";
  if (typeof input === "number") return `the number ${input}`;
  return typeof input === "string" ? "text" : String(input);
}

function expected(type: string): string {
  const words: Record<string, string> = {
    string: "text, in quotes",
    int: "a whole number",
    number: "a number, without quotes",
    boolean: "true or false, without quotes",
    array: "a list: [ … ]",
    object: "a map: { … }",
    record: "a map: { … }",
  };
  return words[type] ?? type;
}

/** A value as it was written, but for the password in a URL. */
export function show(input: unknown): string {
  const text = (JSON.stringify(input) ?? "nothing").replace(/\/\/[^/\s]*@/, "//…@");
  return text.length > 60 ? `${text.slice(0, 57).replace(/\p{Surrogate}$/u, "")}…` : text;
}

/** Returns a value as it is written in a tfvars file. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Object.keys(value).length === 0) return "{}";
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key} = ${literal(inner)}`)
    .join(", ")} }`;
}
