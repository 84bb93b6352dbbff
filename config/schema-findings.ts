import * as z from "zod";
import { CREDENTIAL_ADVICE } from "./credentials/advice";
import { belongsToProvider } from "./credentials/names";
import type { Finding } from "./issue";
import { suggestion } from "./nearest";
import { valueAt } from "./read/tree";

type SchemaIssue = z.core.$ZodIssue;

/** Parses the value and says in the user's words what the schema does not like. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): { data?: z.output<Schema>; findings: Finding[] } {
  const result = schema.safeParse(value, { error: wording });
  if (result.success) return { data: result.data, findings: [] };
  return { findings: result.error.issues.flatMap((issue) => findings(issue, value)) };
}

function findings(issue: SchemaIssue, root: unknown, base: readonly PropertyKey[] = []): Finding[] {
  const path = [...base, ...issue.path].map((part) => (typeof part === "number" ? part : String(part)));
  const one = (id: string, message = issue.message, atKey = false): Finding[] => [{ id, path, message, atKey }];
  if (issue.message.startsWith("is missing")) return one("missing-key");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, [...path, key], issue.message));
    case "invalid_union":
      return issue.errors.length === 0 ? one("unknown-value") : alternative(issue, root, path);
    case "invalid_key":
      return one("invalid-name", `${show(path.at(-1))} is no name here: it must be ${issue.issues[0]?.message}`, true);
    case "invalid_type":
      return one("wrong-type");
    case "invalid_format":
      return one("invalid-format", `${show(valueAt(root, path))} is not allowed; it must be ${issue.message}`);
    case "invalid_value":
      return one("unknown-value");
    case "too_big":
    case "too_small":
      return one("out-of-range");
    default:
      return one("invalid-value");
  }
}

/** Of several forms, the one that was meant: the one that has something to say about a part, not about the whole. */
function alternative(issue: z.core.$ZodIssueInvalidUnion, root: unknown, path: (string | number)[]): Finding[] {
  const meant = issue.errors.find((errors) =>
    errors.some(({ path, code }) => path.length > 0 || code !== "invalid_type"),
  );
  if (meant !== undefined) return meant.flatMap((inner) => findings(inner, root, path));
  return [{ id: "wrong-type", path, message: issue.message }];
}

/** @param told what `wording` says of the map */
function unknownKey(key: string, path: (string | number)[], told: string): Finding {
  if (belongsToProvider(key)) return { id: "credential-in-file", path, atKey: true, message: CREDENTIAL_ADVICE };
  const { known, refused }: Keys = JSON.parse(told);
  const message = Object.hasOwn(refused, key) ? refused[key] : undefined;
  return { id: "unknown-key", path, atKey: true, message: message ?? `is no key here${suggestion(key, known)}` };
}

/** The text of one error. For unknown keys, the known ones: what to say of each is decided above. */
function wording(issue: z.core.$ZodRawIssue): string | undefined {
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
      if (issue.inst instanceof z.ZodDiscriminatedUnion) return discriminator(issue.inst, issue.input);
      return `is ${kind(issue.input)}, but must be ${forms(issue.inst)}`;
    case "too_big":
      return `${amount(issue)}, at most ${issue.maximum} allowed`;
    case "too_small":
      return `${amount(issue)}, at least ${issue.minimum} needed`;
    default:
      return undefined;
  }
}

interface Keys {
  readonly known: readonly string[];
  /** Those of which there is more to say than that they are unknown. */
  readonly refused: Readonly<Record<string, string>>;
}

/** Of a map with keys of its own, or of one whose names are listed. */
function keysOf(schema: unknown): Keys {
  const names = schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum ? schema.keyType.options : [];
  if (!(schema instanceof z.ZodObject)) return { known: names.map(String), refused: {} };
  return { known: Object.keys(schema.shape), refused: z.globalRegistry.get(schema)?.refused ?? {} };
}

function forms(union: unknown): string {
  if (!(union instanceof z.ZodUnion)) return "of another form";
  const types = union.options.map((option) => (option instanceof z.ZodPipe ? option.in : option));
  return types.flatMap((type) => (type instanceof z.ZodType ? expected(type.def.type) : [])).join(", or ");
}

function missing(example: unknown): string {
  return example === undefined ? "is missing" : `is missing; write for example ${literal(example)}`;
}

function discriminator(union: z.ZodDiscriminatedUnion, input: unknown): string {
  const key = union.def.discriminator;
  const known = union.options.flatMap((option) =>
    option instanceof z.ZodObject ? [...(literalOf(option.shape[key])?.values ?? [])].map(String) : [],
  );
  const value = typeof input === "object" && input !== null ? Reflect.get(input, key) : undefined;
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
function show(input: unknown): string {
  const text = (JSON.stringify(input) ?? "nothing").replace(/\/\/[^/\s]*@/, "//…@");
  return text.length > 60 ? `${text.slice(0, 57).replace(/\p{Surrogate}$/u, "")}…` : text;
}

/** As it is written in a tfvars file. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Object.keys(value).length === 0) return "{}";
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key} = ${literal(inner)}`)
    .join(", ")} }`;
}
