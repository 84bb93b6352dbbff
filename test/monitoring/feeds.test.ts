import { firing, type WatchedStack, watchedStack } from "../support/cloudwatch/watched-stack";
import { type Named, World } from "../support/cloudwatch/world";

const API = { ApiId: "${aws_apigatewayv2_api.crm.id}" };
const of = (namespace: string, name: string, dimensions: Named["dimensions"]): Named => ({
  namespace,
  name,
  dimensions,
});
const api = (name: string) => of("AWS/ApiGateway", name, API);
const code = (name: string) => of("AWS/Lambda", name, { FunctionName: "every-crm-receive" });
const HOURS = { from: 180, to: 0 };

const watched: WatchedStack = watchedStack(`
aws_account_id = "123456789012"
aws_region = "us-east-1"
monitoring = { notify = ["arn:aws:sns:us-east-1:123456789012:on-call"] }
streams = { crm = {
  type = "https"
  silence_minutes = 60
  auth = { type = "token", header = "X-Token", secret = { ssm_parameter = "/t" } }
} }
rules = { all = { stream = "crm", targets = ["log"] } }
destinations = { log = { type = "cloudwatch_logs" } }
`);

/** A hundred requests a minute, of which some are refused; API Gateway sends no metric of what did not happen. */
const healthy = () => new World().put(api("Count"), 100, HOURS);

test("nothing fires while all is well, nor for a fifth of wrong requests", () => {
  expect(firing(watched, healthy())).toEqual([]);
  expect(firing(watched, healthy().put(api("4xx"), 20, HOURS).put(api("5xx"), 1, HOURS))).toEqual([]);
});

test.each([
  ["refused", api("4xx"), 21, 15],
  ["unavailable", api("5xx"), 2, 15],
  ["code-errors", code("Errors"), 1, 1],
  ["code-throttles", code("Throttles"), 1, 1],
  ["silent", api("Count"), 0, 60],
])("%s fires, and the stream's alarm with it", (kind, metric, value, minutes) => {
  expect(firing(watched, healthy().put(metric, value, { from: minutes, to: 0 }))).toEqual(
    [`every-crm-${kind}`, "every-crm-problem"].sort(),
  );
});

test("a share passes within ten minutes without an alarm", () => {
  expect(firing(watched, healthy().put(api("4xx"), 90, { from: 10, to: 0 }))).toEqual([]);
});
