import * as z from "zod";
import type { Path } from "../text/value";
import { environmentSchema } from "./schema";

const NAMED = ["streams", "rules", "destinations"];
/** The most places of a key that are named; more say nothing. */
const MOST = 4;

let places: Map<string, Set<string>> | undefined;

/** Returns where a key belongs that is at the wrong place, in words; undefined where no other part of the file has it. */
export function placesOfKey(path: Path): string | undefined {
  places ??= collected();
  const found = [...(places.get(String(path.at(-1))) ?? [])];
  // Of another type, which the keys beside it do not have.
  if (found.includes(placeOf(path))) return undefined;
  return found.length === 0 || found.length > MOST ? undefined : found.join(" or ");
}

function placeOf(path: Path): string {
  const names = path.slice(0, -1).map((part, depth) => {
    const above = path.slice(0, depth);
    const named = (depth === 1 && NAMED.includes(String(above[0]))) || above.at(-1) === "targets";
    return named ? "<name>" : String(part);
  });
  return `into ${names.join(".")}`;
}

function collected(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (schema: unknown, path: string): void => {
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) visit(schema.unwrap(), path);
    else if (schema instanceof z.ZodRecord) visit(schema.valueType, `${path}.<name>`);
    else if (schema instanceof z.ZodUnion) for (const option of schema.options) visit(option, path);
    if (!(schema instanceof z.ZodObject)) return;
    for (const [key, field] of Object.entries(schema.shape)) {
      const here = path === "" ? "to the top of the file" : `into ${path}`;
      found.set(key, (found.get(key) ?? new Set()).add(here));
      visit(field, path === "" ? key : `${path}.${key}`);
    }
  };
  visit(environmentSchema, "");
  return found;
}
