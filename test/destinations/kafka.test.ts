import { file } from "../support/environment";
import { allows } from "../support/policy";
import { addresses, resource, synthesized } from "../support/stack";

const LOGIN = 'auth = { type = "scram_sha_512", credentials = { secrets_manager = "kafka/writer" } }';
const BROKERS = `brokers = ["b2.acme.example:9096", "b1.acme.example:9096"]\n${LOGIN}`;
const kafka = (keys = BROKERS, top = "") =>
  synthesized(file({ top, destination: `type = "kafka"\ntopic = "genesys.events"\n${keys}` }));
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:dev-log";
const CLUSTER = "arn:aws:kafka:us-east-1:123456789012:cluster/c/3c4f9f1e-0000-4000-8000-00000000c0de-2";
const role = (stack: ReturnType<typeof kafka>) => resource(stack, "aws_iam_role_policy", "log_produce").policy;
const settings = (stack: ReturnType<typeof kafka>) => {
  const { environment } = Object(resource(stack, "aws_lambda_function", "log_produce"));
  return JSON.parse(environment.variables.SETTINGS);
};

test("keeps events in an encrypted queue, of which the function takes batches and gives back what failed", () => {
  const stack = kafka();
  const { timeout } = Object(resource(stack, "aws_lambda_function", "log_produce"));

  const queue = Object(resource(stack, "aws_sqs_queue", "log"));
  expect(queue).toMatchObject({ name: "dev-log", sqs_managed_sse_enabled: true, message_retention_seconds: 1_209_600 });
  expect(queue.visibility_timeout_seconds).toBeGreaterThanOrEqual(6 * timeout);
  // The function itself gives an event up after a day: SQS moves what it never answered.
  const { deadLetterTargetArn, maxReceiveCount } = JSON.parse(queue.redrive_policy);
  expect(deadLetterTargetArn).toBe("arn:aws:sqs:us-east-1:123456789012:dev-dead-letters");
  expect(maxReceiveCount * queue.visibility_timeout_seconds).toBeGreaterThan(24 * 3600);
  expect(resource(stack, "aws_lambda_event_source_mapping", "log")).toMatchObject({
    event_source_arn: QUEUE,
    batch_size: 100,
    maximum_batching_window_in_seconds: 1,
    function_response_types: ["ReportBatchItemFailures"],
    scaling_config: { maximum_concurrency: 10 },
  });
});

test("lets the rules of its bus into the queue, with the rule beside the event", () => {
  const stack = kafka();
  const { policy } = resource(stack, "aws_sqs_queue", "log");
  const send = (suffix: string) => ({
    service: "events.amazonaws.com",
    action: "sqs:SendMessage",
    resource: QUEUE,
    context: {
      "aws:SourceArn": `arn:aws:events:us-east-1:123456789012:rule/aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/${suffix}/all`,
      "aws:SecureTransport": "true",
    },
  });

  expect(allows(policy, send("audit"))).toBe(true);
  expect(allows(policy, send("other"))).toBe(false);
  expect(resource(stack, "aws_cloudwatch_event_target").input_transformer).toMatchObject({
    input_template: '{"rule":"<aws.events.rule-arn>","event":<aws.events.event.json>}',
  });
});

test("tells the function where to write, and no secret but its name", () => {
  expect(settings(kafka(`${BROKERS}\nkey_path = "$.detail.eventBody.id"\ncompression = "zstd"`))).toEqual({
    brokers: ["b1.acme.example:9096", "b2.acme.example:9096"],
    public: true,
    topic: "genesys.events",
    key_path: "detail.eventBody.id",
    compression: "zstd",
    acks: "all",
    auth: { type: "scram_sha_512", credentials: { secrets_manager: "kafka/writer" } },
    queue: QUEUE,
    dead_letters: "https://sqs.us-east-1.amazonaws.com/123456789012/dev-dead-letters",
    hours: 24,
  });
});

test("lets the function take from its queue, read its secret and bury, and nothing else", () => {
  const policy = role(kafka());
  const may = (action: string, to: string) => allows(policy, { service: "", action, resource: to });
  const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka";

  for (const action of ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"])
    expect(may(action, QUEUE)).toBe(true);
  expect(may("sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters")).toBe(true);
  // Secrets Manager adds six characters to a name.
  expect(may("secretsmanager:GetSecretValue", `${secret}/writer-??????`)).toBe(true);
  expect(may("secretsmanager:GetSecretValue", `${secret}/reader-??????`)).toBe(false);
  expect(may("sqs:SendMessage", QUEUE)).toBe(false);
  expect(may("ec2:CreateNetworkInterface", "*")).toBe(false);
});

test("writes to one topic of an MSK cluster by its role, from the cluster's network", () => {
  const network = 'subnets = ["subnet-0a1b2c3d"]\nsecurity_groups = ["sg-0a1b2c3d"]';
  const stack = kafka(`cluster_arn = "${CLUSTER}"\n${network}`);
  const may = (action: string, to: string) => allows(role(stack), { service: "", action, resource: to });
  const topic = CLUSTER.replace(":cluster/", ":topic/");

  expect(may("kafka:GetBootstrapBrokers", CLUSTER)).toBe(true);
  expect(may("kafka-cluster:WriteDataIdempotently", CLUSTER)).toBe(true);
  expect(may("kafka-cluster:WriteData", `${topic}/genesys.events`)).toBe(true);
  expect(may("kafka-cluster:WriteData", `${topic}/other`)).toBe(false);
  expect(may("ec2:CreateNetworkInterface", "*")).toBe(true);
  expect(resource(stack, "aws_lambda_function", "log_produce").vpc_config).toEqual({
    subnet_ids: ["subnet-0a1b2c3d"],
    security_group_ids: ["sg-0a1b2c3d"],
  });
  expect(settings(stack)).toMatchObject({ cluster_arn: CLUSTER, public: false });
});

test("uses the customer-managed key for the queue, and watches queue and function", () => {
  const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const stack = kafka(BROKERS, `kms_key_arn = "${key}"`);

  expect(resource(stack, "aws_sqs_queue", "log").kms_master_key_id).toBe(key);
  expect(Object(stack.output).kms_key_policy.value).toContain("log-group:/aws/lambda/dev-log-produce");
  expect(addresses(stack).filter((address) => /alarm.*log_/.test(address))).toEqual([
    "aws_cloudwatch_metric_alarm.log_throttled-batches",
    "aws_cloudwatch_metric_alarm.log_unwritten-batches",
    "aws_cloudwatch_metric_alarm.log_waiting-records",
  ]);
});
