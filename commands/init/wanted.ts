import * as z from "zod";
import { choice, fields, type Schema, words, written } from "../../config/schema-fields";
import type { StreamType } from "../../streams/stream-type";
import type { Begun } from "./begun";

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

/** Returns the keys that a stream of the type is asked for: those required, its topics, and what nothing holds without. */
export function streamKeysWanted({ schema, topicsKey, asked }: StreamType, keys: Begun["stream"]): Wanted[] {
  const required = requiredKeys(schema);
  const more = [...(topicsKey === undefined ? [] : [topicsKey]), ...(asked?.(keys) ?? [])];
  const others = more.filter((key) => !required.some((one) => one.key === key));
  return [...required, ...others.flatMap((key) => keyOf(schema, key))];
}

/** Returns one key of a form; none where it has no such key. */
export function keyOf(form: Schema, key: string): Wanted[] {
  const field = form instanceof z.ZodObject ? form.shape[key] : undefined;
  return field === undefined ? [] : [{ key, schema: field, example: words(field).example }];
}

/** Returns the value that one text gives: itself, a list of it, or the form with one text that takes it; undefined where no text can. */
export function valueOfText(schema: Schema, text: string): unknown {
  const value = written(schema);
  if (value instanceof z.ZodArray) return text.split(/\s*,\s*/);
  if (value instanceof z.ZodNumber) return text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);
  if (value instanceof z.ZodString || value instanceof z.ZodEnum) return text;
  if (!(value instanceof z.ZodUnion) || value instanceof z.ZodDiscriminatedUnion) return undefined;
  if (value.options.some((form) => form instanceof z.ZodString)) return text;
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

/** Returns the value that an option gives: what a text gives, or the form that its first word names with what that requires. */
export function valueOfOption(schema: Schema, word: string): unknown {
  const union = written(schema);
  if (!(union instanceof z.ZodDiscriminatedUnion)) return valueOfText(schema, word);
  const [, name = "", text = ""] = /^([^=]*)=?(.*)$/s.exec(word) ?? [];
  const texts = text === "" ? [] : text.split(",");
  const given = keysOfForm(union, name).flatMap(({ key, schema }, index): [string, unknown][] => {
    const value = texts[index];
    return value === undefined ? [] : [[key, valueOfText(schema, value)]];
  });
  return Object.fromEntries([[union.def.discriminator, name], ...given]);
}

/** Returns a value as an option has it; undefined where no option can give it. */
export function optionWord(schema: Schema, example: unknown): string | undefined {
  const union = written(schema);
  if (!(union instanceof z.ZodDiscriminatedUnion)) return takesText(schema) ? textOf(example) : undefined;
  const name = String(Object(example)[union.def.discriminator]);
  return `${name}=${keysOfForm(union, name)
    .map(({ key }) => textOf(Object(example)[key]))
    .join()}`;
}

function textOf(example: unknown): string {
  const [value] = [example].flat();
  return typeof value === "string" ? value : Object.values(Object(value)).join();
}

/** Returns the keys that the form of this name must have. */
function keysOfForm(union: z.ZodDiscriminatedUnion, name: string): Wanted[] {
  const form = union.options.find((one) => choice(union, one) === name);
  return form === undefined ? [] : requiredKeys(form);
}
