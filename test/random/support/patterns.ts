import * as fc from "fast-check";
import { anything } from "./of-schema";

const literal = fc.oneof(
  fc.string({ minLength: 1, maxLength: 10 }),
  fc.constantFrom("Delete", "${x}", "%{ if true }", "é", "{TfToken[0]}", "\u001b"),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const someText = fc.string({ minLength: 1, maxLength: 10, unit: fc.constantFrom(..."abc-/.é$") });
const numeric = fc.oneof(
  fc.tuple(fc.constantFrom("<", "<=", "=", ">", ">="), fc.integer({ min: -1000, max: 1000 })),
  fc.integer({ min: 0, max: 9 }).map((low) => [">", low, "<=", low + 1]),
);
const literals = fc.oneof(someText, fc.array(someText, { minLength: 1, maxLength: 3 }));

const operator = fc.oneof(
  someText.map((prefix) => ({ prefix })),
  someText.map((text) => ({ prefix: { "equals-ignore-case": text } })),
  someText.map((suffix) => ({ suffix })),
  someText.map((text) => ({ "equals-ignore-case": text })),
  someText.map((text) => ({ wildcard: `${text}*` })),
  fc.oneof(literals, fc.record({ prefix: literals })).map((value) => ({ "anything-but": value })),
  numeric.map((value) => ({ numeric: value })),
  fc.boolean().map((exists) => ({ exists })),
  fc.constantFrom("10.0.0.0/8", "2001:db8::/32").map((cidr) => ({ cidr })),
);
const leaf = fc.array(fc.oneof({ weight: 2, arbitrary: literal }, { weight: 1, arbitrary: operator }), {
  minLength: 1,
  maxLength: 3,
});

const field = fc.oneof(
  fc.constantFrom("eventBody", "topicName", "metadata", "id", "action", "entity", "constructor", "${x}"),
  fc.string({ minLength: 1, maxLength: 6, unit: "binary" }),
);
const detail = fc.letrec((tie) => ({
  node: fc.dictionary(field, fc.oneof({ maxDepth: 3 }, leaf, tie("node")), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  }),
})).node;

const choice = fc.array(fc.record({ detail }), { minLength: 2, maxLength: 3 });
const rightPattern = fc.record(
  { detail, account: leaf, "detail-type": leaf, resources: leaf, $or: choice },
  { requiredKeys: ["detail"], noNullPrototype: true },
);
const brokenPattern = fc.dictionary(field, anything, { maxKeys: 3, noNullPrototype: true });

const pattern = fc.oneof({ weight: 6, arbitrary: rightPattern }, { weight: 1, arbitrary: brokenPattern });

/** Event patterns as the file takes them, most of them right: an object, or its JSON text in one of several spellings. */
export const patterns = fc.oneof(
  { weight: 2, arbitrary: pattern },
  {
    weight: 1,
    arbitrary: fc.tuple(pattern, fc.constantFrom(0, 2)).map(([value, indent]) => JSON.stringify(value, null, indent)),
  },
  {
    weight: 1,
    arbitrary: pattern.map((value) => JSON.stringify(value).replaceAll("T", "\\u0054").replaceAll("{x", "\\u007bx")),
  },
);
