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

const FILE = `
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
`;
const watched: WatchedStack = watchedStack(FILE);

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

test("silence is of what was taken: refused requests keep no stream alive", () => {
  const scanned = new World().put(api("Count"), 3, HOURS).put(api("4xx"), 3, HOURS);

  expect(firing(watched, scanned)).toContain("every-crm-silent");
  expect(firing(watched, scanned.put(api("4xx"), 2, HOURS))).not.toContain("every-crm-silent");
  expect(firing(watched, new World().put(api("Count"), 3, HOURS).put(api("5xx"), 3, HOURS))).toContain(
    "every-crm-silent",
  );
});

test("a share passes within ten minutes without an alarm", () => {
  expect(firing(watched, healthy().put(api("4xx"), 90, { from: 10, to: 0 }))).toEqual([]);
});

test("the dashboard counts the writes of ids where an endpoint remembers them", () => {
  const costs = (event_id: string) => {
    const { resource } = watchedStack(FILE.replace("silence_minutes = 60", event_id)).stack;
    return JSON.stringify(resource.aws_cloudwatch_dashboard).match(/ \/ 1000000 \* [\d.]+/)?.[0];
  };

  expect(costs("")).toBe(" / 1000000 * 2.2");
  expect(costs('event_id = "body.id"')).toBe(" / 1000000 * 3.45");
});
