import { file } from "../support/environment";
import { resource, synthesized } from "../support/stack";

const lambda = (name: string) =>
  synthesized(file({ destination: `type = "lambda"\narn = "arn:aws:lambda:us-east-1:123456789012:function:${name}"` }));
const RULES =
  "arn:aws:events:us-east-1:123456789012:rule/aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit/*";

test("lets the bus's rules invoke the function by their ARN alone, since the account beside it keeps EventBridge out", () => {
  expect(resource(lambda("audit"), "aws_lambda_permission", "log_from_audit")).toEqual({
    statement_id: "dev-log_from_audit",
    action: "lambda:InvokeFunction",
    function_name: "arn:aws:lambda:us-east-1:123456789012:function:audit",
    principal: "events.amazonaws.com",
    source_arn: RULES,
  });
});

test("gives the permission to the alias or version that is the target", () => {
  const stack = lambda("audit:live");

  expect(resource(stack, "aws_lambda_permission")).toMatchObject({
    function_name: expect.stringMatching(/:audit$/),
    qualifier: "live",
  });
  expect(resource(stack, "aws_cloudwatch_event_target").arn).toMatch(/:audit:live$/);
  expect(stack.resource.aws_iam_role).toBeUndefined();
});
