import { http as httpType } from "../../destinations/http";
import { pagerduty } from "../../destinations/pagerduty";
import { file } from "../support/environment";
import { allows } from "../support/policy";
import { resource, synthesized } from "../support/stack";

const http = (auth: string, rule?: string) =>
  synthesized(
    file({
      destination: `type = "http"\nurl = "https://events.acme.example/x"\nheaders = { x-a = "1" }\nauth = ${auth}`,
      ...(rule && { rule }),
    }),
  );
const API_KEY =
  '{ type = "api_key", name = "x-key", value = { secrets_manager = "webhook", key = "k\\"e\\\\y\\u000c" } }';

test("may invoke the API destination, to whose ARN AWS adds an id", () => {
  const stack = http(API_KEY);
  const { policy } = resource(stack, "aws_iam_role_policy");
  const invoke = (name: string) => ({
    service: "",
    action: "events:InvokeApiDestination",
    resource: `arn:aws:events:us-east-1:123456789012:api-destination/${name}/0d5e`,
  });

  expect(allows(policy, invoke("dev-log"))).toBe(true);
  expect(allows(policy, invoke("dev-log-2"))).toBe(false);
  expect(resource(stack, "aws_cloudwatch_event_target").arn).toBe("${aws_cloudwatch_event_api_destination.log.arn}");
});

test("reads the key from a secret when Terraform runs", () => {
  const stack = http(API_KEY);

  expect(stack.data?.aws_secretsmanager_secret_version?.log).toMatchObject({ secret_id: "webhook" });
  expect(resource(stack, "aws_cloudwatch_event_connection").auth_parameters).toEqual({
    api_key: {
      key: "x-key",
      value: '${jsondecode(data.aws_secretsmanager_secret_version.log.secret_string)["k\\"e\\\\y\\u000c"]}',
    },
  });
});

test("signs in with a user and a password from Parameter Store", () => {
  const stack = http('{ type = "basic", username = "me", password = { ssm_parameter = "/pw" } }');

  expect(stack.data?.aws_ssm_parameter?.log).toMatchObject({ name: "/pw", with_decryption: true });
  expect(resource(stack, "aws_cloudwatch_event_connection")).toMatchObject({
    authorization_type: "BASIC",
    auth_parameters: { basic: { username: "me", password: "${data.aws_ssm_parameter.log.value}" } },
  });
});

test("asks for a token with client credentials", () => {
  const stack = http(
    '{ type = "oauth_client_credentials", token_url = "https://login.acme.example/t", client_id = "me", client_secret = { secrets_manager = "s" }, body = { scope = "x" } }',
  );

  expect(resource(stack, "aws_cloudwatch_event_connection").auth_parameters).toMatchObject({
    oauth: {
      authorization_endpoint: "https://login.acme.example/t",
      http_method: "POST",
      client_parameters: {
        client_id: "me",
        client_secret: "${data.aws_secretsmanager_secret_version.log.secret_string}",
      },
      oauth_http_parameters: { body: [{ key: "scope", value: "x", is_value_secret: false }] },
    },
  });
});

test("adds the target's headers and query to the destination's headers", () => {
  const { http_target } = resource(
    http(API_KEY, 'targets = { log = { headers = { x-b = "$.detail-type" }, query = { a = "b" } } }'),
    "aws_cloudwatch_event_target",
  );

  expect(http_target).toEqual({
    header_parameters: { "x-a": "1", "x-b": "$.detail-type" },
    query_string_parameters: { a: "b" },
  });
});

test.each([httpType, pagerduty])(
  "says what is tried again, slow answers among it, and that an endpoint gets repeats: $type",
  (type) => {
    const advice = type.monitored.alarms.map((alarm) => alarm.advice).join(" ");

    expect(type.notes.failure).toMatch(/401, 407, 409, 429 and 5xx are tried again, and so is .* 5 seconds.*repeats/);
    expect(advice).toMatch(/401, 407, 409, 429 or 5xx; other answers are not tried again/);
  },
);

test("fills each * of the URL, by the target's values or else the destination's", () => {
  const filled = (rule: string) =>
    resource(
      synthesized(
        file({
          destination: `type = "http"\nurl = "https://crm.example/*/x/*"\npath_parameters = ["$.id", "a"]\nauth = ${API_KEY}`,
          rule,
        }),
      ),
      "aws_cloudwatch_event_target",
    ).http_target;

  expect(filled('targets = ["log"]')).toEqual({ path_parameter_values: ["$.id", "a"] });
  expect(filled('targets = { log = { path_parameters = ["b", "$.time"] } }')).toEqual({
    path_parameter_values: ["b", "$.time"],
  });
});

test("a target's header takes the place of the destination's, in whatever case it is written", () => {
  const { http_target } = resource(
    http(API_KEY, 'targets = { log = { headers = { X-A = "2" } } }'),
    "aws_cloudwatch_event_target",
  );

  expect(http_target).toEqual({ header_parameters: { "X-A": "2" } });
});

test("keeps the secret under the environment's key, and asks its owner for the tag that this needs", () => {
  const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const destination = `type = "http"\nurl = "https://events.acme.example/x"\nauth = ${API_KEY}`;
  const stack = synthesized(file({ top: `kms_key_arn = "${key}"`, destination }));

  expect(resource(stack, "aws_cloudwatch_event_connection").kms_key_identifier).toBe(key);
  expect(stack.output.kms_key_policy).toMatchObject({
    description: expect.stringContaining("EventBridgeApiDestinations = true"),
  });
  expect(resource(http(API_KEY), "aws_cloudwatch_event_connection")).not.toHaveProperty("kms_key_identifier");
});

test("reaches a private endpoint through its resource configuration", () => {
  const arn = "arn:aws:vpc-lattice:us-east-1:123456789012:resourceconfiguration/rcfg-0123456789abcdef0";
  const destination = `type = "http"\nurl = "https://crm.acme.internal/x"\nauth = ${API_KEY}\nresource_configuration_arn = "${arn}"`;

  expect(resource(synthesized(file({ destination })), "aws_cloudwatch_event_connection")).toMatchObject({
    invocation_connectivity_parameters: { resource_parameters: { resource_configuration_arn: arn } },
  });
});
