import { genesysEnvelope } from "../../genesys/envelope";
import { onceForText } from "../../text/once";
import { eventShape } from "../shapes/event-shape";
import { knownTexts, type Shape } from "../shapes/shape";
import { type Making, numberAt, objectAt, textAt } from "./values";

export type Body = Readonly<Record<string, unknown>>;
type Make = (making: Making) => unknown;

/** How often a field is missing that not every known event has. */
const MISSING = 0.2;

type Part = (topic: string) => (making: Making) => Body;

/** Returns what makes bodies of a topic's events: each known field that events were seen to have, in some of them where not all have it. */
export const bodyOf: Part = onceForText((topic) => partOf(topic, "eventBody"));

/** Returns what makes the metadata beside a body. */
export const metadataOf: Part = onceForText((topic) => partOf(topic, "metadata"));

function partOf(topic: string, name: string): (making: Making) => Body {
  const { detail } = eventShape(topic, genesysEnvelope).properties ?? {};
  return objectMaker(detail?.properties?.[name] ?? {}, `detail.${name}`);
}

function objectMaker({ properties = {} }: Shape, path: string): (making: Making) => Body {
  const members = Object.entries(properties)
    .filter(([, shape]) => shape["x-seen"] !== "never")
    .map(([name, shape]) => ({ name, seldom: shape["x-seen"] === "sometimes", make: maker(shape, `${path}.${name}`) }));
  return (making) => {
    const body: Record<string, unknown> = {};
    for (const { name, seldom, make } of members) {
      const value = seldom && making.random.chance(MISSING) ? undefined : make(making);
      if (value !== undefined) body[name] = value;
    }
    return body;
  };
}

function maker(shape: Shape, path: string): Make {
  const known = knownTexts(shape);
  if (known !== undefined) return ownOr(path, known);
  if (shape.format !== undefined) return ({ at }) => new Date(at).toISOString();
  const { type, enum: values, anyOf: [first] = [], properties, items } = shape;
  if (values !== undefined) return ({ random }) => random.pick(values);
  if (first !== undefined) return maker(first, path);
  if (type === "boolean") return ({ random }) => random.chance(0.5);
  if (type === "number") return numberAt(path);
  if (type === "string") return textAt(path);
  if (type === "object") return properties === undefined ? objectAt(path) : partMaker(shape, path);
  if (type !== "array" || !items) return () => null;
  const member = maker(items, path);
  return (making) => [member(making)].filter((value) => value !== undefined);
}

/** Returns what makes an object within a body, which is missing where all of its fields are. */
function partMaker(shape: Shape, path: string): Make {
  const make = objectMaker(shape, path);
  return (making) => {
    const part = make(making);
    return Object.keys(part).length > 0 ? part : undefined;
  };
}

/** Returns a known value; of what the topic names itself, that. */
function ownOr(path: string, known: readonly string[]): Make {
  return ({ random, ids }) => (path.endsWith(".entityType") ? ids.entitytype : undefined) ?? random.pick(known);
}
