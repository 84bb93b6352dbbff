import { received } from "../contract";
import { knownTexts, type Shape } from "../shapes/shape";
import { about, comment, keyText } from "./comment";
import { withContents } from "./contents";
import type { Writer } from "./writer";

/** Types of TypeScript, each exported: of every message, and of all that comes. */
export const typescript: Writer = {
  write(contract) {
    const messages = received(contract);
    const types = messages
      .flatMap(withContents)
      .map(({ name, description, shape }) => `${comment(description)}export type ${name} = ${typeOf(shape, "")};\n`);
    const all = contract.destinations.map(({ name, typeName, description, messages: own }) => {
      const words = `All that destination ${name} gets, as ${description}.`;
      return `${comment(words)}export type ${typeName} = ${own.map((message) => message.name).join(" | ")};\n`;
    });
    const event = `${comment("Whatever comes.")}export type Event = ${messages.map(({ name }) => name).join(" | ")};\n`;
    return [comment(`${contract.title}. ${contract.description}`), ...types, ...all, event].join("\n").trimEnd();
  },
};

function typeOf(shape: Shape, indent: string): string {
  const { anyOf, const: only, enum: values, type, items, prefixItems } = shape;
  if (only !== undefined) return JSON.stringify(only);
  const known = knownTexts(shape);
  // Editors offer the known texts, and any other will do.
  if (known !== undefined) return union([...known.map((text) => JSON.stringify(text)), "(string & {})"]);
  if (anyOf !== undefined) return union(anyOf.map((one) => typeOf(one, indent)));
  if (values !== undefined) return union(values.map((text) => JSON.stringify(text)));
  if (type === "object") return objectType(shape, indent);
  if (type !== "array") return type ?? "unknown";
  if (prefixItems !== undefined) return `[${prefixItems.map((one) => typeOf(one, indent)).join(", ")}]`;
  if (items === false) return "[]";
  const member = typeOf(items ?? {}, indent);
  return /^\w+$/.test(member) ? `${member}[]` : `(${member})[]`;
}

const union = (types: readonly string[]) => types.join(" | ");

function objectType({ properties = {}, required = [], additionalProperties }: Shape, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(properties).map(([name, shape]) => {
    const key = `${keyText(name)}${required.includes(name) ? "" : "?"}`;
    return `${comment(about(shape), inner)}${inner}${key}: ${typeOf(shape, inner)};\n`;
  });
  const open = additionalProperties === false ? [] : [`${inner}[name: string]: unknown;\n`];
  return `{\n${[...members, ...open].join("")}${indent}}`;
}
