import { knownFields, topicsWithFields } from "../genesys/fields";
import { listed } from "../genesys/listed";
import { exampleBelow, type Shape, shapesAnywhere, shapesAt } from "../genesys/shapes";
import type { Fault } from "../text/issue";
import type { Path } from "../text/value";
import type { ValueUse } from "./value-use";

/**
 * Returns the faults of a path where a list or an object would take the place of a text: an error where known, a warning where
 * possible.
 */
export function structureFaults(
  value: string,
  plain: string,
  topics: readonly string[],
  path: Path,
  { noun, structure: { fate, advice } }: ValueUse,
): Fault[] {
  const each = (topics.length > 0 ? topics : [undefined]).map((topic) => ({ topic, shapes: shapesAt(plain, topic) }));
  const certain = each.filter(({ shapes }) => isStructure(shapes) && !shapes.has("value"));
  const mixed = each.filter(({ shapes }) => isStructure(shapes));
  const [of] = certain.length > 0 ? certain : mixed;
  const example = exampleBelow(plain, of?.topic ?? topicWith(plain));
  const instead = `write one of its values for ${noun}${example === plain ? "" : `, such as ${example}`}`;
  const rest = `${fate}; ${instead}${advice === undefined ? "" : `, or ${advice}`}`;
  if (certain.length > 0) {
    const where = certain.flatMap(({ topic }) => topic ?? []);
    const events = where.length === 0 ? "every event" : `events of ${listed(where)}`;
    const message = `${value} is ${kindOf(certain[0]?.shapes)} in ${events}, and ${rest}`;
    return [{ id: "not-text", path, message }];
  }
  const elsewhere = each.some(({ topic, shapes }) => shapes === undefined && knownFields(topic ?? "") === undefined)
    ? shapesAnywhere(plain)
    : undefined;
  if (mixed.length === 0 && !(isStructure(elsewhere) && !elsewhere.has("value"))) return [];
  const events = mixed.length > 0 ? "some events" : "events of other topics";
  const message = `${value} is ${kindOf(mixed[0]?.shapes ?? elsewhere)} in ${events}, and ${rest}`;
  return [{ id: "not-text", severity: "warning", path, message }];
}

function isStructure(shapes: ReadonlySet<Shape> | undefined): shapes is ReadonlySet<Shape> {
  return shapes !== undefined && (shapes.has("list") || shapes.has("object"));
}

const kindOf = (shapes: ReadonlySet<Shape> | undefined) => (shapes?.has("list") ? "a list" : "an object");

/** Returns a topic in whose events the path is known. */
function topicWith(plain: string): string | undefined {
  return topicsWithFields.find((topic) => isStructure(shapesAt(plain, topic)));
}
