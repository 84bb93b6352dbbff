import * as fc from "fast-check";
import { changed, pathsOf } from "./changed";

/** A secret in a place where it is known to be one. It is never printed. */
export const SECRET = "Hunter2Canary7";

/** What means something to a terminal, a log, Terraform, CDKTF, EventBridge, JavaScript or a page. */
const TEXTS: readonly string[] = [
  ...["\u001b[2J", "\u009b31m", "\u001b]0;x\u0007", "\u0000", "\u0007", "\b\b\b", "\u007f", "\r", "\n", "\t", "\u0085"],
  ...["\u202e", "\u2066", "\u200f", "\u061c", "\u2028", "\u2029", "\ufeff", "\u200b", "\u{e0041}", "e\u0301", "👩‍👩‍👧"],
  ...[
    "\n::error::x",
    "  ::set-output name=a::b",
    "\r\n::stop-commands::x",
    "##[error]x",
    "x ##[group]",
    "##vso[task.x]y",
  ],
  ...[
    "${x}",
    "$${x}",
    "%{ if true }",
    "%%{x}",
    "${path.module}",
    "${TfToken[TOKEN.0]}",
    "{TfToken[0]}",
    "$${TfToken[a.1]}",
  ],
  ...[
    "#{TfToken[TOKEN.0]}",
    "#{Token[TOKEN.0]}",
    "${Token[TOKEN.0]}",
    "TfToken[TOKEN.1]",
    "<TOKEN:1>",
    "&{TfToken[x.1]}",
  ],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "length", "then", "toJSON", "valueOf", "prototype", ""],
  ...[
    "<id>",
    "<aws.events.event>",
    "<aws.events.event.json>",
    "<aws.events.rule-arn>",
    "<",
    "\\<id>",
    "$.detail",
    "$",
    "$.",
  ],
  ...[
    '"',
    "\\",
    "\\u001b",
    "'",
    "`",
    "</script><script>alert(1)</script>",
    "<!--",
    "]]>",
    "|",
    "](javascript:x)",
    "\\|",
    "```",
  ],
  ...[
    "*",
    "**",
    "***a",
    "\\*",
    "?",
    "{id}",
    "v2.users.{id}.presence",
    "v2.*",
    "//",
    "../..",
    "/",
    "a/b",
    "C:\\x",
    "-",
    "--help",
    ".",
  ],
  ...[
    "null",
    "true",
    "0",
    "-1",
    "1e999",
    "NaN",
    "Infinity",
    "0x10",
    "007",
    "2026-11-28T00:00:00Z",
    "99999999999999999999",
  ],
  ...[
    "arn:aws:sqs:us-east-1:123456789012:x",
    "arn:aws:sqs:*:*:*",
    "arn:",
    "https://x.example/*",
    "https://",
    "javascript:x",
  ],
];

const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...TEXTS), { maxLength: 5 }).map((parts) => parts.join("")) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom("x", "*", "a*", "é", "<id>", "\\", '"', "[", "\u001b", "👩"),
        fc.constantFrom(100, 5000, 40_000),
      )
      .map(([part, times]) => part.repeat(times)),
  },
);
export const hostileText = text;

/** JSON that no JavaScript value gives: it stands for itself once the whole is text. */
const MARK = "\ue000raw:";
const RAW: readonly string[] = [
  ...[
    "1e999",
    "-0",
    "1E400",
    "9007199254740993",
    "0.1e-400",
    "-1.8881545897087626e+289",
    "-1.888154589708e289",
    "1.5e300",
  ],
  ...[
    '"\\ud800"',
    '"\\udc00x"',
    '{"__proto__":{"a":1}}',
    '{"a":1,"a":2}',
    '{"toString":1}',
    '{"length":{"toString":1}}',
    "tru",
    "",
  ],
  ...[
    [60, 3],
    [500, 1],
    [20_000, 1],
  ].flatMap(([depth = 0, rest = 0]) => [
    `${"[".repeat(depth)}${"1,".repeat(rest)}1${"]".repeat(depth)}`,
    `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`,
  ]),
];

const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: text },
  { weight: 2, arbitrary: fc.constantFrom(...RAW).map((raw) => MARK + raw) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e21, 1e-7, 5e9, 2 ** 53, [], {}, [[]], [null]),
  },
  { weight: 1, arbitrary: fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }) },
  { weight: 1, arbitrary: fc.array(text, { maxLength: 3 }) },
);

const spoil = fc.record({
  at: fc.nat(1_000_000),
  how: fc.constantFrom("value", "value", "value", "name", "add", "text", "text", "text"),
  junk,
  name: text,
});

type Spoil = typeof spoil extends fc.Arbitrary<infer Value> ? Value : never;

function spoiled(value: unknown, { at, how, junk, name }: Spoil): unknown {
  const paths = pathsOf(value);
  return changed(value, paths[at % paths.length] ?? [], ([key, old]) => {
    if (how === "name") return [[name, old]];
    if (how === "text") return [[key, typeof old === "string" ? name : old]];
    return how === "add"
      ? [
          [key, old],
          [name, junk],
        ]
      : [[key, junk]];
  });
}

/** The JSON of a value with some of it replaced by what is hostile. */
export function hostileJson(values: fc.Arbitrary<unknown>, most = 3): fc.Arbitrary<string> {
  return fc
    .tuple(values, fc.array(spoil, { minLength: 1, maxLength: most }), fc.constantFrom(undefined, 2))
    .map(([value, spoils, indent]) => asText(spoils.reduce(spoiled, value), indent));
}

function asText(value: unknown, indent: number | undefined): string {
  const json = JSON.stringify(value, null, indent) ?? "";
  return json.replace(/"\ue000raw:((?:[^"\\]|\\.)*)"/g, (_, raw: string) => String(JSON.parse(`"${raw}"`)));
}

/** Text as it may stand in a file's name. */
export const fileName: fc.Arbitrary<string> = text.map(
  (name) =>
    name
      .replace(/[/\0]|\p{Cs}/gu, "_")
      .slice(0, 40)
      .replace(/^[-.]/, "_")
      .replace(/^\.*$/, "_") || "_",
);
