import { file } from "../support/environment";
import { allows } from "../support/policy";
import { resource, synthesized } from "../support/stack";

test("may start executions of the state machine and nothing else", () => {
  const arn = "arn:aws:states:us-east-1:123456789012:stateMachine:audit";
  const stack = synthesized(file({ destination: `type = "step_functions"\narn = "${arn}"` }));
  const { policy } = resource(stack, "aws_iam_role_policy");

  expect(allows(policy, { service: "", action: "states:StartExecution", resource: arn })).toBe(true);
  expect(allows(policy, { service: "", action: "states:StopExecution", resource: arn })).toBe(false);
  expect(resource(stack, "aws_cloudwatch_event_target")).toMatchObject({ arn, role_arn: expect.any(String) });
});
