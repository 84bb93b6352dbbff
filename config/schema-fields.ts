import * as z from "zod";
import { literalOf } from "./schema-wording";

export type Schema = z.core.$ZodType;

/** Returns the schema of what is written in the file: without "may be left out", and before anything is made of it. */
export function written(schema: Schema): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return written(schema.unwrap());
  return schema instanceof z.ZodPipe ? written(schema.in) : schema;
}

/** Returns what the schema says of itself, with the form of the text that is written there. */
export function words(schema: Schema): z.core.GlobalMeta {
  return { ...z.globalRegistry.get(written(schema)), ...z.globalRegistry.get(schema) };
}

/** The keys of a map, but for the one that chooses among its forms. */
export function fields(object: z.ZodObject): [key: string, field: Schema][] {
  return Object.entries(object.shape).filter(([, field]) => literalOf(field)?.values.size !== 1);
}

/** The `type` or `backend` of one form. */
export function choice({ def }: z.ZodDiscriminatedUnion, form: Schema): string {
  const chosen = form instanceof z.ZodObject ? literalOf(form.shape[def.discriminator]) : undefined;
  return chosen === undefined ? "" : [...chosen.values].join();
}
