import { runWith } from "../commands/run";
import { reportFor } from "../report/report-of";
import { environment } from "../support/environment";
import { resource, synthesized } from "../support/stack";

const HMAC = '{ type = "hmac", header = "X-Hub-Signature-256", secret = { secrets_manager = "crm/webhook" } }';
const JWT = '{ type = "jwt", issuer = "https://login.acme.example/", audience = "events" }';

const file = (keys = "", auth = HMAC) => `
aws_account_id = "123456789012"
aws_region = "us-east-1"
streams = { crm = { type = "https"
  path = "/crm"
  auth = ${auth}
  ${keys}
} }
rules = { all = { stream = "crm", targets = ["log"] } }
destinations = { log = { type = "cloudwatch_logs" } }
`;
const settingsOf = (text: string) => {
  const { variables } = Object(resource(synthesized(text), "aws_lambda_function").environment);
  return JSON.parse(variables.SETTINGS);
};

test("makes a bus of this account, whose rules take the exact source, and an API with one route", () => {
  const stack = synthesized(file());

  expect(resource(stack, "aws_cloudwatch_event_bus").name).toBe("dev-crm");
  expect(resource(stack, "aws_cloudwatch_event_rule").event_pattern).toContain("https/dev/crm");
  expect(Object.keys(stack.resource.aws_apigatewayv2_route ?? {})).toEqual(["crm"]);
  expect(resource(stack, "aws_apigatewayv2_route")).toMatchObject({
    route_key: "POST /crm",
    authorization_type: "NONE",
  });
  expect(stack.output.endpoints?.value).toEqual({ crm: "${aws_apigatewayv2_api.crm.api_endpoint}/crm" });
});

test("opens its route only when the bus is there, since EventBridge drops what is for none", () => {
  const stack = synthesized(file('event_id = "body.id"'));

  expect(resource(stack, "aws_apigatewayv2_route").depends_on).toEqual([
    "aws_lambda_permission.crm",
    "aws_cloudwatch_event_bus.crm",
    "aws_lambda_function.crm_receive",
    "aws_dynamodb_table.crm",
  ]);
  expect(resource(stack, "aws_lambda_function").depends_on).toContain("aws_iam_role_policy.crm_receive");
});

test("limits requests, and logs them without bodies and headers", () => {
  const { default_route_settings, access_log_settings } = resource(
    synthesized(file("rate_limit_per_second = 7")),
    "aws_apigatewayv2_stage",
  );

  expect(default_route_settings).toEqual({ throttling_rate_limit: 7, throttling_burst_limit: 7 });
  expect(Object(access_log_settings).format).toContain("$context.status");
  expect(Object(access_log_settings).format).not.toMatch(/body|header/);
});

test("has API Gateway check a JWT, and takes a handshake by GET, too", () => {
  const stack = synthesized(file('handshake = "challenge"', JWT));

  expect(resource(stack, "aws_apigatewayv2_authorizer")).toMatchObject({
    authorizer_type: "JWT",
    identity_sources: ["$request.header.Authorization"],
    jwt_configuration: { issuer: "https://login.acme.example/", audience: ["events"] },
  });
  expect(resource(stack, "aws_apigatewayv2_route")).toMatchObject({
    route_key: "ANY /crm",
    authorization_type: "JWT",
    authorizer_id: "${aws_apigatewayv2_authorizer.crm.id}",
  });
  expect(settingsOf(file("", JWT)).auth).toEqual({ type: "jwt" });
});

test("keeps ids only where there are any, and each only for its window", () => {
  expect(synthesized(file()).resource.aws_dynamodb_table).toBeUndefined();
  expect(resource(synthesized(file('event_id = "body.id"')), "aws_dynamodb_table")).toMatchObject({
    name: "dev-crm-seen",
    billing_mode: "PAY_PER_REQUEST",
    ttl: { attribute_name: "expires", enabled: true },
  });
  expect(settingsOf(file('event_id = "body.id"\nduplicate_window_hours = 48')).seen).toEqual({
    table: "dev-crm-seen",
    hours: 48,
  });
});

test("tells the function its settings, and no secret", () => {
  expect(settingsOf(file('allowed_cidrs = ["203.0.113.0/24"]\nevent_type = "body.type"\nenabled = false'))).toEqual({
    enabled: false,
    bus: "dev-crm",
    source: "https/dev/crm",
    auth: {
      type: "hmac",
      algorithm: "sha256",
      header: "X-Hub-Signature-256",
      prefix: "",
      encoding: "hex",
      tolerance_seconds: 300,
      secret: { secrets_manager: "crm/webhook" },
    },
    allowed_cidrs: ["203.0.113.0/24"],
    envelope: { kind: "crm", event_type: "body.type" },
  });
});

test("fits a function's settings at their longest", () => {
  const long = (length: number) => "x".repeat(length);
  const networks = Array.from({ length: 20 }, () => '"2001:0db8:0000:0000:0000:0000:0000:ffff/128"').join(", ");
  const auth = `{ type = "hmac", header = "${long(128)}", timestamp_header = "${long(128)}", prefix = "${long(64)}", secret = { secrets_manager = "${long(512)}" } }`;
  const keys = `handshake = "${long(250)}"
    event_type = "header.${long(128)}"
    event_id = "body.${long(200)}"
    allowed_cidrs = [${networks}]`;

  expect(JSON.stringify(settingsOf(file(keys, auth))).length).toBeLessThan(4000);
});

test("says who may send, how that is proven, and what is kept", () => {
  const [stream] = reportFor(environment(file('event_id = "body.id"\nallowed_cidrs = ["203.0.113.0/24"]'))).streams;

  expect(stream?.facts.slice(0, -1)).toEqual([
    { term: "Endpoint", text: "/crm, switched on, 100 requests a second" },
    { term: "Who may send", text: "203.0.113.0/24" },
    {
      term: "How senders prove who they are",
      text: "HMAC by SHA-256 in X-Hub-Signature-256, without a time, so that a recorded request can be sent again",
    },
    { term: "What is kept of ids", text: "a SHA-256 of body.id for 24 hours, to drop what is sent twice" },
    {
      term: "What is logged of requests",
      text: "address, time, size and status, and why one was refused, for 365 days; no body and no header",
    },
  ]);
});

test("has nothing destroyed that senders know, where it is protected", () => {
  const stack = synthesized(file("protect = true"));

  for (const type of ["aws_apigatewayv2_api", "aws_cloudwatch_event_bus"])
    expect(resource(stack, type).lifecycle).toEqual({ prevent_destroy: true });
});

describe("trace", () => {
  const traced = async (
    sent: unknown,
    keys = 'event_type = "body.type"\nevent_id = "body.id"\nhandshake = "challenge"',
  ) => {
    const files = { "environments/dev.tfvars": file(keys), "sent.json": JSON.stringify(sent) };
    const { stdout } = await runWith(files, ["trace", "dev", "--event", "sent.json", "--json"]);
    return stdout.split("\n").map((line) => JSON.parse(line));
  };

  test("puts what a sender sends into the envelope, each of a list by itself", async () => {
    const [one, two] = await traced([{ type: "a", id: 1 }, { type: "b" }]);

    expect([one.topic, two.topic]).toEqual(["a", "b"]);
    expect(JSON.parse(one.streams[0].rules[0].deliveries[0].payload)).toMatchObject({
      source: "https/dev/crm",
      detail: { topicName: "a", eventBody: { type: "a", id: 1 }, metadata: { eventId: "1" } },
    });
  });

  test("says that a handshake is no event, nor is what is no object", async () => {
    const [handshake] = await traced({ challenge: "x" });
    const [text] = await traced("x");

    expect(handshake).toMatchObject({ streams: [], reason: expect.stringContaining("challenge is a handshake") });
    expect(text).toMatchObject({ streams: [], reason: expect.stringContaining("is answered 400") });
  });
});
