import { parse } from "@cdktn/hcl2json";

/** What Terraform would refuse in a synthesized stack: text that is no template, and references that lead nowhere. */
export async function faultsOf(json: string): Promise<string[]> {
  const stack: unknown = JSON.parse(json);
  const templates = textsOf(stack).filter((text) => /[$%]\{/.test(text));
  const addresses = new Set(addressesOf(stack));
  const wanted = [...templates.flatMap(referencesIn), ...dependenciesOf(stack)];

  const faults = wanted.filter((address) => !addresses.has(address)).map((address) => `there is no ${address}`);
  if (json.includes("TfToken[")) faults.push("a token of CDKTF is left");
  // Terraform's JSON may hold a lone carriage return, a heredoc may not.
  const bodies = templates.map((text) => text.replace(/\r(?!\n)/g, ""));
  const heredocs = bodies.map((body, index) => `text${index} = <<END_OF_TEXT\n${body}\nEND_OF_TEXT\n`);
  await parse("dev.tfvars", heredocs.join("")).catch((error) => faults.push(`Terraform cannot read it: ${error}`));
  return faults;
}

/** All texts, names as well. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...textsOf(inner)]);
}

const ESCAPED = /([$%])\1+\{/g;
const EXPRESSION = /[$%]\{((?:"(?:[^"\\]|\\.)*"|[^"}])*)\}/g;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
const TRAVERSAL = /[a-z]\w*(?:\.[\w-]+)+/gi;

/** The addresses that the templates of a text refer to. */
function referencesIn(text: string): string[] {
  const expressions = Array.from(text.replace(ESCAPED, "").matchAll(EXPRESSION), ([, expression = ""]) => expression);
  const traversals = expressions.flatMap((expression) => expression.replace(QUOTED, "").match(TRAVERSAL) ?? []);
  return traversals
    .map((traversal) => traversal.split("."))
    .filter(([root]) => root !== "self")
    .map((parts) => parts.slice(0, parts[0] === "data" ? 3 : 2).join("."));
}

function dependenciesOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === "depends_on" ? inner : dependenciesOf(inner)));
}

/** Of every resource, and of every data source, also of those within checks. */
function addressesOf(stack: unknown): string[] {
  const { resource, data, check } = Object(stack);
  const below = (prefix: string, types: object = {}) =>
    Object.entries(types).flatMap(([type, named]) => Object.keys(named).map((name) => `${prefix}${type}.${name}`));
  const scoped = Object.values<{ data?: object }>(check ?? {}).flatMap((one) => below("data.", one.data));
  return [...below("", resource), ...below("data.", data), ...scoped];
}
