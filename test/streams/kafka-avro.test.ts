import { hclOf, resource, synthesized } from "../support/stack";
import { topicFile } from "../support/topic-file";

const CLUSTER = "arn:aws:kafka:us-east-1:123456789012:cluster/calls/3c4f9f1e-0000-4000-8000-00000000c0de-2";
const GLUE = "arn:aws:glue:us-east-1:123456789012:registry/calls";
const CONFLUENT = 'url = "https://registry.acme.example", credentials = { secrets_manager = "kafka/registry" }';
const secretOf = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}`;

const avro = (parts: Parameters<typeof topicFile>[0] = {}, registry = CONFLUENT) =>
  topicFile({ ...parts, more: `format = "avro"\nschema_registry = { ${registry} }\n${parts?.more ?? ""}` });
const mapping = (text: string): Record<string, unknown> =>
  resource(synthesized(text), "aws_lambda_event_source_mapping");
const statements = (text: string): Record<string, unknown>[] =>
  JSON.parse(String(resource(synthesized(text), "aws_iam_role_policy", "cx_read").policy)).Statement;
const allowed = (text: string) => statements(text).map(({ Action, Resource }) => [Action, Resource]);

test("has Lambda read, decode and pass on the topic, with a place for what it cannot decode, and makes no pipe", () => {
  expect(hclOf(avro(), "aws_lambda_event_source_mapping.cx")).toMatchInlineSnapshot(`
    "resource "aws_lambda_event_source_mapping" "cx" {
      batch_size = 100
      enabled = true
      function_name = "arn:aws:lambda:us-east-1:123456789012:function:dev-cx-read"
      function_response_types = [
        "ReportBatchItemFailures"
      ]
      maximum_batching_window_in_seconds = 1
      maximum_retry_attempts = 10000
      starting_position = "LATEST"
      tags = {
        environment = "dev"
        managed-by = "cdktf"
      }
      topics = [
        "interactions"
      ]
      destination_config {
        on_failure {
          destination_arn = "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters"
        }
      }
      metrics_config {
        metrics = [
          "EventCount"
        ]
      }
      provisioned_poller_config {
        maximum_pollers = 10
        minimum_pollers = 1
      }
      self_managed_event_source {
        endpoints = {
          KAFKA_BOOTSTRAP_SERVERS = "b1.kafka.acme.example:9096"
        }
      }
      self_managed_kafka_event_source_config {
        consumer_group_id = "dev-cx"
        schema_registry_config {
          event_record_format = "JSON"
          schema_registry_uri = "https://registry.acme.example"
          access_config {
            type = "BASIC_AUTH"
            uri = "arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka/registry"
          }
          schema_validation_config {
            attribute = "VALUE"
          }
        }
      }
      source_access_configuration {
        type = "SASL_SCRAM_512_AUTH"
        uri = "arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka/reader"
      }
      depends_on = [
        "aws_cloudwatch_event_bus.cx",
        "aws_lambda_function.cx_read",
      ]
    }"
  `);
  expect(Object.keys(synthesized(avro()).resource)).not.toContain("aws_pipes_pipe");
});

test("may do nothing but read its secrets, put events on its bus, log, and bury", () => {
  const secrets = [secretOf("kafka/reader"), secretOf("kafka/registry")].flatMap((arn) => [arn, `${arn}-??????`]);

  expect(allowed(avro())).toEqual([
    ["events:PutEvents", "arn:aws:events:us-east-1:123456789012:event-bus/dev-cx"],
    ["secretsmanager:GetSecretValue", secrets],
    ["kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/*"],
    [["logs:CreateLogStream", "logs:PutLogEvents"], expect.stringContaining("/aws/lambda/dev-cx-read")],
    ["sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters"],
  ]);
});

test("reads MSK by its role, and schemas of AWS Glue of this registry alone", () => {
  const text = avro({ brokers: `cluster_arn = "${CLUSTER}"`, auth: "" }, `arn = "${GLUE}"`);

  expect(mapping(text)).toMatchObject({
    event_source_arn: CLUSTER,
    amazon_managed_kafka_event_source_config: {
      consumer_group_id: "dev-cx",
      schema_registry_config: { schema_registry_uri: GLUE, event_record_format: "JSON" },
    },
  });
  expect(mapping(text)).not.toHaveProperty("self_managed_event_source");
  expect(allowed(text)).toEqual(
    expect.arrayContaining([
      ["glue:GetRegistry", GLUE],
      ["glue:GetSchemaVersion", [GLUE, "arn:aws:glue:us-east-1:123456789012:schema/calls/*"]],
      [["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"], expect.stringContaining(":topic/calls/")],
      [expect.arrayContaining(["ec2:CreateNetworkInterface"]), "*"],
    ]),
  );
});

test.each([
  ["plain", "BASIC_AUTH", "credentials"],
  ["scram_sha_256", "SASL_SCRAM_256_AUTH", "credentials"],
  ["scram_sha_512", "SASL_SCRAM_512_AUTH", "credentials"],
  ["mtls", "CLIENT_CERTIFICATE_TLS_AUTH", "certificate"],
])("proves itself by %s", (type, called, key) => {
  const auth = `auth = { type = "${type}", ${key} = { secrets_manager = "kafka/reader" } }`;

  expect(mapping(avro({ auth })).source_access_configuration).toEqual([
    { type: called, uri: secretOf("kafka/reader") },
  ]);
});

test("reaches brokers and a registry by a network and by authorities of one's own", () => {
  const more = 'subnets = ["subnet-1"]\nsecurity_groups = ["sg-1"]\nca_certificate = { secrets_manager = "kafka/ca" }';
  const registry =
    'url = "https://r.acme.example:8081", certificate = { secrets_manager = "r/me" }, ca_certificate = { secrets_manager = "r/ca" }';
  const made = mapping(avro({ auth: "", more }, registry));

  expect(made.source_access_configuration).toEqual([
    { type: "SERVER_ROOT_CA_CERTIFICATE", uri: secretOf("kafka/ca") },
    { type: "VPC_SUBNET", uri: "subnet:subnet-1" },
    { type: "VPC_SECURITY_GROUP", uri: "security_group:sg-1" },
  ]);
  expect(made.self_managed_kafka_event_source_config).toMatchObject({
    schema_registry_config: {
      access_config: [
        { type: "CLIENT_CERTIFICATE_TLS_AUTH", uri: secretOf("r/me") },
        { type: "SERVER_ROOT_CA_CERTIFICATE", uri: secretOf("r/ca") },
      ],
    },
  });
});

test("is switched off, protected and filtered as a pipe is", () => {
  const more = 'enabled = false\nprotect = true\nstart = "earliest"\nfilters = [{ value = { ccid = ["acme"] } }]';

  expect(mapping(avro({ more }))).toMatchObject({
    enabled: false,
    lifecycle: { prevent_destroy: true },
    starting_position: "TRIM_HORIZON",
    filter_criteria: { filter: [{ pattern: '{"value":{"ccid":["acme"]}}' }] },
  });
});

test("alarms and dashboard watch the mapping and the function, and no pipe", () => {
  const stack = synthesized(avro({ more: "silence_minutes = 60" }));
  const alarms = stack.resource.aws_cloudwatch_metric_alarm ?? {};
  const [dashboard] = Object.values(stack.resource.aws_cloudwatch_dashboard ?? {});

  expect(
    Object.keys(alarms)
      .filter((name) => name.startsWith("cx_"))
      .sort(),
  ).toEqual(
    ["code-errors", "code-throttles", "dropped", "failed", "lost", "silent", "throttled", "undecoded", "unread"].map(
      (kind) => `cx_${kind}`,
    ),
  );
  expect(Object(alarms.cx_undecoded).dimensions).toEqual({
    EventSourceMappingUUID: "${aws_lambda_event_source_mapping.cx.uuid}",
  });
  expect(JSON.stringify(dashboard)).toContain("InvokedEventCount");
  expect(JSON.stringify(dashboard)).toContain("pollers for Kafka $135");
  expect(JSON.stringify(stack)).not.toContain("PipeName");
});
