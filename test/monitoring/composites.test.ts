import { ALARM_DESCRIPTION_LENGTH, ALARM_NAME_LENGTH, ALARM_RULE_LENGTH, CHILD_ALARMS } from "../../aws/limits";
import { destinationTypes } from "../../destinations";
import type { DestinationType } from "../../destinations/destination-type";
import { alarmKinds } from "../../monitoring/alarms";
import { COMPOSITE_KIND } from "../../monitoring/composites";
import { streamTypes } from "../../streams";
import { everyDestination, watchedStack } from "../support/cloudwatch/watched-stack";
import { file } from "../support/environment";
import { hclOf } from "../support/stack";

const LONG = "x".repeat(60);

/** Names as long as may be, and more alarms than a rule takes. */
const many = watchedStack(
  everyDestination()
    .replaceAll("audit ", `${LONG} `)
    .replaceAll('"audit"', `"${LONG}"`)
    .replace(
      "rules = {",
      `rules = {\n${Array.from(
        { length: 280 },
        (_, n) => `${LONG}${n} = { stream = "${LONG}", targets = ["d${n % 50}"] }`,
      ).join("\n")}`,
    )
    .replace(
      "destinations = {",
      `destinations = {\n${Array.from({ length: 50 }, (_, n) => `d${n} = { type = "kinesis" }`).join("\n")}`,
    ),
);

test("a composite alarm takes no more than CloudWatch does, and every detail is in one", () => {
  const named = many.composites.flatMap(({ alarm_rule }) => alarm_rule.match(/(?<=ALARM\(")[^"]+/g) ?? []);
  const details = many.alarms.map(({ alarm_name }) => alarm_name).filter((name) => name !== "every-dead-letters");

  expect(many.composites.length).toBeGreaterThan(1);
  expect(named.sort()).toEqual(details.sort());
  for (const { alarm_rule, depends_on } of many.composites) {
    expect(alarm_rule.length).toBeLessThanOrEqual(ALARM_RULE_LENGTH);
    expect(depends_on.length).toBeLessThanOrEqual(CHILD_ALARMS);
    expect(depends_on).toHaveLength(alarm_rule.split(" OR ").length);
  }
});

test("names and descriptions are as short as CloudWatch wants them, and no name is used twice", () => {
  const names = [...many.alarms, ...many.composites].map(({ alarm_name }) => alarm_name);

  expect(new Set(names).size).toBe(names.length);
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(ALARM_NAME_LENGTH / 2);
  for (const { alarm_description } of many.alarms)
    expect(alarm_description.length).toBeLessThanOrEqual(ALARM_DESCRIPTION_LENGTH);
});

test("no kind of alarm is the end of another, so that no two alarms get one name", () => {
  const types: readonly DestinationType[] = destinationTypes;
  const all = [...alarmKinds, ...[...streamTypes, ...types].flatMap(({ monitored }) => monitored.alarms)].map(
    ({ kind }) => kind,
  );
  const kinds = [...new Set([...all, COMPOSITE_KIND])];

  expect(kinds.filter((kind) => kinds.some((other) => other.endsWith(`-${kind}`)) || /-\d+$/.test(kind))).toEqual([]);
});

test("a destination of two streams is in the alarms of both", () => {
  const { composites } = watchedStack(
    file({
      top: 'monitoring = { notify = ["me@acme.example"] }',
      stream: '}\nother = { event_source_suffix = "x", topic_filters = ["v2.users.{id}.presence"]',
      rule: 'targets = ["log"] }\nmore = { stream = "other", targets = ["log"]',
      destination: 'type = "sqs"',
    }),
  );

  for (const { alarm_rule } of composites) expect(alarm_rule).toContain('ALARM("every-log-unread-messages")');
  expect(composites).toHaveLength(2);
});

test("an alarm on rules sums them, and goes after the composite alarm that names it is changed", () => {
  const text = file({
    rule: 'targets = ["log"] }\nmore = { stream = "audit", topics = ["v2.users.{id}.presence"], targets = ["log"]',
  });

  expect(hclOf(text, "aws_cloudwatch_metric_alarm.audit_lost")).toMatchInlineSnapshot(`
    "resource "aws_cloudwatch_metric_alarm" "audit_lost" {
      alarm_description = "Stream audit: an event could not even be put into the dead-letter queue, and so is lost. Likeliest: the policy of the dead-letter queue or of its KMS key was changed and no longer lets EventBridge in, or the queue is gone. Look first at the plan: it shows what was changed by hand, and applying it mends that."
      alarm_name = "dev-audit-lost"
      comparison_operator = "GreaterThanThreshold"
      datapoints_to_alarm = 1
      evaluation_periods = 1
      tags = {
        environment = "dev"
        managed-by = "cdktf"
      }
      threshold = 0
      treat_missing_data = "notBreaching"
      metric_query {
        expression = "FILL(SUM([m0, m1]), 0)"
        id = "total"
        label = "InvocationsFailedToBeSentToDlq"
        return_data = true
      }
      metric_query {
        id = "m0"
        metric {
          dimensions = {
            EventBusName = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit"
            RuleName = "all"
          }
          metric_name = "InvocationsFailedToBeSentToDlq"
          namespace = "AWS/Events"
          period = 300
          stat = "Sum"
        }
      }
      metric_query {
        id = "m1"
        metric {
          dimensions = {
            EventBusName = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit"
            RuleName = "more"
          }
          metric_name = "InvocationsFailedToBeSentToDlq"
          namespace = "AWS/Events"
          period = 300
          stat = "Sum"
        }
      }
      lifecycle {
          create_before_destroy = true
      }
    }"
  `);
});
