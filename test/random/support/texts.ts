import * as fc from "fast-check";

/** What environment files consist of, and what looks like it. */
const TOKENS = [
  ..."{}[]()=:,.?!-+*/%<>\"'`\\$#\n\n\n ",
  "aws_account_id",
  "aws_region",
  "state",
  "tags",
  "streams",
  "rules",
  "destinations",
  "type",
  "arn",
  "targets",
  "stream",
  "a",
  "b-c",
  "_",
  "é",
  "for",
  "in",
  "if",
  "null",
  "true",
  "false",
  "toString",
  "constructor",
  "__proto__",
  "TfToken",
  "0",
  "1",
  "12",
  "007",
  "1.5",
  "-1",
  "1e3",
  "1e999",
  "9007199254740993",
  '""',
  '"a"',
  '"b"',
  '"us-east-1"',
  '"sqs"',
  '"123456789012"',
  '"v2.users.{id}.presence"',
  '"\\n"',
  '"\\u0000"',
  '"\\u001b[31m"',
  '"\\u202e"',
  '"\\ud800"',
  '"\\q"',
  '"${a}"',
  '"$${a}"',
  '"%{ if x }"',
  '"{TfToken[0]}"',
  "${",
  "%{",
  "$${",
  "<<EOT\n",
  "<<-EOT\n",
  "EOT\n",
  "EOT",
  "\r\n",
  "\r",
  "\t",
  "# c\n",
  "// c\n",
  "/*",
  "*/",
  "\0",
  "\u00a0",
  "\u2028",
  "\ufeff",
  "“",
  "👩‍👩‍👧",
  "e\u0301",
  "\u{10ffff}",
] as const;

const token = fc.constantFrom<string>(...TOKENS);

/** So deep that a reader could run out of stack. */
const deep = fc
  .tuple(fc.constantFrom("[", "{a=", '{"a":', '"${', "(", "{", "<<E\n", "-", "/*"), fc.constantFrom(3, 60, 300, 20_000))
  .map(([opening, times]) => opening.repeat(times));

/** Anything that could slip into a file. */
export const junk = fc.oneof(
  { weight: 8, arbitrary: token },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 5 }) },
  { weight: 1, arbitrary: deep },
);

const assignment = fc
  .tuple(token, fc.array(token, { maxLength: 8 }))
  .map(([name, value]) => `${name} = ${value.join("")}\n`);

export const tokenText = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: assignment }, { weight: 5, arbitrary: token }, { weight: 1, arbitrary: junk }),
    { maxLength: 40 },
  )
  .map((tokens) => tokens.join(""));

export const jsonText = fc.oneof(
  fc.json({ stringUnit: "binary" }),
  fc.dictionary(token, fc.jsonValue({ stringUnit: "binary" })).map((value) => JSON.stringify(value)),
  fc
    .array(fc.oneof(token, fc.json({ maxDepth: 1 }), fc.constantFrom('":', ",", "{", "}")), { maxLength: 30 })
    .map((tokens) => `{${tokens.join("")}}`),
);

export const randomBytes = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }).map((text) => Buffer.from(text)),
  fc.string({ maxLength: 60 }).map((text) => Buffer.from(text, "utf16le")),
);
