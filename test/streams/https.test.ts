import { resource, synthesized } from "../support/stack";

const FILE = `
aws_account_id = "123456789012"
aws_region = "us-east-1"
streams = { crm = {
  type = "https"
  path = "/crm"
  event_id = "body.id"
  auth = { type = "hmac", header = "X-Hub-Signature-256", secret = { secrets_manager = "crm/webhook" } }
} }
rules = { all = { stream = "crm", targets = ["log"] } }
destinations = { log = { type = "cloudwatch_logs" } }
`;

test("makes a bus of this account, whose rules take the exact source, and an API with one route", () => {
  const stack = synthesized(FILE);

  expect(resource(stack, "aws_cloudwatch_event_bus").name).toBe("dev-crm");
  expect(resource(stack, "aws_cloudwatch_event_rule").event_pattern).toContain("https/dev/crm");
  expect(resource(stack, "aws_apigatewayv2_route").route_key).toBe("POST /crm");
  expect(Object.keys(stack.resource.aws_apigatewayv2_route ?? {})).toHaveLength(1);
  expect(stack.output.endpoints?.value).toEqual({ crm: "${aws_apigatewayv2_api.crm.api_endpoint}/crm" });
});
