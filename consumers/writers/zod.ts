import { received } from "../contract";
import type { Shape } from "../shapes/shape";
import { about, comment, keyText } from "./comment";
import { withContents } from "./contents";
import type { Writer } from "./writer";

/** Schemas of Zod 4 in TypeScript, with the type of each. */
export const zod: Writer = {
  write(contract) {
    const messages = received(contract);
    const schemas = messages
      .flatMap(withContents)
      .map(({ name, description, shape }) => exported(name, description, schemaOf(shape, "")));
    const all = contract.destinations.map(({ name, typeName, description, messages: own }) =>
      exported(typeName, `All that destination ${name} gets, as ${description}.`, union(own.map((one) => one.name))),
    );
    const event = exported("Event", "Whatever comes.", union(messages.map(({ name }) => name)));
    const head = `${comment(`${contract.title}. ${contract.description}`)}import * as z from "zod";\n`;
    return [head, ...schemas, ...all, event].join("\n").trimEnd();
  },
};

function exported(name: string, words: string, schema: string): string {
  return `${comment(words)}export const ${name} = ${schema};\nexport type ${name} = z.infer<typeof ${name}>;\n`;
}

function schemaOf(shape: Shape, indent: string): string {
  const { anyOf, const: only, enum: values, type, format, pattern, items, prefixItems } = shape;
  if (only !== undefined) return `z.literal(${JSON.stringify(only)})`;
  if (anyOf !== undefined) return union(anyOf.map((one) => schemaOf(one, indent)));
  if (values !== undefined) return `z.enum(${JSON.stringify(values)})`;
  if (format !== undefined) return "z.iso.datetime({ offset: true })";
  if (pattern !== undefined) return `z.string().regex(new RegExp(${JSON.stringify(pattern)}))`;
  if (type === "object") return objectSchema(shape, indent);
  if (type !== "array") return `z.${type ?? "unknown"}()`;
  if (prefixItems !== undefined) return `z.tuple([${prefixItems.map((one) => schemaOf(one, indent)).join(", ")}])`;
  return items === false ? "z.tuple([])" : `z.array(${schemaOf(items ?? {}, indent)})`;
}

const union = (schemas: readonly string[]) =>
  schemas.length === 1 ? (schemas[0] ?? "") : `z.union([${schemas.join(", ")}])`;

function objectSchema({ properties = {}, required = [], additionalProperties }: Shape, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(properties).map(([name, shape]) => {
    const schema = `${schemaOf(shape, inner)}${required.includes(name) ? "" : ".optional()"}`;
    return `${comment(about(shape), inner)}${inner}${keyText(name)}: ${schema},\n`;
  });
  return `z.${additionalProperties === false ? "strictObject" : "looseObject"}({\n${members.join("")}${indent}})`;
}
