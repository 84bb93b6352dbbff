import type { FindingId } from "../../../../config/finding-ids";
import { type Case, type Pair, policyOf, RULES, TAGS } from "../pair";

const queuePolicy = (statement: Record<string, unknown>): Case => ({
  plan: [
    { address: "aws_sqs_queue_policy.q", values: { policy: policyOf({ Action: "sqs:SendMessage", ...statement }) } },
  ],
});
const rolePolicy = (statement: Record<string, unknown>): Case => ({
  plan: [
    {
      address: "aws_iam_role_policy.r",
      values: { role: "r", policy: policyOf({ Resource: "arn:aws:sqs:::q", ...statement }) },
    },
  ],
});
const source = { ArnLike: { "aws:SourceArn": RULES } };

const service = (assign_public_ip: boolean): Case => ({
  plan: [
    {
      address: "aws_ecs_service.s",
      values: { name: "s", network_configuration: [{ subnets: ["subnet-1"], assign_public_ip }], tags: TAGS },
    },
  ],
});

export const policies = {
  "public-access": {
    has: queuePolicy({ Principal: "*" }),
    hasNot: queuePolicy({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
  },
  "public-address": { has: service(true), hasNot: service(false) },
  "cross-account-access": {
    has: queuePolicy({ Principal: { AWS: "arn:aws:iam::210987654321:root" } }),
    hasNot: queuePolicy({ Principal: { AWS: "arn:aws:iam::123456789012:root" } }),
  },
  "confused-deputy": {
    has: queuePolicy({ Principal: { Service: "events.amazonaws.com" } }),
    hasNot: queuePolicy({ Principal: { Service: "events.amazonaws.com" }, Condition: source }),
  },
  "wildcard-action": {
    has: rolePolicy({ Action: "kinesis:*" }),
    hasNot: rolePolicy({ Action: "kinesis:PutRecord*" }),
  },
  "wildcard-resource": {
    has: rolePolicy({ Action: "kinesis:PutRecord", Resource: "*" }),
    hasNot: rolePolicy({ Action: "kinesis:PutRecord", Resource: "arn:aws:kinesis:us-east-1:123456789012:stream/*" }),
  },
} satisfies Partial<Record<FindingId, Pair>>;
