import type { Finds, FoundAttribute } from "../../destinations/parts/found";
import { atPath } from "./at-path";
import { ANYTHING, anyOf, isAnything, type Shape, TEXT } from "./shape";

/** Returns the shape of what whoever reads a destination finds of an event, where that is not what is sent. */
export function foundShape(finds: Finds, event: Shape): Shape {
  if (finds === "event") return event;
  const attributes = Object.entries(finds);
  return {
    type: "object",
    properties: Object.fromEntries(attributes.map(([name, attribute]) => [name, attributeShape(attribute, event)])),
    required: attributes.flatMap(([name, { always }]) => (always ? [name] : [])),
    additionalProperties: false,
  };
}

function attributeShape({ as, path }: FoundAttribute, event: Shape): Shape {
  switch (as) {
    case "text":
      return TEXT;
    case "number":
      return { type: "number" };
    case "event":
      return { ...TEXT, contentMediaType: "application/json", contentSchema: event };
    case "value":
      return valueShape(atPath(event, path)?.shape ?? ANYTHING);
    default:
      return as satisfies never;
  }
}

/** A list or an object is written as text. */
function valueShape(shape: Shape): Shape {
  if (isAnything(shape)) return shape;
  return anyOf((shape.anyOf ?? [shape]).map((one) => (one.type === "array" || one.type === "object" ? TEXT : one)));
}
