import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/committed";

/** A shape of a service, as its model in botocore 1.44 has it, without its texts. */
interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, string>>;
  readonly required?: readonly string[];
  readonly member?: string;
  readonly key?: string;
  readonly value?: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

type Model = Readonly<Record<string, Shape>>;

/** Returns a model that lies beside the tests, as far as a stream needs it. */
export function modelOf(file: string): Model {
  return JSON.parse(readFileSync(join(root, "test", "streams", file), "utf8"));
}

/** The attributes whose names differ from the API's by more than case. */
const CALLED: Readonly<Record<string, string>> = {
  access_config: "accessconfigs",
  destination_arn: "destination",
  filter: "filters",
  schema_validation_config: "schemavalidationconfigs",
  security_groups: "securitygroup",
  source_access_configuration: "sourceaccessconfigurations",
};
/** The attributes that are Terraform's own. */
const OWN = ["depends_on", "lifecycle"];

export function shapeOf(model: Model, name: string): Shape {
  const shape = model[name];
  if (shape === undefined) throw new Error(`the model has no ${name}`);
  return shape;
}

const plain = (name: string) => name.replaceAll("_", "").toLowerCase();

/** Returns what the API would not take, with the path to it. */
export function refused(model: Model, value: unknown, name: string, path: string): string[] {
  const shape = shapeOf(model, name);
  const count = typeof value === "string" || Array.isArray(value) ? value.length : value;
  const found: string[] = [];
  if (typeof count === "number" && (count < (shape.min ?? 0) || count > (shape.max ?? Infinity)))
    found.push(`${path}: ${count}`);
  if (shape.pattern !== undefined && !new RegExp(`^(?:${shape.pattern})$`).test(String(value)))
    found.push(`${path}: ${value}`);
  if (shape.enum !== undefined && !shape.enum.includes(String(value))) found.push(`${path}: ${value}`);
  if (shape.type === "list") {
    const items = Array.isArray(value) ? value : [value];
    return [...found, ...items.flatMap((item, index) => refused(model, item, shape.member ?? "", `${path}[${index}]`))];
  }
  if (shape.type === "map" && shape.key !== undefined && name === "Endpoints")
    return [...found, ...ofEndpoints(model, value, shape, path)];
  if (shape.type !== "structure") return found;
  const members = new Map(Object.keys(shape.members ?? {}).map((member) => [plain(member), member]));
  const attributes = Object.entries(Object(value)).filter(([attribute]) => !OWN.includes(attribute));
  const given = attributes.map(
    ([attribute, inner]) => [members.get(plain(CALLED[attribute] ?? attribute)), attribute, inner] as const,
  );
  const missing = (shape.required ?? []).filter((member) => !given.some(([called]) => called === member));
  return [
    ...missing.map((member) => `${path}.${member} is missing`),
    ...given.flatMap(([member, attribute, inner]) =>
      member === undefined
        ? [`${path}.${attribute} is unknown`]
        : refused(model, inner, shape.members?.[member] ?? "", `${path}.${member}`),
    ),
  ];
}

/** Terraform's provider writes a list as text with commas. */
function ofEndpoints(model: Model, value: unknown, { key = "", value: list = "" }: Shape, path: string): string[] {
  return Object.entries(Object(value)).flatMap(([called, endpoints]) => [
    ...refused(model, called, key, `${path}.${called}`),
    ...refused(model, String(endpoints).split(","), list, `${path}.${called}`),
  ]);
}
