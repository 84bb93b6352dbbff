import * as z from "zod";
import { SUFFIX_LENGTH } from "../limits";
import { anyText, text, topic } from "./text";

export const streamSchema = z.strictObject({
  event_source_suffix: text(
    `1 to ${SUFFIX_LENGTH} letters, digits, . - or _`,
    new RegExp(`^[A-Za-z0-9._-]{1,${SUFFIX_LENGTH}}$`),
  ).meta({
    description: "Last part of the partner event source's name; unique among the integrations of the organization.",
    example: "audit-dev",
  }),
  topic_filters: z
    .array(topic)
    .min(1)
    .optional()
    .meta({
      description:
        "Genesys Cloud topics to send, with {id} where an id stands. Required unless manage_integration = false.",
      example: ["v2.users.{id}.presence"],
      absent: "only where manage_integration = false",
    }),
  integration_name: anyText.optional().meta({
    description: "Name of the integration as Genesys Cloud shows it.",
    example: "Audit to AWS",
    absent: "the stream's name",
  }),
  notes: anyText.optional().meta({
    description: "Notes of the integration as Genesys Cloud shows them.",
    example: "Owned by the audit team",
    absent: "the stream's name",
  }),
  manage_integration: z.boolean().default(true).meta({
    description: "false: someone else made the integration; only AWS is managed, and organization_id is required.",
    example: false,
  }),
  enabled: z.boolean().default(true).meta({
    description: "The integration is switched on. Off, Genesys Cloud sends nothing and keeps nothing.",
    example: true,
  }),
  lookup: z.enum(["check", "strict", "off"]).default("check").meta({
    description:
      "How the partner event source is looked up: check warns where it is missing, another or not active; strict stops there; off does not look.",
    example: "strict",
  }),
  protect: z.boolean().default(false).meta({
    description: "No plan may destroy the integration or the event bus.",
    example: true,
  }),
});
