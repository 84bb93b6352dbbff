import { hclOf, resource, synthesized } from "../support/stack";
import { topicFile } from "../support/topic-file";

const CLUSTER = "arn:aws:kafka:us-east-1:123456789012:cluster/calls/3c4f9f1e-0000-4000-8000-00000000c0de-2";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka/reader";
const subnets = 'subnets = ["subnet-1"]\nsecurity_groups = ["sg-1"]';
const msk = (auth: string) => topicFile({ brokers: `cluster_arn = "${CLUSTER}"`, auth });

const pipe = (text: string) => resource(synthesized(text), "aws_pipes_pipe");
const statements = (text: string): Record<string, unknown>[] =>
  JSON.parse(String(resource(synthesized(text), "aws_iam_role_policy", "cx_pipe").policy)).Statement;
const allowed = (text: string) => statements(text).map(({ Action, Resource }) => [Action, Resource]);

test("reads the topic onto a bus of its own, in the envelope of every event", () => {
  expect(hclOf(topicFile(), "aws_pipes_pipe.cx")).toMatchInlineSnapshot(`
    "resource "aws_pipes_pipe" "cx" {
      description = "Reads interactions onto dev-cx"
      desired_state = "RUNNING"
      name = "dev-cx"
      role_arn = "arn:aws:iam::123456789012:role/dev-cx-pipe"
      source = "smk://b1.kafka.acme.example:9096"
      tags = {
        environment = "dev"
        managed-by = "cdktf"
      }
      target = "arn:aws:events:us-east-1:123456789012:event-bus/dev-cx"
      log_configuration {
        level = "ERROR"
        cloudwatch_logs_log_destination {
          log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/pipes/dev/cx"
        }
      }
      source_parameters {
        self_managed_kafka_parameters {
          batch_size = 10
          consumer_group_id = "dev-cx"
          maximum_batching_window_in_seconds = 1
          starting_position = "LATEST"
          topic_name = "interactions"
          credentials {
            sasl_scram_512_auth = "arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka/reader"
          }
        }
      }
      target_parameters {
        input_template = "{\\"topicName\\":\\"interactions\\",\\"version\\":\\"2\\",\\"eventBody\\":<$.value>,\\"metadata\\":{\\"partition\\":<$.partition>,\\"offset\\":<$.offset>,\\"timestamp\\":<$.timestamp>,\\"key\\":[<$.key>]}}"
        eventbridge_event_bus_parameters {
          detail_type = "interactions"
          source = "kafka/dev/cx"
        }
      }
      depends_on = [
        "aws_cloudwatch_event_bus.cx",
        "aws_iam_role_policy.cx_pipe",
        "aws_cloudwatch_log_group.cx_pipe-logs",
      ]
    }"
  `);
});

test("lets the rules of the bus take the exact source", () => {
  const stack = synthesized(topicFile());

  expect(resource(stack, "aws_cloudwatch_event_bus").name).toBe("dev-cx");
  expect(resource(stack, "aws_cloudwatch_event_rule").event_pattern).toBe('{"source":["kafka/dev/cx"]}');
});

test("lets Pipes alone assume the role, for this pipe alone", () => {
  const role = resource(synthesized(topicFile()), "aws_iam_role", "cx_pipe");

  expect(role.name).toBe("dev-cx-pipe");
  expect(JSON.parse(String(role.assume_role_policy)).Statement).toEqual([
    {
      Effect: "Allow",
      Principal: { Service: "pipes.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": "arn:aws:pipes:us-east-1:123456789012:pipe/dev-cx" },
      },
    },
  ]);
});

test("may do nothing but read its secret and put events on its bus", () => {
  expect(allowed(topicFile())).toEqual([
    ["events:PutEvents", "arn:aws:events:us-east-1:123456789012:event-bus/dev-cx"],
    ["secretsmanager:GetSecretValue", [SECRET, `${SECRET}-??????`]],
    ["kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/*"],
  ]);
});

test("may reach a network only where the brokers are in one", () => {
  expect(allowed(topicFile({ auth: "", more: subnets }))).toEqual([
    ["events:PutEvents", expect.anything()],
    [expect.arrayContaining(["ec2:CreateNetworkInterface", "ec2:DescribeSubnets"]), "*"],
  ]);
});

test("asks MSK by its role for this topic and this group alone", () => {
  const of = (kind: string, name: string) => `${CLUSTER.replace(":cluster/", `:${kind}/`)}/${name}`;

  expect(allowed(msk('auth = { type = "iam" }'))).toEqual(
    expect.arrayContaining([
      [["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"], of("topic", "interactions")],
      [["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"], of("group", "dev-cx")],
    ]),
  );
  expect(allowed(msk('auth = { type = "mtls", certificate = { secrets_manager = "c" } }')).flat(2)).not.toContain(
    "kafka-cluster:ReadData",
  );
});

test.each([
  ["plain", "basic_auth"],
  ["scram_sha_256", "sasl_scram_256_auth"],
  ["scram_sha_512", "sasl_scram_512_auth"],
])("proves itself by %s", (type, attribute) => {
  const auth = `auth = { type = "${type}", credentials = { secrets_manager = "kafka/reader" } }`;

  expect(pipe(topicFile({ auth })).source_parameters).toMatchObject({
    self_managed_kafka_parameters: { credentials: { [attribute]: SECRET } },
  });
});

test("proves itself by a certificate, and knows a private authority", () => {
  const auth = 'auth = { type = "mtls", certificate = { secrets_manager = "c" } }';
  const text = topicFile({ auth, more: 'ca_certificate = { secrets_manager = "ca" }' });

  expect(pipe(text).source_parameters).toMatchObject({
    self_managed_kafka_parameters: {
      credentials: { client_certificate_tls_auth: expect.stringMatching(/secret:c$/) },
      server_root_ca_certificate: expect.stringMatching(/secret:ca$/),
    },
  });
  expect(allowed(text)).toContainEqual([
    "secretsmanager:GetSecretValue",
    expect.arrayContaining([expect.stringMatching(/secret:c$/), expect.stringMatching(/secret:ca$/)]),
  ]);
});

test("reads from MSK by its ARN, from the first record on where it is told so", () => {
  const text = msk('auth = { type = "iam" }').replace("topic =", 'start = "earliest"\ntopic =');

  expect(pipe(text)).toMatchObject({
    source: CLUSTER,
    source_parameters: { managed_streaming_kafka_parameters: { starting_position: "TRIM_HORIZON" } },
  });
});

test("names brokers in no order of the file, and each once", () => {
  const brokers = 'brokers = ["b2:9092", "b1:9092", "b2:9092"]';

  expect(pipe(topicFile({ brokers }))).toMatchObject({
    source: "smk://b1:9092",
    source_parameters: { self_managed_kafka_parameters: { additional_bootstrap_servers: ["b2:9092"] } },
  });
});

test("writes filters as AWS takes them", () => {
  const filters = 'filters = [{ value = { ccid = ["a"] } }, "{\\"key\\":[\\"k\\"]}"]';

  expect(pipe(topicFile({ more: filters })).source_parameters).toMatchObject({
    filter_criteria: { filter: [{ pattern: '{"value":{"ccid":["a"]}}' }, { pattern: '{"key":["k"]}' }] },
  });
});

test("stops where it is switched off, and is kept where it is protected", () => {
  const made = pipe(topicFile({ more: "enabled = false\nprotect = true" }));

  expect(made.desired_state).toBe("STOPPED");
  expect(made.lifecycle).toEqual({ prevent_destroy: true });
});

test("logs with its bus, and never less than errors", () => {
  const log = (more: string) => pipe(topicFile({ more })).log_configuration;

  expect(log("")).toMatchObject({ level: "ERROR" });
  expect(log("")).not.toHaveProperty("include_execution_data");
  expect(log('log_level = "trace"\nlog_detail = true')).toMatchObject({
    level: "TRACE",
    include_execution_data: ["ALL"],
  });
});

test("encrypts the pipe and its log with the key, which lets them", () => {
  const stack = synthesized(topicFile({ top: `kms_key_arn = "${KEY}"` }));
  const policy = JSON.parse(String(stack.output.kms_key_policy?.value));

  expect(resource(stack, "aws_pipes_pipe").kms_key_identifier).toBe(KEY);
  expect(resource(stack, "aws_cloudwatch_log_group", "cx_pipe-logs").kms_key_id).toBe(KEY);
  expect(policy.Statement).toContainEqual({
    Sid: "OwnRoles",
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::123456789012:root" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
    Resource: "*",
    Condition: { ArnEquals: { "aws:PrincipalArn": ["arn:aws:iam::123456789012:role/dev-cx-pipe"] } },
  });
  expect(JSON.stringify(policy)).toContain("log-group:/aws/vendedlogs/pipes/dev/cx");
});

test("is watched whether or not silence is a fault", () => {
  const alarms = synthesized(topicFile()).resource.aws_cloudwatch_metric_alarm ?? {};

  expect(Object.keys(alarms)).toEqual(expect.arrayContaining(["cx_unread", "cx_repeated", "cx_slowed"]));
  expect(Object.keys(alarms)).not.toContain("cx_silent");
  expect(alarms.cx_unread).toMatchObject({ dimensions: { PipeName: "dev-cx" } });
});

test("draws what the pipe reads and what of it fails", () => {
  const { dashboard_body } = resource(synthesized(topicFile()), "aws_cloudwatch_dashboard");
  const metrics = [...String(dashboard_body).matchAll(/"AWS\/EventBridge\/Pipes","(\w+)","PipeName","dev-cx"/g)].map(
    ([, name]) => name,
  );

  expect([...new Set(metrics)].sort()).toEqual([
    "EventCount",
    "ExecutionFailed",
    "ExecutionPartiallyFailed",
    "ExecutionThrottled",
  ]);
});
