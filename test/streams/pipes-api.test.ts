import { resource, synthesized } from "../support/stack";
import { topicFile } from "../support/topic-file";
import { modelOf, refused, shapeOf } from "./api-model";

const model = modelOf("pipes-api.json");
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
  expect(refused(model, resource(synthesized(text), "aws_pipes_pipe"), "CreatePipeRequest", "pipe")).toEqual([]);
});

test("fails where AWS refuses something", () => {
  const pipe = { ...resource(synthesized(topicFile()), "aws_pipes_pipe"), name: "a b", speed: 3, target: undefined };

  expect(refused(model, pipe, "CreatePipeRequest", "pipe")).toEqual(
    expect.arrayContaining(["pipe.Name: a b", "pipe.speed is unknown"]),
  );
});

test.each([
  ["SelfManaged", ["AdditionalBootstrapServers", "ConsumerGroupID", "StartingPosition", "TopicName"]],
  ["ManagedStreaming", ["ConsumerGroupID", "StartingPosition", "TopicName"]],
])("AWS changes nothing of %s in place that the keys say replaces the pipe", (kind, expected) => {
  const made = Object.keys(shapeOf(model, `PipeSource${kind}KafkaParameters`).members ?? {});
  const changed = Object.keys(shapeOf(model, `UpdatePipeSource${kind}KafkaParameters`).members ?? {});

  expect(made.filter((member) => !changed.includes(member)).sort()).toEqual(expected);
});
