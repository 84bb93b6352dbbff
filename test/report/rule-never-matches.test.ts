import { BUS, delivery } from "./findings/pair";
import { foundIn } from "./permissions/plans";
import type { Planned } from "./plan";

const TOPIC = "v2.audits.entitytype.{id}.entityid.{id}";
const rule = (pattern: unknown, values: Planned["values"] = {}): Planned[] =>
  delivery({}, { event_pattern: typeof pattern === "string" ? pattern : JSON.stringify(pattern), ...values });
const integration = (...eventFilter: string[]): Planned => ({
  address: "genesyscloud_integration.audit",
  values: {
    intended_state: "ENABLED",
    config: [{ properties: JSON.stringify({ eventSourceSuffix: "audit", eventFilter }) }],
  },
});
const foundFor = (plan: readonly Planned[]) => foundIn(plan, ["rule-never-matches"]);

test.each<[string, readonly Planned[], RegExp]>([
  ["a part of the source", rule({ source: ["aws.partner/genesys.com"] }), /every event on its bus has the source/],
  ["the source with a slash at its end", rule({ source: [`${BUS}/`] }), /has the source/],
  ["the source in capital letters", rule({ source: [BUS.toUpperCase()] }), /has the source/],
  ["the source of another integration", rule({ source: [BUS.replace(/audit$/, "calls")] }), /calls/],
  ["a prefix of something else", rule({ source: [{ prefix: "genesys" }] }), /a text that begins with "genesys"/],
  ["a suffix of something else", rule({ source: [{ suffix: "/calls" }] }), /a text that ends with/],
  ["all but a partner's sources", rule({ source: [{ "anything-but": { prefix: "aws.partner" } }] }), /has the source/],
  ["a wildcard of something else", rule({ source: [{ wildcard: "aws.partner/*/calls" }] }), /has the source/],
  ["the source's own fields", rule({ source: { name: [BUS] } }), /as the source is a text/],
  ["no source at all", rule({ source: [{ exists: false }] }), /has the source/],
  ["two sources that are none", rule({ $or: [{ source: ["a"] }, { source: ["b"] }] }), /has the source/],
  ["another account", rule({ source: [BUS], account: ["210987654321"] }), /account is always "123456789012"/],
  ["another region", rule({ source: [BUS], region: ["eu-west-1"] }), /region is always "us-east-1"/],
  [
    "no topic that is sent",
    [...rule({ "detail-type": [TOPIC] }), integration("v2.users.{id}.presence")],
    /no such topic/,
  ],
  ["a topic with an id", [...rule({ "detail-type": ["v2.users.7.presence"] }), integration(TOPIC)], /no such topic/],
  [
    "a partner on the default bus",
    rule({ source: [BUS] }, { event_bus_name: null }),
    /the default bus, where a partner's/,
  ],
  [
    "a partner's prefix on it",
    rule({ source: [{ prefix: "aws.partner/" }] }, { event_bus_name: "default" }),
    /default bus/,
  ],
  ["what is no pattern", rule({ source: BUS }), /AWS does not take its pattern: source /],
])("a rule that asks for %s never matches", (_, plan, reason) => {
  expect(foundFor(plan)).toEqual([expect.stringMatching(reason)]);
});

test.each<[string, readonly Planned[]]>([
  ["the exact source", rule({ source: [BUS] })],
  ["the source's beginning", rule({ source: [{ prefix: "aws.partner/genesys.com" }] })],
  ["no source", rule({ "detail-type": [TOPIC] })],
  ["one right source of two", rule({ $or: [{ source: ["a"] }, { source: [BUS] }] })],
  ["a topic that is sent", [...rule({ source: [BUS], "detail-type": [TOPIC] }), integration(TOPIC)]],
  ["a topic of a family that is sent", [...rule({ "detail-type": [TOPIC] }), integration("v2.audits.*")]],
  ["a source on a bus that is not known", rule({ source: ["aws.partner/x"] }, { event_bus_name: "central" })],
  ["AWS's own events on the default bus", rule({ source: ["aws.s3"] }, { event_bus_name: "default" })],
  ["a time, by a schedule", rule("", { event_pattern: null, schedule_expression: "rate(1 hour)" })],
])("a rule that asks for %s may match", (_, plan) => {
  expect(foundFor(plan)).toEqual([]);
});

test("a bus may be called as what every object has", () => {
  const suffix = "constructor";
  const values = { event_bus_name: BUS.replace(/audit$/, suffix) };
  const config = [{ properties: JSON.stringify({ eventSourceSuffix: suffix, eventFilter: [TOPIC] }) }];
  const sender = { address: "genesyscloud_integration.audit", values: { intended_state: "ENABLED", config } };

  expect(foundFor([...rule({ "detail-type": ["v2.users.{id}.presence"] }, values), sender])).toEqual([
    expect.stringContaining("stream constructor sends no such topic"),
  ]);
});

test("rules of one name on two buses are told apart", () => {
  const [one, target] = rule({ source: [BUS] });
  const other = {
    address: "aws_cloudwatch_event_rule.other",
    values: { name: "all", event_pattern: '{"source":["aws.s3"]}' },
  };
  const [first = "", ...more] = foundIn(
    [
      ...(one ? [one] : []),
      other,
      ...(target
        ? [
            {
              ...target,
              values: {
                ...target.values,
                event_bus_name: BUS,
                arn: "arn:aws:lambda:us-east-1:123456789012:function:f",
              },
            },
          ]
        : []),
      {
        address: "aws_lambda_permission.p",
        values: {
          action: "lambda:InvokeFunction",
          function_name: "f",
          principal: "events.amazonaws.com",
          source_arn: `arn:aws:events:us-east-1:123456789012:rule/all`,
        },
      },
    ],
    ["no-delivery-permission"],
  );

  expect(first).toContain(`rule/${BUS}/all`);
  expect(more).toEqual([]);
});
