import * as z from "zod";
import { fields, type Schema, words, written } from "../../config/schema-fields";
import type { StreamType } from "../../streams/stream-type";

/** A key that has to be asked for, since nothing holds without it. */
export interface Wanted {
  readonly key: string;
  readonly schema: Schema;
  /** A value that is right, as it is written in the file. */
  readonly example: unknown;
}

/** Returns the keys of a form that must be given. */
export function requiredKeys(form: Schema): Wanted[] {
  if (!(form instanceof z.ZodObject)) return [];
  return fields(form)
    .filter(([, field]) => !(field instanceof z.ZodOptional || field instanceof z.ZodDefault))
    .map(([key, schema]) => ({ key, schema, example: words(schema).example }));
}

/** Returns the keys that a stream of the type is asked for: those required, and its topics. */
export function streamKeysWanted({ schema, topicsKey }: StreamType): Wanted[] {
  const required = requiredKeys(schema);
  if (topicsKey === undefined || required.some(({ key }) => key === topicsKey)) return required;
  return [...required, ...keyOf(schema, topicsKey)];
}

/** Returns one key of a form; none where it has no such key. */
export function keyOf(form: Schema, key: string): Wanted[] {
  const field = form instanceof z.ZodObject ? form.shape[key] : undefined;
  return field === undefined ? [] : [{ key, schema: field, example: words(field).example }];
}

/** Returns the value that one text gives: itself, a list of it, or the form with one text that takes it; undefined where no text can. */
export function valueOfText(schema: Schema, text: string): unknown {
  const value = written(schema);
  if (value instanceof z.ZodArray) return [text];
  if (value instanceof z.ZodNumber) return text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);
  if (value instanceof z.ZodString || value instanceof z.ZodEnum) return text;
  if (!(value instanceof z.ZodUnion) || value instanceof z.ZodDiscriminatedUnion) return undefined;
  const forms = value.options.flatMap((form) => {
    const [first, ...others] = requiredKeys(form);
    return first === undefined || others.length > 0 ? [] : [{ [first.key]: text }];
  });
  return forms.find((form) => value.safeParse(form).success) ?? forms[0];
}

/** Tells whether one text can give the value. */
export function takesText(schema: Schema): boolean {
  return valueOfText(schema, "") !== undefined;
}
