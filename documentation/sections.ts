import * as z from "zod";
import { choice, fields, type Schema, words, written } from "../config/schema-fields";
import { literal } from "../config/schema-wording";
import { code, table } from "../report/formats/markdown/text";
import { joined, keyTable } from "./key-table";
import { link, prose } from "./markdown";

export interface Section {
  readonly heading: string;
  /** 2 for a part of the file, 3 for a part of that. */
  readonly depth: number;
  /** The texts, one for each form that the value may have. */
  readonly texts: readonly string[];
}

/** Forms of several places, by the name that they are shown under. */
type Named = Map<string, Schema>;

/** Every map of the file with keys of its own, in the order of the file; what stands in several places comes last. */
export function sections(root: z.ZodObject, heading: string): Section[] {
  const named: Named = new Map();
  const found = mapSections(root, { heading, depth: 2, path: "" }, named);
  for (const [title, form] of named) found.push(...sectionsOf(form, title, 2, named)); // which may name others
  return found;
}

function sectionsOf(schema: Schema, path: string, depth: number, named: Named): Section[] {
  const value = written(schema);
  const place = { heading: code(path), depth, path };
  if (value instanceof z.ZodRecord) return sectionsOf(value.valueType, `${path}.<name>`, depth, named);
  if (value instanceof z.ZodObject) return mapSections(value, place, named);
  if (value instanceof z.ZodDiscriminatedUnion) return formSections(value, place, named);
  if (!(value instanceof z.ZodUnion)) return [];
  return merged(
    about(value),
    value.options.flatMap((option) => sectionsOf(option, path, depth, named)),
  );
}

type Place = Omit<Section, "texts"> & { readonly path: string };

function mapSections(object: z.ZodObject, { heading, depth, path }: Place, named: Named): Section[] {
  const { example } = words(object);
  const shown = example === undefined ? [] : [`For example: ${code(literal(example))}`];
  const own = { heading, depth, texts: [[...about(object), keyTable(object, path), ...shown].join("\n\n")] };
  const below = fields(object).flatMap(([key, field]) => {
    const { title } = words(written(field));
    if (title === undefined) return sectionsOf(field, joined(path, key), path === "" ? depth : depth + 1, named);
    named.set(title, origin(written(field)));
    return [];
  });
  return [own, ...below];
}

function formSections(union: z.ZodDiscriminatedUnion, { heading, depth, path }: Place, named: Named): Section[] {
  const { discriminator } = union.def;
  const forms = union.options.flatMap((form) => {
    const value = choice(union, form);
    return form instanceof z.ZodObject ? [{ form, value, heading: formHeading(path, discriminator, value) }] : [];
  });
  const rows = forms.map(({ form, value, heading }) => [
    link(heading, code(literal(value))),
    prose(words(form).description ?? ""),
  ]);
  const text = [...about(union), table([code(discriminator), "meaning"], rows)].join("\n\n");
  const own = { heading, depth, texts: [text] };
  return [own, ...forms.flatMap(({ form, heading }) => mapSections(form, { heading, depth: depth + 1, path }, named))];
}

/** Returns the heading of the form that a map has where `key` is `value`. */
export function formHeading(path: string, key: string, value: string): string {
  return `${code(path)} of ${key} ${code(value)}`;
}

/** Forms that nothing but their keys tell apart stand in one section. */
function merged(about: readonly string[], found: readonly Section[]): Section[] {
  const [first, ...others] = found;
  if (first === undefined || others.some(({ heading }) => heading !== first.heading)) return [...found];
  const [text, ...texts] = found.flatMap(({ texts }) => texts);
  return [{ ...first, texts: [[...about, text].join("\n\n"), ...texts] }];
}

/** The form itself, rather than what one key says of it. */
function origin(schema: Schema): Schema {
  const { parent } = schema._zod;
  return parent === undefined || words(parent).title === undefined ? schema : origin(parent);
}

function about(schema: Schema): string[] {
  const { description } = words(schema);
  return description === undefined ? [] : [prose(description)];
}
