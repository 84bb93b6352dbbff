import { resource, synthesized } from "../support/stack";
import { topicFile } from "../support/topic-file";
import { modelOf, refused, shapeOf } from "./api-model";

const model = modelOf("mappings-api.json");
const REQUEST = "CreateEventSourceMappingRequest";
const CLUSTER = "arn:aws:kafka:us-east-1:123456789012:cluster/calls/3c4f9f1e-0000-4000-8000-00000000c0de-2";
const GLUE = 'arn = "arn:aws:glue:us-east-1:123456789012:registry/calls"';
const secret = (key: string) => `${key} = { secrets_manager = "kafka/${key}" }`;
const URL = `url = "https://registry.acme.example:8081/a", ${secret("certificate")}, ${secret("ca_certificate")}`;
const more = `${secret("ca_certificate")}
subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
security_groups = ["sg-0a1b2c3d"]
filters = [{ value = { ccid = ["acme"] } }]
enabled = false`;
const avro = (parts: Parameters<typeof topicFile>[0] = {}, registry = URL) =>
  topicFile({ ...parts, more: `format = "avro"\nschema_registry = { ${registry} }\n${parts.more ?? ""}` });
const mapping = (text: string) => resource(synthesized(text), "aws_lambda_event_source_mapping");

test.each([
  ["brokers, a network and a registry of one's own", avro({ more })],
  ["MSK and AWS Glue", avro({ brokers: `cluster_arn = "${CLUSTER}"`, auth: "" }, GLUE)],
  ["the longest names", avro().replaceAll("cx", "c".repeat(64)).replaceAll("interactions", "i".repeat(128))],
])("AWS takes a mapping with %s", (_, text) => {
  expect(refused(model, mapping(text), REQUEST, "mapping")).toEqual([]);
});

test("fails where AWS refuses something", () => {
  const wrong = { ...mapping(avro()), starting_position: "first", speed: 3 };

  expect(refused(model, wrong, REQUEST, "mapping")).toEqual([
    "mapping.StartingPosition: first",
    "mapping.speed is unknown",
  ]);
});

test("AWS changes nothing of a mapping in place that the keys say replaces what reads", () => {
  const changed = Object.keys(shapeOf(model, "UpdateEventSourceMappingRequest").members ?? {}).map((member) =>
    member.toLowerCase(),
  );
  const written = Object.keys({
    ...mapping(avro({ more })),
    ...mapping(avro({ brokers: `cluster_arn = "${CLUSTER}"`, auth: "" }, GLUE)),
  });
  const kept = written.filter(
    (attribute) => !changed.some((member) => member.startsWith(attribute.replaceAll("_", ""))),
  );

  expect(kept.sort()).toEqual([
    "depends_on",
    "event_source_arn",
    "self_managed_event_source",
    "starting_position",
    "tags",
    "topics",
  ]);
});
