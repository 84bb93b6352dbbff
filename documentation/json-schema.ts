import * as z from "zod";
import { SCHEMA_LINK } from "../config/read/json";
import { environmentSchema } from "../config/schema";
import { choice } from "../config/schema-fields";

type Override = NonNullable<z.core.ToJSONSchemaParams["override"]>;

/** `environments/environment.schema.json`: lets editors complete and check a `.tfvars.json` file. */
export function environmentJsonSchema(): string {
  const { properties, ...schema } = z.toJSONSchema(environmentSchema, { io: "input", override: forEditors });
  const link = { type: "string", description: "This schema, for editors." };
  return `${JSON.stringify({ ...schema, properties: { [SCHEMA_LINK]: link, ...properties } }, null, 2)}\n`;
}

/** Adds what the schema says of itself, in the words that JSON Schema and editors know. */
const forEditors: Override = ({ zodSchema, jsonSchema }) => {
  const { absent, description, example, form } = z.globalRegistry.get(zodSchema) ?? {};
  for (const own of ["absent", "example", "form", "refused"]) delete jsonSchema[own];
  if (example !== undefined) jsonSchema.examples = [example];
  if (absent !== undefined) jsonSchema.description = `${description} Left out: ${absent}.`;
  // Only VS Code knows it; without, it would show the regular expression.
  if (form !== undefined && jsonSchema.pattern !== undefined) jsonSchema.patternErrorMessage = `It must be ${form}.`;
  // Zod keeps no default where the value is transformed later.
  if (zodSchema instanceof z.ZodDefault) jsonSchema.default = zodSchema.def.defaultValue;
  // Says which there are; of forms that all fail, an editor would name the first.
  if (zodSchema instanceof z.ZodDiscriminatedUnion) {
    const known = zodSchema.options.map((form) => choice(zodSchema, form));
    jsonSchema.type = "object";
    jsonSchema.properties = { [zodSchema.def.discriminator]: { enum: known } };
  }
  // Whole numbers are within these anyway, and nobody wants to read so.
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};
