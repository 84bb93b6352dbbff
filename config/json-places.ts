import * as z from "zod";
import { jsonValues } from "../schema/json-value";
import type { Path } from "../text/value";
import { environmentSchema } from "./schema";

interface JsonPlace {
  /** The path, with * for every name of a map and every place in a list. */
  readonly path: readonly string[];
  readonly use: "pattern" | "sent";
}

let places: readonly JsonPlace[] | undefined;

/** The use of what stands at a path or above it, where the schema says that it is JSON. */
export function jsonUse(path: Path): JsonPlace["use"] | undefined {
  places ??= collected(environmentSchema, []);
  return places.find((place) => place.path.every((part, depth) => part === path[depth] || isAny(part, path[depth])))
    ?.use;
}

function isAny(part: string, written: string | number | undefined): boolean {
  return part === "*" && written !== undefined;
}

function collected(schema: unknown, path: readonly string[]): JsonPlace[] {
  const use = schema instanceof z.ZodType ? jsonValues.get(schema)?.use : undefined;
  if (use !== undefined) return [{ path, use }];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return collected(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return [...collected(schema.in, path), ...collected(schema.out, path)];
  if (schema instanceof z.ZodRecord) return collected(schema.valueType, [...path, "*"]);
  if (schema instanceof z.ZodArray) return collected(schema.element, [...path, "*"]);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => collected(option, path));
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, field]) => collected(field, [...path, key]));
}
