import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/committed";
import { resource, synthesized } from "../support/stack";
import { topicFile } from "../support/topic-file";

interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, string>>;
  readonly required?: readonly string[];
  readonly member?: string;
  readonly value?: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

/** The model of the Pipes API in botocore 1.44, as far as it is about Kafka and event buses, without its texts. */
const shapes: Readonly<Record<string, Shape>> = JSON.parse(
  readFileSync(join(root, "test", "streams", "pipes-api.json"), "utf8"),
);
/** The attributes whose names differ from the API's by more than case. */
const CALLED: Readonly<Record<string, string>> = { filter: "filters", security_groups: "securitygroup" };
/** The attributes that are Terraform's own. */
const OWN = ["depends_on", "lifecycle"];

function shapeOf(name: string): Shape {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`the model has no ${name}`);
  return shape;
}

const plain = (name: string) => name.replaceAll("_", "").toLowerCase();

/** Returns what the API would not take, with the path to it. */
function refused(value: unknown, name: string, path: string): string[] {
  const shape = shapeOf(name);
  const count = typeof value === "string" || Array.isArray(value) ? value.length : value;
  const found: string[] = [];
  if (typeof count === "number" && (count < (shape.min ?? 0) || count > (shape.max ?? Infinity)))
    found.push(`${path}: ${count}`);
  if (shape.pattern !== undefined && !new RegExp(`^(?:${shape.pattern})$`).test(String(value)))
    found.push(`${path}: ${value}`);
  if (shape.enum !== undefined && !shape.enum.includes(String(value))) found.push(`${path}: ${value}`);
  if (shape.type === "list") {
    const items = Array.isArray(value) ? value : [value];
    return [...found, ...items.flatMap((item, index) => refused(item, shape.member ?? "", `${path}[${index}]`))];
  }
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
        : refused(inner, shape.members?.[member] ?? "", `${path}.${member}`),
    ),
  ];
}

const CLUSTER = "arn:aws:kafka:us-east-1:123456789012:cluster/calls/3c4f9f1e-0000-4000-8000-00000000c0de-2";
const KEY = 'kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"';
const mtls = 'auth = { type = "mtls", certificate = { secrets_manager = "client" } }';
const network = `ca_certificate = { secrets_manager = "ca" }
subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
security_groups = ["sg-0a1b2c3d"]
filters = [{ value = { ccid = ["acme"] } }]
log_level = "info"
log_detail = true
enabled = false`;
const brokers = `brokers = ["b1:9092", "b2:9092", "b3:9092"]`;

test.each([
  ["brokers and a password", topicFile()],
  ["all that brokers have", topicFile({ brokers, auth: mtls, more: network, top: KEY })],
  ["MSK by a role", topicFile({ brokers: `cluster_arn = "${CLUSTER}"`, auth: "" })],
  ["MSK by a certificate", topicFile({ brokers: `cluster_arn = "${CLUSTER}"`, auth: mtls })],
  ["the longest names", topicFile().replaceAll("cx", "c".repeat(64)).replaceAll("interactions", "i".repeat(128))],
])("AWS takes a pipe with %s", (_, text) => {
  expect(refused(resource(synthesized(text), "aws_pipes_pipe"), "CreatePipeRequest", "pipe")).toEqual([]);
});

test("fails where AWS refuses something", () => {
  const pipe = { ...resource(synthesized(topicFile()), "aws_pipes_pipe"), name: "a b", speed: 3, target: undefined };

  expect(refused(pipe, "CreatePipeRequest", "pipe")).toEqual(
    expect.arrayContaining(["pipe.Name: a b", "pipe.speed is unknown"]),
  );
});

test.each([
  ["SelfManaged", ["AdditionalBootstrapServers", "ConsumerGroupID", "StartingPosition", "TopicName"]],
  ["ManagedStreaming", ["ConsumerGroupID", "StartingPosition", "TopicName"]],
])("AWS changes nothing of %s in place that the keys say replaces the pipe", (kind, expected) => {
  const made = Object.keys(shapeOf(`PipeSource${kind}KafkaParameters`).members ?? {});
  const changed = Object.keys(shapeOf(`UpdatePipeSource${kind}KafkaParameters`).members ?? {});

  expect(made.filter((member) => !changed.includes(member)).sort()).toEqual(expected);
});
