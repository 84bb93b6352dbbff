import { file } from "../support/environment";
import { allows } from "../support/policy";
import { resource, synthesized } from "../support/stack";

test("may put events on a bus of another account and region", () => {
  const arn = "arn:aws:events:eu-west-1:210987654321:event-bus/central";
  const stack = synthesized(file({ destination: `type = "event_bus"\narn = "${arn}"` }));
  const { policy } = resource(stack, "aws_iam_role_policy");

  expect(allows(policy, { service: "", action: "events:PutEvents", resource: arn })).toBe(true);
  expect(allows(policy, { service: "", action: "events:PutEvents", resource: `${arn}-2` })).toBe(false);
  expect(resource(stack, "aws_cloudwatch_event_target")).toMatchObject({ arn, role_arn: expect.any(String) });
});
