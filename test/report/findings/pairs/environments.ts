import type { FindingId } from "../../../../config/finding-ids";
import { resourcesOfStack } from "../../../../report/resources/of-stack";
import { environment, file } from "../../../support/environment";
import type { Planned } from "../../plan";
import { type Case, type Pair, TAGS } from "../pair";

const KEY = 'kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd"';
const S3 = 'state = { backend = "s3", bucket = "acme-tf", key = "k", region = "us-east-1" }';
const waiver = (expires: string) => `waivers = { untagged = { reason = "r", owner = "o", expires = "${expires}" } }`;
const TOLD = 'monitoring = { notify = ["arn:aws:sns:us-east-1:123456789012:on-call"] }';
const prod = (top: string, stream = "protect = true", told = TOLD): Case => ({
  name: "prod",
  text: file({ top: `${top}\n${told}`, stream }),
});
const stream = (values: Record<string, unknown>): Case => ({
  plan: [{ address: "aws_kinesis_stream.s", values: { name: "s", tags: TAGS, ...values } }],
});
/** A plan of what the file says, but for these values of its log group. */
const ofStack = (changed: Record<string, unknown>): Planned[] =>
  resourcesOfStack(environment(file())).map(({ address, values, unknown }) => ({
    ...{ address, unknown },
    values: address === "aws_cloudwatch_log_group.log" ? { ...values, ...changed } : values,
  }));

export const environments = {
  "integration-off": {
    has: { text: file({ stream: "enabled = false" }) },
    hasNot: { text: file({ stream: "enabled = true" }) },
  },
  "no-alarm": {
    has: prod(`${S3}\n${KEY}`, "protect = true", ""),
    hasNot: prod(`${S3}\n${KEY}`),
  },
  "no-customer-key": { has: prod(S3), hasNot: prod(`${S3}\n${KEY}`) },
  "no-encryption": { has: stream({ encryption_type: "NONE" }), hasNot: stream({ encryption_type: "KMS" }) },
  "no-protection": { has: prod(`${S3}\n${KEY}`, ""), hasNot: prod(`${S3}\n${KEY}`) },
  "unexplained-change": {
    has: { compared: true, plan: ofStack({ retention_in_days: 731 }) },
    hasNot: { compared: true, plan: ofStack({}) },
  },
  "unsafe-state": { has: prod(KEY), hasNot: prod(`${KEY}\n${S3}`) },
  untagged: { has: stream({ encryption_type: "KMS", tags: {} }), hasNot: stream({ encryption_type: "KMS" }) },
  "waiver-expired": {
    has: { text: file({ top: waiver("2026-11-20") }) },
    hasNot: { text: file({ top: waiver("2026-11-21") }) },
  },
} satisfies Partial<Record<FindingId, Pair>>;
