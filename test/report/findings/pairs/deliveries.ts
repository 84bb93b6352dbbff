import type { FindingId } from "../../../../config/finding-ids";
import type { Planned } from "../../plan";
import { ACCOUNT, BUS, delivery, type Pair, RULES, TAGS } from "../pair";

const GROUP = `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/audit`;
const WRITERS = { Service: ["events.amazonaws.com", "delivery.logs.amazonaws.com"] };
const group = (values: Planned["values"] = {}): Planned => ({
  address: "aws_cloudwatch_log_group.g",
  values: { name: "/audit", retention_in_days: 365, tags: TAGS, ...values },
});
const logPolicy = (Resource: string): Planned => ({
  address: "aws_cloudwatch_log_resource_policy.p",
  values: {
    policy_document: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: WRITERS, Action: "logs:CreateLogStream", Resource },
        {
          Effect: "Allow",
          Principal: WRITERS,
          Action: "logs:PutLogEvents",
          Resource,
          Condition: { ArnLike: { "aws:SourceArn": RULES } },
        },
      ],
    }),
  },
});
const toGroup = (values: Planned["values"] = {}) => [
  ...delivery({ arn: GROUP }),
  group(values),
  logPolicy(`${GROUP}:*`),
];
const bus = (unknown: Planned["unknown"] = {}): Planned => ({
  address: "aws_cloudwatch_event_bus.b",
  values: unknown.name ? { tags: TAGS } : { name: BUS, tags: TAGS },
  unknown,
});
const otherBus = { arn: "arn:aws:events:us-east-1:210987654321:event-bus/central", role_arn: "arn:aws:iam::1:role/r" };

export const deliveries = {
  "audit-retention": { has: { plan: toGroup({ retention_in_days: 180 }) }, hasNot: { plan: toGroup() } },
  "broad-source": {
    has: { plan: delivery({}, { event_pattern: JSON.stringify({ source: [{ prefix: "aws.partner/genesys.com" }] }) }) },
    hasNot: { plan: delivery({}) },
  },
  "bus-name-unknown": { has: { plan: [bus({ name: true })] }, hasNot: { plan: [bus()] } },
  "kept-for-ever": {
    has: { plan: toGroup({ retention_in_days: 0 }) },
    hasNot: { plan: toGroup({ retention_in_days: 3653 }) },
  },
  "no-dead-letter": {
    has: { plan: delivery({ dead_letter_config: [] }) },
    hasNot: { plan: delivery({ dead_letter_config: [{ arn: "arn:aws:sqs:us-east-1:1:q" }] }) },
  },
  "no-delivery-permission": {
    has: { plan: [...delivery({ arn: GROUP }), group(), logPolicy(`${GROUP}-2:*`)] },
    hasNot: { plan: toGroup() },
  },
  "rule-never-matches": {
    has: { plan: delivery({}, { event_pattern: JSON.stringify({ source: ["aws.partner/genesys.com"] }) }) },
    hasNot: { plan: delivery({}, { event_pattern: JSON.stringify({ source: [BUS, "aws.partner/genesys.com"] }) }) },
  },
  "personal-data-leaves": {
    has: { plan: delivery(otherBus) },
    hasNot: {
      plan: delivery({
        ...otherBus,
        input_transformer: [{ input_paths: { id: "$.detail.eventBody.id" }, input_template: '{"id":<id>}' }],
      }),
    },
  },
} satisfies Partial<Record<FindingId, Pair>>;
