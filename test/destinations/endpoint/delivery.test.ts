import { Tracer } from "../../../trace/tracer";
import { environment, file } from "../../support/environment";
import { allows } from "../../support/policy";
import { resource, synthesized } from "../../support/stack";

const ENDPOINT = `type = "firehose"
endpoint = { url = "https://events.acme.example/x", access_key = { secrets_manager = "genesys/endpoint" }, buffering_seconds = 0 }`;
const SPLUNK = `type = "firehose"
splunk = { hec_url = "https://splunk.acme.example:8088", token = { secrets_manager = "genesys/splunk" } }`;
const made = (destination: string, more = "") => synthesized(file({ destination: `${destination}\n${more}` }));
const STREAM = "aws_kinesis_firehose_delivery_stream";
const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:genesys";
const event = {
  "detail-type": "v2.users.{id}.presence",
  time: "2026-03-02T14:05:07Z",
  detail: { topicName: "v2.users.u.presence", eventBody: { action: "Delete" } },
};

test("sends compressed batches to the endpoint, for two hours, and what fails into the bucket", () => {
  const { destination, http_endpoint_configuration, extended_s3_configuration } = resource(made(ENDPOINT), STREAM);

  expect(destination).toBe("http_endpoint");
  expect(extended_s3_configuration).toBeUndefined();
  expect(http_endpoint_configuration).toMatchObject({
    url: "https://events.acme.example/x",
    buffering_interval: 0,
    buffering_size: 5,
    retry_duration: 7200,
    s3_backup_mode: "FailedDataOnly",
    request_configuration: { content_encoding: "GZIP" },
    cloudwatch_logging_options: { enabled: true, log_group_name: "/aws/kinesisfirehose/dev-log" },
    s3_configuration: {
      bucket_arn: "arn:aws:s3:::dev-log-123456789012-us-east-1",
      error_output_prefix: "errors/",
      compression_format: "GZIP",
    },
  });
});

test("sends each event to Splunk as an event of its own, and what fails into the bucket", () => {
  const { destination, splunk_configuration } = resource(made(SPLUNK, "expire_after_days = 30"), STREAM);

  expect(destination).toBe("splunk");
  expect(splunk_configuration).toMatchObject({
    hec_endpoint: "https://splunk.acme.example:8088",
    hec_endpoint_type: "Event",
    retry_duration: 7200,
    s3_backup_mode: "FailedEventsOnly",
  });
});

test.each([
  [ENDPOINT, "http_endpoint_configuration", "endpoint", "access_key"],
  [SPLUNK, "splunk_configuration", "splunk", "hec_token"],
])("lets Firehose read the secret, which Terraform does not (%#)", (destination, block, secret, text) => {
  const stack = made(destination);
  const configuration = resource(stack, STREAM)[block];
  const { policy } = resource(stack, "aws_iam_role_policy", "log_firehose");
  const reads = (name: string) =>
    allows(policy, { service: "", action: "secretsmanager:GetSecretValue", resource: `${SECRET}/${name}` });

  expect(configuration).toMatchObject({
    secrets_manager_configuration: {
      enabled: true,
      secret_arn: `${SECRET}/${secret}`,
      role_arn: "arn:aws:iam::123456789012:role/dev-log-firehose",
    },
  });
  expect(configuration).not.toHaveProperty(text);
  expect(Object.keys(stack.data ?? {})).toEqual(["genesyscloud_organizations_me"]);
  expect(reads(secret)).toBe(true);
  expect(reads("another")).toBe(false);
});

test("encrypts the stream and the files of what failed with the customer-managed key", () => {
  const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const stack = synthesized(file({ top: `kms_key_arn = "${key}"`, destination: ENDPOINT }));

  expect(resource(stack, STREAM)).toMatchObject({
    server_side_encryption: { key_type: "CUSTOMER_MANAGED_CMK", key_arn: key },
    http_endpoint_configuration: { s3_configuration: { kms_key_arn: key } },
  });
});

test.each([
  [ENDPOINT, ["log_late-to-endpoint", "log_refused-to-endpoint", "log_throttled-records"]],
  [SPLUNK, ["log_late-to-splunk", "log_refused-to-splunk", "log_throttled-records"]],
  ['type = "firehose"', ["log_stale-files", "log_unwritten-files"]],
])("is watched where its events go (%#)", (destination, alarms) => {
  const all = Object.keys(made(destination).resource.aws_cloudwatch_metric_alarm ?? {});

  expect(all.filter((name) => name.startsWith("log_"))).toEqual(alarms);
});

const traced = (destination: string, targets = '["log"]') => {
  const tracer = new Tracer(environment(file({ rule: `targets = ${targets}`, destination })), { exact: false });
  const [rule] = tracer.trace(event).streams[0]?.rules ?? [];
  return rule?.matches ? rule.deliveries[0] : undefined;
};

test("shows the request of an endpoint, with the event in a batch", () => {
  const { request, payload } = traced(ENDPOINT) ?? {};
  const { records } = JSON.parse(request?.body ?? "");

  expect(request).toMatchObject({
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "Content-Encoding": "gzip",
      "X-Amz-Firehose-Protocol-Version": "1.0",
      "X-Amz-Firehose-Access-Key": "…",
    },
  });
  expect(Buffer.from(records[0].data, "base64").toString()).toBe(payload);
});

test.each([
  ["the whole event", "{ log = {} }", { detail: event.detail, "detail-type": event["detail-type"] }],
  ["fields", '{ log = { fields = ["time"] } }', { time: event.time }],
  ["text", '{ log = { template = "was <a>", variables = { a = "detail.eventBody.action" } } }', "was Delete"],
  ["a constant", "{ log = { input = { a = 1 } } }", { a: 1 }],
  ["a part", '{ log = { input_path = "detail.eventBody" } }', { action: "Delete" }],
])("sends to Splunk what it takes as an event: %s", (_, targets, sent) => {
  const { payload, request } = traced(SPLUNK, targets) ?? {};
  const body = JSON.parse(payload ?? "");

  expect(Object.keys(body)).toEqual(["event"]);
  if (typeof sent === "string") expect(body.event).toBe(sent);
  else expect(body.event).toMatchObject(sent);
  expect(request?.headers).toEqual({ Authorization: "…" });
});
