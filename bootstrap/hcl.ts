/** A Terraform expression, which is written as it is. */
export interface Expression {
  readonly expression: string;
}

/** A value of an attribute; undefined leaves the attribute out. */
export type Value = string | number | boolean | Expression | readonly Value[] | { readonly [key: string]: Value };

/** A block such as `resource "aws_s3_bucket" "state" { … }`. */
export interface Block {
  /** The words before the brace. */
  readonly header: string;
  readonly comment?: string;
  readonly attributes?: Readonly<Record<string, Value | undefined>>;
  readonly blocks?: readonly Block[];
}

const LINE = 120;

export function expression(text: string): Expression {
  return { expression: text };
}

/** Returns a policy as a call of jsonencode, in which a person reads every statement on lines of its own. */
export function policyDocument(statements: readonly object[]): Value {
  return call("jsonencode", { Version: "2012-10-17", Statement: statements.map(plain) });
}

function call(name: string, argument: Value): Expression {
  return expression(`${name}(${written(argument, "")})`);
}

/** Returns a value of JSON; what was a member without a value is none. */
function plain(value: unknown): Value {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(
    Object.entries(value ?? {}).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, plain(inner)] as const])),
  );
}

/** Returns a file of blocks in the form that `terraform fmt` gives it. */
export function fileOf(heading: string, blocks: readonly Block[]): string {
  return `${comment(heading, "")}\n${blocks.map((block) => blockText(block, "")).join("\n")}`;
}

function blockText({ header, comment: above, attributes = {}, blocks = [] }: Block, indent: string): string {
  const inner = `${indent}  `;
  const own = attributesText(attributes, inner);
  const parts = [own, ...blocks.map((block) => blockText(block, inner))].filter((text) => text !== "");
  return `${above === undefined ? "" : comment(above, indent)}${indent}${header} {\n${parts.join("\n")}${indent}}\n`;
}

function comment(text: string, indent: string): string {
  return text
    .split("\n")
    .map((line) => `${indent}# ${line}`.trimEnd().concat("\n"))
    .join("");
}

/** Returns the lines of attributes; signs of equality stand below each other where values of one line follow each other. */
function attributesText(attributes: Readonly<Record<string, Value | undefined>>, indent: string): string {
  const lines = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key: keyText(key), text: written(value, indent) }],
  );
  let text = "";
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && !lines[end]?.text.includes("\n")) end++;
    const group = lines.slice(start, Math.max(end, start + 1));
    const width = end > start ? Math.max(...group.map(({ key }) => key.length)) : 0;
    text += group.map((line) => `${indent}${line.key.padEnd(width)} = ${line.text}\n`).join("");
    start += group.length;
  }
  return text;
}

function keyText(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : quoted(key);
}

function written(value: Value, indent: string): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (isExpression(value)) return value.expression.replaceAll("\n", `\n${indent}`);
  const inner = `${indent}  `;
  if (isList(value)) {
    const items = value.map((item) => written(item, inner));
    const short = `[${items.join(", ")}]`;
    if (indent.length + short.length < LINE - 30 && !short.includes("\n")) return short;
    return `[\n${items.map((item) => `${inner}${item},\n`).join("")}${indent}]`;
  }
  return Object.keys(value).length === 0 ? "{}" : `{\n${attributesText(value, inner)}${indent}}`;
}

function isExpression(value: Exclude<Value, string | number | boolean>): value is Expression {
  return "expression" in value;
}

function isList(value: readonly Value[] | { readonly [key: string]: Value }): value is readonly Value[] {
  return Array.isArray(value);
}

/** Returns a text of HCL that stands for nothing but itself. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/([$%])\{/g, "$1$1{");
}
