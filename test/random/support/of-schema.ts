import * as fc from "fast-check";
import * as z from "zod";
import { matching } from "./matching";

/** Values that are better chosen than drawn, by the schema that they are for. A key that is chosen is always there. */
export type Choices = ReadonlyMap<unknown, fc.Arbitrary<unknown>>;

const FEW_KEYS = { maxKeys: 3, noNullPrototype: true };

/** Any JSON, with texts that mean something somewhere. */
export const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    matching(z.string()),
    fc.constantFrom(null, true, false, 0, -1, 0.5, 1e21, 1e-7, Number.MAX_SAFE_INTEGER + 1),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(matching(z.string()), tie("value"), FEW_KEYS),
  ),
})).value;

/** Random values of a schema's shape, however the schema grows. Some break the rules that hold between keys. */
export function ofSchema(schema: unknown, choices: Choices): fc.Arbitrary<unknown> {
  const chosen = choices.get(schema);
  if (chosen !== undefined) return chosen;
  const drawn = draw(schema, choices);
  const example = schema instanceof z.ZodType ? z.globalRegistry.get(schema)?.example : undefined;
  if (typeof example !== "string") return drawn; // other examples name what may not be there
  return fc.oneof({ weight: 3, arbitrary: drawn }, { weight: 1, arbitrary: fc.constant(example) });
}

function draw(schema: unknown, choices: Choices): fc.Arbitrary<unknown> {
  const of = (inner: unknown) => ofSchema(inner, choices);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return of(schema.unwrap());
  if (schema instanceof z.ZodObject) return record(schema.shape, choices);
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(of(schema.keyType).map(String), of(schema.valueType), FEW_KEYS);
  if (schema instanceof z.ZodArray) return fc.array(of(schema.element), { minLength: minimumOf(schema), maxLength: 4 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(of));
  if (schema instanceof z.ZodPipe) return of(schema.in);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodUnknown) return anything;
  if (schema instanceof z.ZodString) return matching(schema);
  if (schema instanceof z.ZodNumber && schema.isInt) {
    const { minValue, maxValue } = schema;
    return fc.integer({ min: minValue ?? Number.MIN_SAFE_INTEGER, max: maxValue ?? Number.MAX_SAFE_INTEGER });
  }
  throw new Error(`${schema instanceof z.ZodType ? schema.def.type : schema} has no random values yet; add them here`);
}

function record(shape: z.ZodRawShape, choices: Choices): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape);
  const required = fields.filter(
    ([, field]) => choices.has(field) || !(field instanceof z.ZodOptional || field instanceof z.ZodDefault),
  );
  return fc.record(Object.fromEntries(fields.map(([key, field]) => [key, ofSchema(field, choices)])), {
    requiredKeys: required.map(([key]) => key),
    noNullPrototype: true,
  });
}

function minimumOf(schema: z.ZodArray): number {
  const [minimum = 0] = (schema.def.checks ?? []).flatMap(({ _zod }) =>
    "minimum" in _zod.def && typeof _zod.def.minimum === "number" ? _zod.def.minimum : [],
  );
  return minimum;
}
