import { readFileSync } from "node:fs";
import { join } from "node:path";
import { settingsSchema } from "../../operate/bridge/settings";
import { resourcesOfStack } from "../../report/resources/of-stack";
import { found } from "../report/findings/pair";
import { reportFor } from "../report/report-of";
import { bridgeFile, CLIENT_ID, IMAGE } from "../support/bridge-file";
import { root } from "../support/committed";
import { environment, parse } from "../support/environment";
import { resource, synthesized } from "../support/stack";

const stack = synthesized(bridgeFile());
const task = (text = bridgeFile()) => resource(synthesized(text), "aws_ecs_task_definition");
const container = (text?: string) => JSON.parse(String(task(text).container_definitions))[0];
const statements = (part: string, text = bridgeFile()): Record<string, unknown>[] =>
  JSON.parse(String(resource(synthesized(text), "aws_iam_role_policy", `live_${part}`).policy)).Statement;
const allowed = (part: string, text?: string) =>
  statements(part, text).map(({ Action, Resource }) => [Action, Resource]);

test("runs one container at a time, and takes a deployment back that does not come up", () => {
  expect(resource(stack, "aws_ecs_service")).toMatchObject({
    name: "dev-live",
    desired_count: 1,
    deployment_minimum_healthy_percent: 0,
    deployment_maximum_percent: 100,
    deployment_circuit_breaker: { enable: true, rollback: true },
    network_configuration: {
      subnets: ["subnet-0a1b2c3d"],
      security_groups: ["sg-0a1b2c3d"],
      assign_public_ip: false,
    },
    depends_on: expect.arrayContaining(["aws_cloudwatch_event_bus.live", "aws_iam_role_policy.live_bridge"]),
  });
});

test("runs none where it is switched off, and fires no alarm for it", () => {
  const off = synthesized(bridgeFile({ more: "enabled = false" }));

  expect(resource(off, "aws_ecs_service").desired_count).toBe(0);
  expect(resource(stack, "aws_cloudwatch_metric_alarm", "live_down")).toMatchObject({
    treat_missing_data: "breaching",
  });
  expect(() => resource(off, "aws_cloudwatch_metric_alarm", "live_down")).toThrow();
});

test("the container has no root, no port, no capability, and a file system that it cannot write", () => {
  expect(container()).toMatchObject({
    image: IMAGE,
    user: "1000:1000",
    readonlyRootFilesystem: true,
    linuxParameters: { capabilities: { drop: ["ALL"] } },
    healthCheck: { command: ["CMD", "node", "/bridge/health.cjs"] },
  });
  expect(container()).not.toHaveProperty("portMappings");
});

test("the container is told of its stream as the program reads it, and of its secret by reference", () => {
  const { environment, secrets } = container();
  const told = Object.fromEntries(environment.map(({ name, value }: Record<string, string>) => [name, value]));

  expect(settingsSchema.parse(JSON.parse(told.BRIDGE_SETTINGS))).toEqual({
    environment: "dev",
    stream: "live",
    aws_account_id: "123456789012",
    aws_region: "us-east-1",
    genesys_region: "eu-central-1",
    bus: "dev-live",
    source: "notifications/dev/live",
    topics: ["v2.users.{id}.conversations"],
    ids: { users: "all" },
    parameter: "/genesys-eventbridge/dev/live/seen",
  });
  expect(told.GENESYSCLOUD_OAUTHCLIENT_ID).toBe(CLIENT_ID);
  expect(secrets).toEqual([
    {
      name: "GENESYSCLOUD_OAUTHCLIENT_SECRET",
      valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:genesys/bridge:client_secret::",
    },
  ]);
});

test("the program may put events on its bus and keep its parameter, and nothing else", () => {
  expect(allowed("bridge")).toEqual([
    ["events:PutEvents", "arn:aws:events:us-east-1:123456789012:event-bus/dev-live"],
    [
      ["ssm:GetParameter", "ssm:PutParameter"],
      "arn:aws:ssm:us-east-1:123456789012:parameter/genesys-eventbridge/dev/live/seen",
    ],
  ]);
});

test("what starts it may write its log, read its secret and pull its image", () => {
  const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:genesys/bridge-??????";

  expect(allowed("start").slice(0, 2)).toEqual([
    [
      ["logs:CreateLogStream", "logs:PutLogEvents"],
      "arn:aws:logs:us-east-1:123456789012:log-group:/aws/ecs/dev/live:*",
    ],
    ["secretsmanager:GetSecretValue", secret],
  ]);
  expect(allowed("start")).toContainEqual([
    ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    "arn:aws:ecr:us-east-1:123456789012:repository/bridge",
  ]);
  const elsewhere = bridgeFile({ image: IMAGE.replace(/^[^/]+/, "ghcr.io/acme") });
  expect(allowed("start", elsewhere).flat(2).join()).not.toContain("ecr:");
});

test("no plan writes over what the bridge has kept", () => {
  expect(resource(stack, "aws_ssm_parameter")).toMatchObject({ lifecycle: { ignore_changes: ["value"] } });
});

test("alarms read the figures that the bridge logs, by its bus", () => {
  const filter = resource(stack, "aws_cloudwatch_log_metric_filter", "live_gaps");
  const alarm = resource(stack, "aws_cloudwatch_metric_alarm", "live_gap");

  expect(filter).toMatchObject({
    pattern: "{ $.gaps = * }",
    metric_transformation: { name: "Gaps", dimensions: { Bus: "$.bus" } },
  });
  expect(alarm).toMatchObject({
    namespace: "GenesysEventBridge/Bridge",
    metric_name: "Gaps",
    dimensions: { Bus: "dev-live" },
    threshold: 0,
  });
});

test("the report objects to nothing but a public address", () => {
  const ids = (more: string) => reportFor(environment(bridgeFile({ more }))).findings.map(({ id, path }) => [id, path]);

  expect(ids("")).toEqual([]);
  expect(ids("assign_public_ip = true")).toEqual([["public-address", "streams.live"]]);
});

test("what the bridge has kept since is no change that the report cannot explain", () => {
  const text = bridgeFile();
  const withSeen = (type: string, changed: object) =>
    resourcesOfStack(environment(text)).map(({ address, values, unknown }) => ({
      ...{ address, unknown },
      values: address.startsWith(`${type}.`) ? { ...values, ...changed } : values,
    }));

  expect(found({ text, compared: true, plan: withSeen("aws_ssm_parameter", { value: "{}" }) })).toEqual([]);
  expect(found({ text, compared: true, plan: withSeen("aws_ssm_parameter", { type: "SecureString" }) })).toEqual([
    "unexplained-change",
  ]);
});

test("the example of its page is right, and brings gaps to a rule of their own", () => {
  const page = readFileSync(join(root, "docs", "how-to", "subscribe-to-topics.md"), "utf8");
  const [, text = ""] = /```hcl\n(.*?)```/s.exec(page) ?? [];

  expect(parse(text).issues.map(({ message }) => message)).toEqual([]);
  expect(JSON.parse(String(resource(synthesized(text), "aws_cloudwatch_event_rule", "gaps").event_pattern))).toEqual({
    source: ["notifications/dev/live"],
    "detail-type": ["bridge.gap"],
  });
});
