import * as fc from "fast-check";
import type * as z from "zod";

/** What means something to Terraform, CDKTF, EventBridge, JavaScript, JSON or a terminal. */
const PIECES = [
  ..."aB0 ._-/:*$%}\"\\'\n\r\t\b\f\0\u0085\u2028\u202eé#<",
  ...[
    "${",
    "%{",
    "$${",
    "${path.module}",
    "%{ if true }",
    "\u001b[31m",
    "e\u0301",
    "👩‍👩‍👧",
    "\u{10ffff}",
    "{TfToken[0]}",
  ],
  ...[
    "<id>",
    "<detail.eventBody.id>",
    "<aws.events.event>",
    "<aws.events.event.json>",
    "$.detail",
    '{"a":<id>}',
    "<<EOT",
  ],
];
/** Names that JavaScript, HCL or a file system takes for something else. */
const AWKWARD = [
  "constructor",
  "toString",
  "hasOwnProperty",
  "__proto__",
  "length",
  "true",
  "null",
  "for",
  "0123",
  "12",
  ".",
];

const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 8 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(...AWKWARD),
);

/** Random texts that a schema takes. */
export function matching(schema: z.ZodString): fc.Arbitrary<string> {
  const pattern = patternOf(schema);
  const drawn =
    pattern === undefined
      ? anyText
      : fc.oneof(
          { weight: 9, arbitrary: fc.stringMatching(withoutAssertions(pattern)) },
          { weight: 1, arbitrary: fc.constantFrom(...AWKWARD) },
        );
  return drawn.filter((value) => schema.safeParse(value).success);
}

function patternOf(schema: z.ZodString): RegExp | undefined {
  for (const { _zod } of schema.def.checks ?? []) {
    if ("pattern" in _zod.def && _zod.def.pattern instanceof RegExp) return _zod.def.pattern;
  }
  return undefined;
}

/** What fast-check cannot draw from; what they forbid is sorted out afterwards. */
function withoutAssertions({ source, flags }: RegExp): RegExp {
  return new RegExp(source.replace(/\(\?[=!][^()]*\)/g, ""), flags.replace("i", ""));
}
