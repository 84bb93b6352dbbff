import * as z from "zod";
import {
  DESTINATION_NAME_LENGTH,
  RULE_NAME_LENGTH,
  TAG_KEY_LENGTH,
  TAG_VALUE_LENGTH,
  TARGET_ID_LENGTH,
} from "../aws/limits";
import { destinationTypes } from "../destinations";
import { genesysRegions } from "../genesys/regions";
import { WITHOUT_COMPILING } from "../schema/parsing";
import { AWS_IN_ANY_CASE, arn, name, region, text, uuid } from "../schema/text";
import { streamTypes } from "../streams";
import { monitoringSchema } from "./schema/monitoring";
import { ruleSchema } from "./schema/rule";
import { roleArn, stateSchema } from "./schema/state";
import { waiversSchema } from "./schema/waiver";

const [firstType, ...otherTypes] = destinationTypes.map(({ schema }) => schema);
if (firstType === undefined) throw new Error("no destination type is registered");
const [firstStream, ...otherStreams] = streamTypes.map(({ schema }) => schema);
if (firstStream === undefined) throw new Error("no stream type is registered");

const tagText = (what: string, least: 0 | 1, length: number) =>
  text(
    `${what} of ${least === 0 ? "at most" : "1 to"} ${length} letters, digits, spaces or _ . : / = + - @ that does not begin with aws:`,
    new RegExp(`^(?!${AWS_IN_ANY_CASE}:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{${least},${length}}$`, "u"),
  );

/** The environment file: its types, checks, defaults and documentation all come from here. */
export const environmentSchema = z.strictObject({
  aws_account_id: text("12 digits in quotes", /^\d{12}$/).meta({
    description: "The AWS account; the provider refuses any other.",
    example: "123456789012",
  }),
  aws_region: region.meta({ description: "Region of the event bus and its targets.", example: "us-east-1" }),
  aws_assume_role_arn: roleArn.optional().meta({
    description: "Role that the AWS provider assumes.",
    example: "arn:aws:iam::123456789012:role/deploy",
    absent: "the credentials of the run",
  }),
  genesys_region: z.enum(genesysRegions).optional().meta({
    description: "Region of the Genesys Cloud organization, as its provider names it.",
    example: "eu-central-1",
    absent: "the provider's environment variable GENESYSCLOUD_REGION",
  }),
  organization_id: uuid.optional().meta({
    description:
      "Id of the Genesys Cloud organization; a plan with another one's credentials stops. Required where a stream's integration is not managed here.",
    example: "3c4f9f1e-0000-4000-8000-00000000c0de",
    absent: "read from the organization",
  }),
  state: stateSchema.default({ backend: "local" }).meta({
    description: "Where Terraform keeps its state.",
    example: { backend: "s3", bucket: "acme-terraform-state", key: "dev.tfstate", region: "us-east-1" },
  }),
  tags: z
    .record(tagText("a name", 1, TAG_KEY_LENGTH), tagText("text", 0, TAG_VALUE_LENGTH))
    .default({})
    .meta({
      description: "Tags of everything that takes tags; environment and managed-by are added.",
      example: { owner: "audit-team" },
    }),
  kms_key_arn: arn(
    "kms",
    "key/[A-Za-z0-9-]{1,64}",
    "a KMS key's ARN such as arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab, never an alias: the policy of AWS's own keys cannot let EventBridge in",
  )
    .optional()
    .meta({
      description:
        "Customer-managed key for everything the stack creates that holds event data. The output kms_key_policy says what its own policy must allow.",
      example: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      absent: "each service's own encryption, which is always on",
    }),
  permissions_boundary_arn: text(
    "a managed policy's ARN such as arn:aws:iam::123456789012:policy/workloads",
    /^arn:aws[a-z-]*:iam::(?:\d{12}|aws):policy\/[A-Za-z0-9+=,.@_/-]{1,512}$/,
  )
    .optional()
    .meta({
      description:
        "The managed policy that is the permissions boundary of every role that the stack makes: none of them can do more than it allows. It must allow what they need.",
      example: "arn:aws:iam::123456789012:policy/workloads",
      absent: "roles have no boundary",
    }),
  monitoring: monitoringSchema.default(monitoringSchema.parse({}, WITHOUT_COMPILING)).meta({
    description: "What is watched, and who is notified.",
    example: { notify: ["contact-centre@acme.example"] },
  }),
  waivers: waiversSchema.default({}).meta({
    description: "Findings of report that are known and accepted, by the finding's id.",
    example: {
      "personal-data-leaves": { reason: "The central bus is ours", owner: "platform-team", expires: "2027-06-30" },
    },
  }),
  streams: z.record(name(TARGET_ID_LENGTH), z.discriminatedUnion("type", [firstStream, ...otherStreams])).meta({
    description: "Where events come from, each on an event bus of its own.",
    example: { audit: { event_source_suffix: "audit-dev", topic_filters: ["v2.users.{id}.presence"] } },
  }),
  rules: z
    .record(name(RULE_NAME_LENGTH), ruleSchema)
    .default({})
    .meta({
      description: "Which events are wanted; the key is the rule's name.",
      example: { presence: { stream: "audit", targets: ["log"] } },
    }),
  destinations: z
    .record(name(DESTINATION_NAME_LENGTH), z.discriminatedUnion("type", [firstType, ...otherTypes]))
    .default({})
    .meta({ description: "Where events go.", example: { log: { type: "cloudwatch_logs" } } }),
});

environmentSchema.register(z.globalRegistry, {
  title: "Genesys Cloud events into AWS: one environment",
  description: "Where events come from, which are wanted, and where they go.",
});
