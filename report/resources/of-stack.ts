import { RootConstruct } from "constructs";
import type { Environment } from "../../config/model";
import { EventStreamStack } from "../../stacks/event-stream";
import { isMap } from "../../text/value";
import { ORGANIZATION } from "../model/source";
import { asText } from "../own";
import type { Resource } from "./resource";

const ORGANIZATION_EXPRESSION = "${data.genesyscloud_organizations_me.organization.id}";
const REFERENCE = /\$\{((?:data\.)?[\w-]+\.[\w-]+)[^{}]*\}/g;

type Blocks = Record<string, Record<string, Record<string, unknown>>>;

interface Synthesized {
  readonly resource?: Blocks;
  readonly data?: Blocks;
  /** A check block may have a data source of its own. */
  readonly check?: Record<string, { readonly data?: Blocks }>;
}

/** The very resources that synthesis writes for this environment, in memory. */
export function resourcesOfStack(environment: Environment): Resource[] {
  return blocksOf(environment).resources;
}

/** The same with data sources; `data.` stands before their types. */
export function blocksOfStack(environment: Environment): Resource[] {
  const { resources, data } = blocksOf(environment);
  return [...resources, ...data];
}

function blocksOf(environment: Environment): { resources: Resource[]; data: Resource[] } {
  const stack = new EventStreamStack(new RootConstruct(), environment, { project: "/", stack: "/" });
  const { resource = {}, data = {}, check = {} }: Synthesized = stack.toTerraform();
  const all = (blocks: Blocks, prefix: string) =>
    Object.entries(blocks)
      .flatMap(([type, named]) =>
        Object.entries(named).map(([name, { "//": _, depends_on: __, ...attributes }]) =>
          resourceOf(prefix + type, name, attributes, (type, name, key) => resource[type]?.[name]?.[key]),
        ),
      )
      .sort((a, b) => (a.address < b.address ? -1 : 1));
  const checked = Object.values(check).flatMap(({ data = {} }) => all(data, "data."));
  return { resources: all(resource, ""), data: [...all(data, "data."), ...checked] };
}

type Lookup = (type: string, name: string, key: string) => unknown;

function resourceOf(type: string, name: string, attributes: Record<string, unknown>, lookup: Lookup): Resource {
  const references: Record<string, string[]> = {};
  const unknown: Record<string, unknown> = {};
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(attributes)) {
    const found = [...JSON.stringify(readable(value) ?? null).matchAll(REFERENCE)].map(([, address = ""]) => address);
    const plain = readable(resolved(value, lookup));
    if (found.length > 0) references[key] = [...new Set(found)];
    // Nothing but an expression: another resource knows it.
    if (typeof plain === "string" && /^\$\{[^}]*\}$/.test(plain)) unknown[key] = true;
    else values[key] = unescaped(plain);
  }
  return { address: `${type}.${name}`, type, name, values, unknown, references };
}

/** Returns what another resource of the stack has, where that is known. */
function resolved(value: unknown, lookup: Lookup): unknown {
  const [, type = "", name = "", key = ""] = /^\$\{([\w-]+)\.([\w-]+)\.([\w-]+)\}$/.exec(asText(value)) ?? [];
  const known = type === "" ? undefined : lookup(type, name, key);
  return known === undefined ? value : resolved(known, lookup);
}

function readable(value: unknown): unknown {
  return mapText(value, (text) => text.replaceAll(ORGANIZATION_EXPRESSION, ORGANIZATION));
}

/** Text that Terraform must not evaluate is written with a doubled sign. */
function unescaped(value: unknown): unknown {
  return mapText(value, (text) => text.replace(/([$%])\1\{/g, "$1{"));
}

function mapText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapText(item, change));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [change(key), mapText(inner, change)]));
}
