import { onceForEach } from "../text/once";
import { ENVELOPE_FIELDS } from "./envelope";
import { type Fields, knownFields, topicsWithFields } from "./fields";

/** A form that the value at a path has; `absent` where an event has none. */
export type Shape = "list" | "object" | "value" | "absent";

/** Returns the forms that a path has in known events of a topic, several where they differ; undefined where nothing is known. */
export function shapesAt(path: string, topic: string | undefined): ReadonlySet<Shape> | undefined {
  const fields = fieldsOfEvents(topic);
  const found = new Set<Shape>();
  const parts = path.split(".");
  let plain = "";
  for (const [n, part] of parts.entries()) {
    const [name = "", ...indexes] = part.split("[");
    plain = plain === "" ? name : `${plain}.${name}`;
    const kinds = kindsAt(plain, fields);
    if (kinds === undefined) return isOpen(plain, topic, fields) ? undefined : new Set(["absent"]);
    if (kinds.has("absent")) found.add("absent");
    // EventBridge takes a list's members by number only.
    const isLast = n === parts.length - 1;
    if (kinds.has("list") ? indexes.length === 0 && !isLast : indexes.length > 0) return new Set(["absent"]);
    if (!isLast) continue;
    if (kinds.has("list") && indexes.length === 0) return found.add("list");
    if (kinds.has("object") || kinds.has("members")) found.add("object");
    if ([...kinds].some((kind) => ["boolean", "null", "number", "string"].includes(kind))) found.add("value");
  }
  return found;
}

/** Returns the same for all topics with known events: likely for others too, since Genesys Cloud gives like things like names. */
export function shapesAnywhere(path: string): ReadonlySet<Shape> {
  const known = anywhere.get(path);
  if (known !== undefined) return known;
  const shapes = new Set(topicsWithFields.flatMap((topic) => [...(shapesAt(path, topic) ?? [])]));
  anywhere.set(path, shapes);
  return shapes;
}

const anywhere = new Map<string, ReadonlySet<Shape>>();

/**
 * Returns the paths of all values below an object; undefined where some are unknown, or in a list, which has any number of them.
 */
export function valuesBelow(path: string, topic: string | undefined): string[] | undefined {
  const entries = Object.entries(fieldsOfEvents(topic)).filter(([name]) => name.startsWith(`${path}.`));
  const body = "detail.eventBody";
  if (path === "detail" && !entries.some(([name]) => name.startsWith(`${body}.`))) return undefined;
  if (entries.length === 0 || entries.some(([, kinds]) => kinds.includes("list") || kinds.includes("object"))) {
    return undefined;
  }
  return entries.map(([name]) => name);
}

/** Returns the path of a value within a list or an object, for advice. */
export function exampleBelow(path: string, topic: string | undefined): string {
  const fields = fieldsOfEvents(topic);
  const isList = kindsAt(plainPath(path), fields)?.has("list") && !path.endsWith("]");
  const here = isList ? `${path}[0]` : path;
  const below = `${plainPath(path)}.`;
  const members = Object.keys(fields).filter((name) => name.startsWith(below));
  const member = members.find((name) => !fields[name]?.includes("list")) ?? members[0];
  const first = member?.slice(below.length).split(".")[0];
  return first === undefined ? here : exampleBelow(`${here}.${first}`, topic);
}

/** Returns the path with a number behind each list and nowhere else; undefined where that changes nothing, or no topic has it. */
export function indexed(path: string, topics: readonly string[]): string | undefined {
  for (const topic of topics) {
    const fields = fieldsOfEvents(topic);
    let plain = "";
    const parts = path.split(".").map((part) => {
      const [name = "", index] = part.split("[");
      plain = plain === "" ? name : `${plain}.${name}`;
      return kindsAt(plain, fields)?.has("list") ? `${name}[${index ?? "0]"}` : name;
    });
    if (kindsAt(plainPath(path), fields) !== undefined && parts.join(".") !== path) return parts.join(".");
  }
  return undefined;
}

/** Returns the path without the numbers of lists' members. */
export function plainPath(path: string): string {
  return path.replace(/\[\d+\]/g, "");
}

const OBJECTS = ["detail", "detail.eventBody", "detail.metadata"];

/** Returns the kinds at a path, and `members` where there are paths below it. */
function kindsAt(path: string, fields: Fields): ReadonlySet<string> | undefined {
  return kindsOf(fields).get(path);
}

/** The kinds at every path of the fields and of what holds them. */
const kindsOf = onceForEach((fields: Fields): ReadonlyMap<string, ReadonlySet<string>> => {
  const kinds = new Map<string, Set<string>>();
  for (const [path, own] of Object.entries(fields)) {
    kinds.set(path, new Set([...own, ...(kinds.get(path) ?? [])]));
    for (let end = path.lastIndexOf("."); end !== -1; end = path.lastIndexOf(".", end - 1)) {
      const above = path.slice(0, end);
      kinds.set(above, (kinds.get(above) ?? new Set()).add("members"));
    }
  }
  for (const path of OBJECTS) kinds.set(path, (kinds.get(path) ?? new Set()).add("members"));
  return kinds.set("resources", new Set(["list", "string"]));
});

/** Returns whether the path is below an object that may hold any names. */
function isOpen(path: string, topic: string | undefined, fields: Fields): boolean {
  if (path.startsWith("detail.metadata.")) return true;
  const isKnown = topic !== undefined && knownFields(topic) !== undefined;
  if (path.startsWith("detail.eventBody.") && !isKnown) return true;
  return Object.entries(fields).some(([name, kinds]) => path.startsWith(`${name}.`) && kinds.includes("object"));
}

const all = new Map<string | undefined, Fields>();

/** Returns a topic's fields with those of every event; without a prototype, so that a path such as "constructor" finds nothing. */
function fieldsOfEvents(topic: string | undefined): Fields {
  const before = all.get(topic);
  if (before !== undefined) return before;
  const known: Fields = { ...ENVELOPE_FIELDS, ...(topic === undefined ? {} : knownFields(topic)) };
  const fields: Fields = Object.setPrototypeOf(known, null);
  all.set(topic, fields);
  return fields;
}
