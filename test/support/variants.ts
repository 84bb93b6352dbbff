import * as z from "zod";

type Value = Record<string, unknown>;

/** The keys that a key needs beside it, by its name. */
export type Companions = Readonly<Record<string, Value>>;

/** Returns values of a schema that together have each of its keys and choices: the example, and the ends of a range. */
export function variants(schema: unknown, companions: Companions): unknown[] {
  const example = schema instanceof z.ZodType ? z.globalRegistry.get(schema)?.example : undefined;
  const own = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  const found = [...(example === undefined ? [] : [example]), ...choices(own, companions)];
  return [...new Map(found.map((value) => [JSON.stringify(value), value])).values()];
}

function choices(schema: unknown, companions: Companions): unknown[] {
  if (schema instanceof z.ZodObject) return objects(schema, companions);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return variants(schema, companions);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => variants(option, companions));
  if (schema instanceof z.ZodEnum) return [...schema.options];
  if (schema instanceof z.ZodLiteral) return [...schema.values];
  if (schema instanceof z.ZodBoolean) return [true, false];
  if (schema instanceof z.ZodNumber)
    return [schema.minValue, schema.maxValue].filter((end) => Number.isSafeInteger(end));
  return []; // the example is the only value
}

/** Returns an object with its required keys, once by itself and once with each variant of each key. */
function objects(schema: z.ZodObject, companions: Companions): Value[] {
  const fields = Object.entries<z.ZodType>(schema.shape);
  const required = fields.filter(([, field]) => !(field instanceof z.ZodOptional || field instanceof z.ZodDefault));
  const base = Object.fromEntries(required.map(([key, field]) => [key, variants(field, companions)[0]]));
  return [
    base,
    ...fields.flatMap(([key, field]) =>
      variants(field, companions).map((value) => ({ ...base, ...companions[key], [key]: value })),
    ),
  ];
}

/** Returns the keys of a value as `keysOf` names those of its schema. */
export function pathsOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${path}.${key}`, ...pathsOf(inner, `${path}.${key}`)]);
}
