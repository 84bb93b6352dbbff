import * as z from "zod";
import { literalOf } from "../../config/schema-wording";

export interface Key {
  /** The path, such as `.streams.*.lookup`. */
  readonly path: string;
  readonly field: z.ZodType;
  /** The map that it is a key of. */
  readonly object: z.ZodObject;
}

/** Returns every key that a file may have, except those that choose among forms. */
export function keysOf(schema: unknown, path = ""): Key[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.ZodType>(schema.shape).flatMap(([key, field]) => {
      const here = `${path}.${key}`;
      if (literalOf(field) && /\.(type|backend)$/.test(here)) return [];
      return [{ path: here, field, object: schema }, ...keysOf(field, here)];
    });
  }
  if (schema instanceof z.ZodRecord) return keysOf(schema.valueType, `${path}.*`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysOf(option, path));
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? keysOf(schema.unwrap(), path) : [];
}

/** Returns what the keys of a schema lack: a description, a valid example, what holds without them. */
export function undescribedKeys(schema: unknown): string[] {
  return keysOf(schema).flatMap(({ path, field }) => {
    const { description, example, absent } = z.globalRegistry.get(field) ?? {};
    return [
      ...(description ? [] : [`${path} has no description`]),
      ...(field.safeParse(example).success ? [] : [`${path} has no valid example`]),
      ...(field instanceof z.ZodOptional && !absent ? [`${path} does not say what holds without it`] : []),
    ];
  });
}
