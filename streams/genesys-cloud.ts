import * as z from "zod";
import { SUFFIX_LENGTH } from "../aws/limits";
import { eventSourceName, organizationInSource } from "../aws/names";
import { perMillion } from "../aws/prices";
import { genesysEnvelope } from "../genesys/envelope";
import { anyText, text, topic } from "../schema/text";
import { feed, parts } from "./parts/partner-source";
import { besideSource, checkSource } from "./parts/partner-source-checks";
import {
  impossibleOnPartnerBuses,
  PARTNER_BUS_DOUBT,
  partnerSourceRegions,
  partnerSources,
  plannedIntegration,
} from "./parts/partner-source-facts";
import { silent } from "./parts/silent";
import { streamKeys } from "./stream-keys";
import { defineStream } from "./stream-type";

/** The value of `type` where a file has none. */
export const GENESYS_CLOUD = "genesys_cloud";

const schema = z.strictObject({
  type: z.literal(GENESYS_CLOUD).default(GENESYS_CLOUD).meta({
    description: "The partner event source of a Genesys Cloud integration.",
    example: GENESYS_CLOUD,
  }),
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
    // Nothing depends on how the file was written.
    .overwrite((topics) => [...new Set(topics)].sort())
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
  lookup: z.enum(["check", "strict", "off"]).default("check").meta({
    description:
      "How the partner event source is looked up: check warns where it is missing, another or not active; strict stops there; off does not look.",
    example: "strict",
  }),
  ...streamKeys,
});

export type PartnerSourceKeys = z.output<typeof schema>;

export const genesysCloud = defineStream({
  type: GENESYS_CLOUD,
  summary: "The partner event source of a Genesys Cloud integration, and the event bus on it",
  schema,
  example: { event_source_suffix: "audit-dev", topic_filters: ["v2.users.{id}.presence"] },
  sender: "Genesys Cloud",
  topicsKey: "topic_filters",
  optionNames: { event_source_suffix: "suffix" },
  ownToEnvironment: ["event_source_suffix", "integration_name", "notes"],
  topics: ({ topic_filters }) => topic_filters,
  namedByOrganization: true,
  managedInGenesysCloud: ({ manage_integration }) => manage_integration,
  sources: partnerSources,
  envelope: genesysEnvelope,
  planned: plannedIntegration,
  regions: partnerSourceRegions,
  impossibleControls: impossibleOnPartnerBuses,
  source: ({ event_source_suffix }, { organization }) => eventSourceName(organization, event_source_suffix),
  // AWS demands that both have one name.
  bus: ({ event_source_suffix }, { organization }) => eventSourceName(organization, event_source_suffix),
  organizationIn: organizationInSource,
  ofSource: (source) =>
    organizationInSource(source) === undefined
      ? undefined
      : { event_source_suffix: source.slice(source.lastIndexOf("/") + 1), manage_integration: false },
  check: checkSource,
  beside: besideSource,
  facts: ({ manage_integration, enabled }) => [
    {
      term: "Integration",
      text: manage_integration ? `managed here, ${enabled ? "switched on" : "switched off"}` : "made by somebody else",
    },
  ],
  monitored: {
    arrivals: { namespace: "AWS/Events", name: "Events", statistic: "Sum" },
    // The source has the name of its bus.
    dimensions: (bus) => ({ EventSourceName: bus }),
    alarms: [silent],
    advice: "look at the integration in Genesys Cloud",
    price: perMillion.event,
    counted: "partner event",
    uncertain: PARTNER_BUS_DOUBT,
  },
  makes: parts,
  create: feed,
});
