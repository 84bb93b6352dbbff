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
