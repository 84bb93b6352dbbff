import type { ImpossibleControl } from "../../aws/control";
import { eventSourceName } from "../../aws/names";
import { isDeeplyNested } from "../../text/nesting";
import { isMap } from "../../text/value";
import type { KnownRegions, PlannedSender, Sent, Sources } from "./sources";

export const partnerSources: Sources = {
  called: "the partner event source",
  form: eventSourceName("<organization>", "<suffix>"),
  reserved: { namespace: "aws.partner", sender: "a partner", busAttribute: "event_source_name" },
  places: {
    pattern: /aws\.partner\/genesys\.com\/cloud\/([^/"\\]+)\/([^/"\\*]+)/g,
    standIns: ["<organization>", "<event source suffix>"],
  },
};

/** Controls that nobody can meet on a partner's event bus (EventBridge API, PutPermission and CreateEndpoint, read 2026-11). */
export const impossibleOnPartnerBuses: readonly ImpossibleControl[] = [
  {
    standard: "AWS Foundational Security Best Practices",
    id: "EventBridge.3",
    note: "AWS refuses a resource policy on the bus of a partner event source: only the partner puts events there, so that there is nobody to keep out. Document it as an exception.",
  },
  {
    standard: "AWS Foundational Security Best Practices",
    id: "EventBridge.4",
    note: "Replication belongs to global endpoints, which take custom buses only; a partner's events come to one region. A second stream into another region is the way to have both.",
  },
];

/** The doubt about the dimensions of a rule's metrics. */
export const PARTNER_BUS_DOUBT =
  "that a partner bus is named in full in the dimension EventBusName, beside RuleName, follows from how other buses are, and is spelt out nowhere";

/** The topics of an integration. The name of its bus ends in the suffix. */
export const plannedIntegration: PlannedSender = {
  resource: "genesyscloud_integration",
  read: ({ config }) => {
    const block = Array.isArray(config) ? config.find(isMap) : config;
    return isMap(block) && typeof block.properties === "string" ? sent(block.properties) : NOTHING_SAID;
  },
};

const NOTHING_SAID: Sent = { busEnding: undefined, topics: undefined };

function sent(properties: string): Sent {
  const value = parsed(properties);
  const { eventSourceSuffix: suffix, eventFilter: topics } = isMap(value) ? value : {};
  return {
    busEnding: typeof suffix === "string" ? `/${suffix}` : undefined,
    topics: Array.isArray(topics) ? topics.map(asText) : undefined,
  };
}

function parsed(json: string): unknown {
  if (json === "" || isDeeplyNested(json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // what somebody wrote there says nothing of topics
  }
}

const asText = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

/**
 * The regions where AWS is known to take partner event sources: a list of 2022, there may be more (user guide, "Receiving events
 * from a SaaS partner").
 */
export const partnerSourceRegions: KnownRegions = {
  takes: "partner event sources",
  regions: [
    "af-south-1",
    "ap-east-1",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-south-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
  ],
};
