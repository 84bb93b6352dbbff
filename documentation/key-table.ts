import * as z from "zod";
import { fields, words } from "../config/schema-fields";
import { literal } from "../config/schema-wording";
import { code, table } from "../report/formats/markdown/text";
import { prose } from "./markdown";
import { rangeOf } from "./range";

/** All that there is to say of the keys of a map. */
export function keyTable(object: z.ZodObject, path: string): string {
  const rows = fields(object).map(([key, field]) => {
    const { description = "", absent = "required", example } = words(field);
    const without = field instanceof z.ZodDefault ? code(literal(field.def.defaultValue)) : prose(absent);
    return [code(key), prose(description), rangeOf(field, joined(path, key)), without, code(literal(example))];
  });
  if (rows.length === 0) return "No other keys.";
  return table(["key", "meaning", "range", "left out", "example"], rows);
}

export function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
