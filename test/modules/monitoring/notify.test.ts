import { file } from "../../support/environment";
import { allows } from "../../support/policy";
import { addresses, resource, synthesized } from "../../support/stack";

const ON_CALL = "arn:aws:sns:us-east-1:123456789012:on-call";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const telling = (notify: string, more = "") =>
  synthesized(file({ top: `monitoring = { notify = [${notify}] }\n${more}` }));
const OWN = "${aws_sns_topic.alarms.arn}";

test("tells of what rings and of what is over, once: details are quiet", () => {
  const { resource: made } = telling(`"${ON_CALL}"`);
  const told = (type: string) =>
    Object.entries(made[type] ?? {}).flatMap(([name, alarm]) => (alarm.alarm_actions ? [name] : []));

  expect(told("aws_cloudwatch_metric_alarm")).toEqual(["dead-letters"]);
  expect(told("aws_cloudwatch_composite_alarm")).toEqual(["audit_problem"]);
  expect(made.aws_cloudwatch_composite_alarm?.audit_problem).toMatchObject({
    alarm_actions: [ON_CALL],
    ok_actions: [ON_CALL],
  });
});

test("tells nobody unless the file says whom", () => {
  const stack = synthesized(file());

  expect(stack.resource.aws_cloudwatch_composite_alarm).toBeUndefined();
  expect(resource(stack, "aws_cloudwatch_metric_alarm", "dead-letters")).not.toHaveProperty("alarm_actions");
  expect(addresses(stack).filter((address) => address.startsWith("aws_sns"))).toEqual([]);
});

test("tells e-mail addresses by a topic of the stack, which CloudWatch alone may publish to", () => {
  const stack = telling(`"me@acme.example", "${ON_CALL}"`);
  const { policy, name } = resource(stack, "aws_sns_topic");
  const publish = (alarm: string, account = "123456789012") => ({
    service: "cloudwatch.amazonaws.com",
    action: "sns:Publish",
    resource: "arn:aws:sns:us-east-1:123456789012:dev-alarms",
    context: {
      "aws:SourceAccount": account,
      "aws:SourceArn": `arn:aws:cloudwatch:us-east-1:${account}:alarm:${alarm}`,
    },
  });

  expect(name).toBe("dev-alarms");
  expect(resource(stack, "aws_sns_topic_subscription", "me_acme_example")).toMatchObject({
    topic_arn: OWN,
    protocol: "email",
    endpoint: "me@acme.example",
  });
  expect(resource(stack, "aws_cloudwatch_composite_alarm").alarm_actions).toEqual([ON_CALL, OWN]);
  expect(allows(policy, publish("dev-audit-problem"))).toBe(true);
  expect(allows(policy, publish("prod-audit-problem"))).toBe(false);
  expect(allows(policy, publish("dev-audit-problem", "999999999999"))).toBe(false);
  expect(allows(policy, { ...publish("dev-x"), service: "events.amazonaws.com" })).toBe(false);
});

test("encrypts its topic with the customer-managed key, which must let CloudWatch in, and never with AWS's own", () => {
  const statement = { service: "cloudwatch.amazonaws.com", action: "kms:GenerateDataKey", resource: KEY };
  const keyed = telling('"me@acme.example"', `kms_key_arn = "${KEY}"`);

  expect(resource(keyed, "aws_sns_topic").kms_master_key_id).toBe(KEY);
  expect(allows(keyed.output.kms_key_policy?.value, statement)).toBe(true);
  expect(telling(`"${ON_CALL}"`, `kms_key_arn = "${KEY}"`).output.kms_key_policy?.value).not.toContain("cloudwatch");
  expect(resource(telling('"me@acme.example"'), "aws_sns_topic")).not.toHaveProperty("kms_master_key_id");
});

test("the order in which receivers are written changes nothing", () => {
  expect(telling(`"b@acme.example", "${ON_CALL}", "a@acme.example"`)).toEqual(
    telling(`"a@acme.example", "b@acme.example", "${ON_CALL}", "b@acme.example"`),
  );
});

test("what is switched on or off leaves everything else as it is, byte for byte", () => {
  const watching = /^aws_(cloudwatch_(composite_alarm|metric_alarm|dashboard)|sns)/;
  const rest = (monitoring: string) => {
    const { resource: made, output } = synthesized(file({ top: `monitoring = { ${monitoring} }` }));
    return JSON.stringify([Object.entries(made).filter(([type]) => !watching.test(type)), output]);
  };
  const off = "alarms = false, dashboard = false";
  const types = Object.keys(
    synthesized(file({ top: `monitoring = { ${off}, notify = ["me@acme.example"] }` })).resource,
  );

  for (const monitoring of [off, "dashboard = false", "alarms = false", 'notify = ["me@acme.example"]'])
    expect(rest(monitoring)).toBe(rest(""));
  expect(types.filter((type) => watching.test(type))).toEqual([]);
});
