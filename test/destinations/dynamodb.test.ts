import { file } from "../support/environment";
import { allows } from "../support/policy";
import { addresses, resource, synthesized } from "../support/stack";

const ITEM = 'key = "topic[2]"\nlatest_by = "time"';
const dynamodb = (keys = "", top = "") =>
  synthesized(file({ top, destination: `type = "dynamodb"\n${ITEM}\n${keys}` }));
const TABLE = "arn:aws:dynamodb:us-east-1:123456789012:table/dev-log";

test("makes a table on demand that can be restored, and deletes items by expires_at only where the file says so", () => {
  expect(resource(dynamodb("expire_after_days = 30"), "aws_dynamodb_table")).toMatchObject({
    name: "dev-log",
    billing_mode: "PAY_PER_REQUEST",
    hash_key: "pk",
    attribute: [{ name: "pk", type: "S" }],
    point_in_time_recovery: { enabled: true },
    ttl: { attribute_name: "expires_at", enabled: true },
  });
  const kept = resource(dynamodb('sort_key = "id"\nprotect = true'), "aws_dynamodb_table");
  expect(kept).toMatchObject({ range_key: "sk", ttl: { enabled: false }, deletion_protection_enabled: true });
  expect(kept.lifecycle).toEqual({ prevent_destroy: true });
});

test("lets the rules start the workflow, and the workflow write its table and the dead-letter queue, and nothing else", () => {
  const stack = dynamodb();
  const { policy: deliver } = resource(stack, "aws_iam_role_policy", "log");
  const { policy: write } = resource(stack, "aws_iam_role_policy", "log_write");
  const workflow = "arn:aws:states:us-east-1:123456789012:stateMachine:dev-log";

  expect(allows(deliver, { service: "", action: "states:StartExecution", resource: workflow })).toBe(true);
  expect(allows(write, { service: "", action: "dynamodb:PutItem", resource: TABLE })).toBe(true);
  expect(allows(write, { service: "", action: "dynamodb:PutItem", resource: `${TABLE}2` })).toBe(false);
  expect(allows(write, { service: "", action: "dynamodb:DeleteItem", resource: TABLE })).toBe(false);
  const queue = "arn:aws:sqs:us-east-1:123456789012:dev-dead-letters";
  expect(allows(write, { service: "", action: "sqs:SendMessage", resource: queue })).toBe(true);
});

test("sends the rule with the event, and names the dead-letter queue", () => {
  const stack = dynamodb();
  const { type, definition } = resource(stack, "aws_sfn_state_machine");

  expect(type).toBe("EXPRESS");
  expect(definition).toContain("https://sqs.us-east-1.amazonaws.com/123456789012/dev-dead-letters");
  expect(resource(stack, "aws_cloudwatch_event_target").input_transformer).toMatchObject({
    input_template: '{"rule":"<aws.events.rule-arn>","event":<aws.events.event.json>}',
  });
});

test("an attribute may be called like a credential where its value is a path", () => {
  const stack = dynamodb('attributes = { token = "detail.eventBody.token" }');
  expect(resource(stack, "aws_sfn_state_machine").definition).toContain("token");
});

test("writes to a table that exists by a workflow of its own, and makes no table", () => {
  const arn = TABLE.replace("dev-log", "theirs");
  const stack = dynamodb(`arn = "${arn}"`);

  expect(addresses(stack).filter((address) => /dynamodb|sfn/.test(address))).toEqual(["aws_sfn_state_machine.log"]);
  expect(resource(stack, "aws_sfn_state_machine").definition).toContain('"TableName":"theirs"');
  expect(resource(stack, "aws_iam_role_policy", "log_write").policy).toContain(arn);
  // What is watched is the workflow, as the table's name is no dimension of its metrics.
  expect(resource(stack, "aws_cloudwatch_metric_alarm", "log_unwritten-items").dimensions).toEqual({
    StateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:dev-log",
  });
});

test("uses the customer-managed key for the table and the workflow", () => {
  const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const stack = dynamodb("", `kms_key_arn = "${key}"`);

  expect(resource(stack, "aws_dynamodb_table").server_side_encryption).toEqual({ enabled: true, kms_key_arn: key });
  expect(resource(stack, "aws_sfn_state_machine").encryption_configuration).toMatchObject({ kms_key_id: key });
});
