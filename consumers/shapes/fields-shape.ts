import type { Envelope } from "../../genesys/envelope";
import { isUnseen, knownFields, modelKinds } from "../../genesys/fields";
import { knownValues } from "../../genesys/values";
import { carriedBy } from "../../report/personal-data";
import { anyOf, type Kind, type Shape } from "./shape";

/** A field, or what holds some. */
interface Branch {
  kinds: readonly string[];
  readonly children: Map<string, Branch>;
}

/** What is said of a field by its path. */
interface About {
  readonly topic: string | undefined;
  readonly personal: ReadonlyMap<string, Shape["x-personal"]>;
}

/** Returns the shape that the fields of a topic's events, and those that every event has, make together. */
export function fieldsShape(topic: string | undefined, { fields, catalogued }: Envelope): Shape {
  const own = catalogued && topic !== undefined ? knownFields(topic) : undefined;
  const root: Branch = { kinds: [], children: new Map() };
  for (const [path, kinds] of Object.entries({ ...fields, ...own })) add(root, path, kinds);
  if (own === undefined || topic === undefined) return shapeOf(root, "", { topic: undefined, personal: new Map() });
  const personal = carriedBy(topic).carried.flatMap(({ kind, fields: paths }) =>
    paths.map((path) => [path, kind] as const),
  );
  return shapeOf(root, "", { topic, personal: new Map(personal) });
}

function add(root: Branch, path: string, kinds: readonly string[]): void {
  let branch = root;
  for (const name of path.split(".")) {
    // An object of any names has some with dots in them, which no path tells from those of objects within.
    if (branch.kinds.includes("object")) return;
    const next: Branch = branch.children.get(name) ?? { kinds: [], children: new Map() };
    branch.children.set(name, next);
    branch = next;
  }
  branch.kinds = kinds;
}

function shapeOf({ kinds, children }: Branch, path: string, about: About): Shape {
  const members = Object.fromEntries(
    [...children].map(([name, child]) => [name, shapeOf(child, path === "" ? name : `${path}.${name}`, about)]),
  );
  const value = children.size > 0 ? { type: "object" as const, properties: members } : valueShape(kinds, path, about);
  if (kinds.length === 0) return value;
  return { ...listed(value, kinds, path, about), ...said(path, kinds, about) };
}

const KINDS: readonly Kind[] = ["boolean", "null", "number", "object", "string"];

function valueShape(kinds: readonly string[], path: string, { topic }: About): Shape {
  const own = KINDS.filter((kind) => kinds.includes(kind)).map((type): Shape => ({ type }));
  const values = topic === undefined ? undefined : knownValues(path, [topic]);
  // Genesys Cloud may add values at any time.
  return values === undefined ? anyOf(own) : { anyOf: [{ enum: values }, ...own] };
}

/** Returns the shape of a list where the field is one; in events only, where the payload's model knows no list. */
function listed(value: Shape, kinds: readonly string[], path: string, { topic }: About): Shape {
  if (!kinds.includes("list")) return value;
  const list: Shape = { type: "array", items: value };
  const model = topic === undefined ? undefined : modelKinds(topic, path);
  return model === undefined || model.includes("list") ? list : anyOf([list, value]);
}

function said(path: string, kinds: readonly string[], { topic, personal }: About): Shape {
  if (topic === undefined) return {};
  const seen = isUnseen(topic, path) ? "never" : kinds.includes("absent") ? "sometimes" : "always";
  return { "x-personal": personal.get(path) ?? false, "x-seen": seen };
}
