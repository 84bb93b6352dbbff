import * as z from "zod";
import { AT_ONCE, LASTING } from "../aws/alarm-kind";
import { defaults } from "../aws/defaults";
import {
  API_INTEGER_MAX,
  FIREHOSE_BUFFERING_MIB,
  FIREHOSE_BUFFERING_SECONDS,
  FIREHOSE_NAME_LENGTH,
  PAYLOAD_BYTES,
  PREFIX_LENGTH,
} from "../aws/limits";
import { arn as arnOf, physicalName } from "../aws/names";
import { perMillion, ROUNDED_BYTES } from "../aws/prices";
import { bucketArn, bucketText, newBucketText } from "../schema/bucket";
import { arn, text } from "../schema/text";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";
import { hostOf } from "./http";
import { deliveryStreamFaults } from "./parts/delivery-stream-checks";
import { alarmIsFor, outsideAlarms } from "./parts/endpoint/alarms";
import { outsideCustody } from "./parts/endpoint/custody";
import { outsideRequest } from "./parts/endpoint/request";
import { endpointSchema, outsideOf, splunkSchema } from "./parts/endpoint/schema";
import { errorLogArn } from "./parts/firehose-errors";
import { createDelivery, deliveryParts } from "./parts/s3-delivery";

const NAME_FORM = {
  form: `1 to ${FIREHOSE_NAME_LENGTH} letters, digits, . - or _`,
  pattern: new RegExp(`^[A-Za-z0-9._-]{1,${FIREHOSE_NAME_LENGTH}}$`),
};
/** Twice as long as the longest buffering, within which a delay is meant. */
const STALE_SECONDS = 2 * FIREHOSE_BUFFERING_SECONDS.max;
const prefix = (example: string, absent: string, description: string) =>
  text(
    `text of 1 to ${PREFIX_LENGTH} characters without control characters; !{…} is filled in by Firehose`,
    new RegExp(`^[^\\p{Cc}]{1,${PREFIX_LENGTH}}$`, "u"),
  )
    .optional()
    .meta({ description, example, absent });
const ONLY_WHAT_FAILS = "events go to the one place, and the bucket gets what that does not take, under error_prefix";
const retention = (days: number | undefined) =>
  days === undefined ? "for ever" : `${days} days, and ${defaults.noncurrent_version_days} more as a deleted version`;
/** Athena reads in the name of whoever asks, so that each of these is needed (Athena user guide, "Identity and access management in Athena", 2026-11). */
const QUERIED_BY =
  "queried by those of them who may use its Athena workgroup (athena:StartQueryExecution, athena:GetQueryResults) and its Glue tables (glue:GetTable); what queries found is read by whoever may read the bucket of results";

export const firehose = defineDestination({
  type: "firehose",
  summary: "Data Firehose: events in files of S3, one a line, or in batches to an HTTP endpoint or to Splunk",
  schema: z.strictObject({
    type: z.literal("firehose"),
    ...destinationKeys,
    arn: arn(
      "firehose",
      "deliverystream/[A-Za-z0-9._-]{1,64}",
      "a delivery stream's ARN such as arn:aws:firehose:us-east-1:123456789012:deliverystream/calls",
    )
      .optional()
      .meta({
        description: "A delivery stream that exists; only a role that may write to it is added.",
        example: "arn:aws:firehose:us-east-1:123456789012:deliverystream/calls",
        absent: "a delivery stream is created",
      }),
    bucket_arn: bucketArn.optional().meta({
      description: "A bucket that exists; it must be this account's, or let this account in.",
      example: "arn:aws:s3:::acme-events",
      absent: "a bucket is created",
    }),
    bucket_name: newBucketText.optional().meta({
      description:
        "Name of the bucket that is created; unique in the world. Another name is another bucket, and AWS refuses to destroy one that holds anything.",
      example: "acme-genesys-calls",
      absent: "<environment>-<name>-<account>-<region>",
    }),
    endpoint: endpointSchema.optional().meta({
      description:
        "An HTTP endpoint that gets events in batches; the bucket gets what it does not take. A change from or to it replaces the delivery stream.",
      example: { url: "https://events.acme.example/genesys", access_key: { secrets_manager: "genesys/endpoint" } },
      absent: "events are written into files",
    }),
    splunk: splunkSchema.optional().meta({
      description:
        "Splunk, which gets events in batches; the bucket gets what it does not take. A change from or to it replaces the delivery stream.",
      example: {
        hec_url: "https://http-inputs-firehose-acme.splunkcloud.com:443",
        token: { secrets_manager: "genesys/splunk" },
      },
      absent: "events are written into files",
    }),
    prefix: prefix(
      "calls/!{timestamp:yyyy/MM/dd}/",
      "year, month, day and hour",
      "Where in the bucket files are written.",
    ),
    error_prefix: prefix("errors/", "errors/", "Where in the bucket files are written that could not be processed."),
    buffering_seconds: z
      .int()
      .min(FIREHOSE_BUFFERING_SECONDS.min)
      .max(FIREHOSE_BUFFERING_SECONDS.max)
      .default(300)
      .meta({
        description: "A file is written after so many seconds, or when it is large enough.",
        example: 60,
      }),
    buffering_mib: z.int().min(FIREHOSE_BUFFERING_MIB.min).max(FIREHOSE_BUFFERING_MIB.max).default(5).meta({
      description: "A file is written at this size, in MiB, or when it is old enough.",
      example: 64,
    }),
    compression: z.enum(["GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY", "UNCOMPRESSED"]).default("GZIP").meta({
      description: "How files are compressed.",
      example: "UNCOMPRESSED",
    }),
    expire_after_days: z
      .int()
      .min(1)
      .max(API_INTEGER_MAX)
      .optional()
      .meta({
        description: `Files of the created bucket are deleted after so many days, and gone for good ${defaults.noncurrent_version_days} days later.`,
        example: 365,
        absent: "files are kept",
      }),
    access_log_bucket: bucketText.optional().meta({
      description:
        "Name of a bucket of this account and region that takes the access log of the created one; its policy must let logging.s3.amazonaws.com put objects there.",
      example: "acme-access-logs",
      absent: "nothing is logged of who reads the files",
    }),
    catalog: z.boolean().default(false).meta({
      description:
        "Tables over the files, an Athena workgroup and queries of conversations, agents, queues, gaps and usage. They cost nothing until somebody queries.",
      example: true,
    }),
  }),
  example: { type: "firehose", bucket_name: "acme-genesys-calls", expire_after_days: 365 },
  within: "region",
  options: [],
  input: "json",
  payloadBytes: PAYLOAD_BYTES.firehose,
  notes: {
    encryption: "Firehose's own key, SSE-S3 and CloudWatch Logs' own, or kms_key_arn for all three",
    limits:
      "1,000 KiB a record; files and batches come late by up to buffering_seconds; an endpoint must answer within 3 minutes, with the requestId of the request",
    failure:
      "dead-letter queue with NO_PERMISSIONS or THROTTLING; what Firehose cannot process goes to error_prefix; what it cannot write stands in the log group /aws/kinesisfirehose/<delivery stream> with the reason, for a year; what an endpoint or Splunk does not take within two hours lies in the bucket under error_prefix, as rawData in base64",
    repeat: "one more record of the same id; queries must leave it out",
    arrival:
      "a line of a file in the bucket, compressed as `compression` says, or a record of a batch where there is `endpoint` or `splunk`",
  },
  monitored: {
    dimensions: (arn) => ({ DeliveryStreamName: arn.split("/")[1] ?? "" }),
    alarms: [
      ...outsideAlarms,
      {
        ...LASTING,
        kind: "stale-files",
        subject: "destination",
        when: `the oldest event that Firehose holds is older than ${STALE_SECONDS / 60} minutes`,
        metric: { namespace: "AWS/Firehose", name: "DeliveryToS3.DataFreshness", statistic: "Maximum" },
        threshold: STALE_SECONDS,
        advice:
          "Likeliest: Firehose may no longer write to the bucket (its policy, its KMS key, the role), or the bucket is gone. Look first at the log group /aws/kinesisfirehose/<delivery stream>, which has the reason, and at DeliveryToS3.Success. Firehose keeps events for 24 hours, then they are lost.",
      },
      {
        ...AT_ONCE,
        kind: "unwritten-files",
        subject: "destination",
        when: "Firehose could not write a file to the bucket",
        // The share of the attempts that succeeded.
        metric: { namespace: "AWS/Firehose", name: "DeliveryToS3.Success", statistic: "Average" },
        comparison: "LessThanThreshold",
        threshold: 1,
        advice:
          "Likeliest: the bucket's policy or its KMS key does not let the role write, or the bucket is gone. Look first at the log group /aws/kinesisfirehose/<delivery stream>, which has the reason; Firehose tries again for 24 hours.",
      },
    ],
    count: { namespace: "AWS/Firehose", name: "IncomingRecords", statistic: "Sum" },
    bytes: { namespace: "AWS/Firehose", name: "IncomingBytes", statistic: "Sum" },
    usage: [
      {
        metric: { namespace: "AWS/Firehose", name: "IncomingBytes", statistic: "Sum" },
        label: "taken in",
        price: perMillion.firehose_byte,
        step_bytes: ROUNDED_BYTES.firehose,
      },
    ],
  },
  watches: (keys, { metric }) => alarmIsFor(keys, metric),
  check: deliveryStreamFaults,
  accessLogs: ({ access_log_bucket }) => ({ access_log_bucket }),
  custody: (keys, { kms_key_arn }) => {
    const { bucket_arn, expire_after_days, catalog } = keys;
    const files = {
      readers:
        (bucket_arn === undefined
          ? "identities of this account that may read its buckets (s3:GetObject); public access is blocked"
          : `whoever the policy of ${bucket_arn} lets read`) + (catalog ? `; ${QUERIED_BY}` : ""),
      retention:
        (bucket_arn !== undefined ? "the bucket's own" : retention(expire_after_days)) +
        (catalog ? `; what queries found: ${retention(defaults.query_result_days)}` : ""),
      encryption: kms_key_arn ?? (bucket_arn === undefined ? "SSE-S3 (AES-256)" : "the bucket's own"),
    };
    const outside = outsideOf(keys);
    return outside === undefined ? files : { ...outsideCustody(files), host: hostOf(outside.url) };
  },
  endpoint: outsideRequest,
  // Splunk's HTTP Event Collector takes each event as the member of an object, in which more could stand.
  wraps: ({ splunk }) => splunk && "event",
  keyUse: (place, arn) => ({
    logGroups: [errorLogArn(place, arn.split("/")[1] ?? "")],
    service: { sid: "Firehose", principal: "firehose.amazonaws.com" },
    via: ["s3"],
  }),
  permission: () => ({ kind: "role", actions: ["firehose:PutRecord", "firehose:PutRecordBatch"] }),
  creation: {
    keys: [
      "bucket_arn",
      "bucket_name",
      "endpoint",
      "splunk",
      "prefix",
      "error_prefix",
      "buffering_seconds",
      "buffering_mib",
      "compression",
      "expire_after_days",
      "access_log_bucket",
      "catalog",
    ],
    beside: {
      bucket_arn: {
        keys: ["bucket_name", "expire_after_days", "access_log_bucket"],
        why: "the bucket exists already, and its settings are its owner's",
      },
      endpoint: { keys: ["splunk", "prefix", "catalog"], why: ONLY_WHAT_FAILS },
      splunk: { keys: ["prefix", "catalog"], why: ONLY_WHAT_FAILS },
    },
    nameKey: "destination's name",
    nameForm: NAME_FORM,
    name: (_, environment, name) => physicalName(environment, name),
    arn: (place, name) => arnOf(place, "firehose", `deliverystream/${name}`),
    makes: deliveryParts,
    create: (context) => createDelivery(context, context.keys),
  },
});
