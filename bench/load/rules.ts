import {
  ACTIONS,
  type Body,
  DISCONNECT,
  DOMAINS,
  ENTITIES,
  MEDIA,
  METRICS,
  type Organization,
  PHASES,
  PRESENCE,
  ROUTING,
} from "./organization";
import type { Random } from "./random";

export interface LoadRule {
  readonly name: string;
  readonly pattern: Body;
}

function on(envelope: Body, eventBody: Body): Body {
  return { ...envelope, detail: { eventBody } };
}

/** Patterns as people ask them of the events of Genesys Cloud, with every operator among them. */
const makers: readonly ((random: Random, org: Organization) => Body)[] = [
  (random, org) =>
    on(
      { "detail-type": [`v2.detail.events.conversation.{id}.${random.pick(PHASES)}`] },
      { mediaType: random.sample(MEDIA, 2), queueId: random.sample(org.queues, random.int(1, 6)) },
    ),
  (random, org) =>
    on(
      { "detail-type": [{ prefix: "v2.detail.events.conversation." }] },
      {
        direction: [random.pick(["INBOUND", "OUTBOUND"])],
        divisionId: [random.pick(org.divisions)],
        mediaType: [{ "anything-but": random.sample(MEDIA, 2) }],
      },
    ),
  (random) =>
    on(
      { "detail-type": [{ suffix: random.pick([".end", ".start", "wrapup"]) }] },
      {
        disconnectType: [{ "anything-but": random.sample(DISCONNECT, 4) }],
        interactingDurationMs: [{ numeric: [">", random.int(60, 1200) * 1000] }],
      },
    ),
  (random) =>
    on(
      { "detail-type": [`v2.detail.events.conversation.{id}.${random.pick(["acd.end", "user.end", "customer.end"])}`] },
      { mos: [{ numeric: [">=", 1, "<", random.int(20, 42) / 10] }], rating: [1, 2] },
    ),
  (random, org) =>
    on(
      { "detail-type": ["v2.detail.events.conversation.{id}.wrapup"] },
      {
        wrapupCode: random.sample(org.wrapups, random.int(1, 3)),
        userId: [{ exists: true }],
        wrapupNotes: [{ "anything-but": "" }],
      },
    ),
  (random) =>
    on(
      {},
      {
        attributes: {
          customerTier: [{ "equals-ignore-case": random.pick(["GOLD", "Vip", "Silver"]) }],
          orderId: [{ prefix: `ORD-${random.int(1, 9)}` }],
        },
      },
    ),
  (random, org) =>
    on(
      { "detail-type": [{ wildcard: "v2.users.*.conversations.*" }] },
      { participants: { purpose: ["agent"], queueId: [random.pick(org.queues)] } },
    ),
  (random) =>
    on(
      { "detail-type": [`v2.users.{id}.conversations.${random.pick(["calls", "chats", "emails"])}`] },
      {
        participants: {
          purpose: [random.pick(["agent", "acd", "external"])],
          sessions: { state: [random.pick(["connected", "disconnected", "alerting"])], held: [random.chance(0.5)] },
        },
      },
    ),
  (random) =>
    on(
      { "detail-type": ["v2.users.{id}.presence"] },
      {
        presenceDefinition: { systemPresence: random.sample(PRESENCE, random.int(1, 3)) },
        previous: { durationSeconds: [{ numeric: [">", random.int(1, 15) * 1000] }] },
      },
    ),
  (random, org) => ({
    "detail-type": ["v2.users.{id}.presence"],
    detail: {
      topicName: [`v2.users.${random.pick(org.users)}.presence`],
      eventBody: { source: [{ "anything-but": { prefix: "ZOOM" } }] },
    },
  }),
  (random, org) =>
    on(
      { "detail-type": ["v2.users.{id}.routingStatus"] },
      { routingStatus: { status: random.sample(ROUTING, 2) }, id: random.sample(org.users, random.int(1, 8)) },
    ),
  (random) => ({
    detail: {
      topicName: [{ wildcard: `v2.users.*.${random.pick(["routingStatus", "presence", "conversations.*"])}` }],
      eventBody: { queueCount: [{ numeric: ["<=", random.int(0, 4)] }] },
    },
  }),
  (random, org) =>
    on(
      { "detail-type": ["v2.analytics.queues.{id}.observations"] },
      {
        group: { queueId: random.sample(org.queues, random.int(1, 4)) },
        data: {
          metrics: { metric: [random.pick(METRICS)], stats: { count: [{ numeric: [">", random.int(5, 50)] }] } },
        },
      },
    ),
  (random) =>
    on(
      { "detail-type": ["v2.audits.entitytype.{id}.entityid.{id}"] },
      {
        entityType: random.sample(ENTITIES, random.int(1, 3)),
        action: random.sample(ACTIONS, random.int(1, 3)),
        status: [{ "anything-but": "SUCCESS" }],
      },
    ),
  (random) =>
    on(
      { "detail-type": [{ prefix: "v2.audits" }] },
      {
        remoteIp: [
          { cidr: random.pick(["10.0.0.0/16", "10.2.0.0/15", "52.28.0.0/16", "203.0.0.0/17", "2001:db8::/32"]) },
        ],
        propertyChanges: { property: [random.pick(["permissions", "members", "state"])] },
      },
    ),
  (random) =>
    on(
      { "detail-type": ["v2.outbound.campaigns.{id}"] },
      {
        campaignStatus: random.sample(["on", "off", "stopping", "complete", "invalid"], 2),
        percentage: [{ numeric: [">=", random.int(0, 90), "<=", 100] }],
        errors: { error: [{ exists: random.chance(0.5) }] },
      },
    ),
  (random) =>
    on(
      { "detail-type": ["v2.quality.evaluations"] },
      {
        status: ["FINISHED"],
        scoringSet: {
          totalScore: [{ numeric: ["<", random.int(20, 80)] }],
          anyFailedKillQuestions: [random.chance(0.3)],
        },
      },
    ),
  (random) =>
    on(
      { "detail-type": ["v2.operations.events"] },
      {
        eventId: [{ wildcard: random.pick(["EDGE-*-0001", "*-FAIL-*", "*TIMEOUT*", "FLOW*"]) }],
        severity: [{ numeric: ["<=", random.int(1, 4)] }],
        host: { ip: [{ cidr: random.pick(["10.0.0.0/8", "10.1.0.0/16", "198.51.0.0/16"]) }] },
      },
    ),
  (random) => ({
    "detail-type": [{ suffix: ".adherence" }],
    detail: {
      eventBody: {
        adherenceState: ["OutOfAdherence"],
        $or: [
          { impact: ["Negative"] },
          { offsetMinutes: [{ numeric: [">", random.int(5, 25)] }] },
          { systemPresence: [random.pick(PRESENCE)] },
        ],
      },
    },
  }),
  (random, org) => ({
    detail: {
      eventBody: {
        $or: [
          { queueId: [random.pick(org.queues)] },
          { participants: { queueId: [random.pick(org.queues)] } },
          { group: { queueId: [random.pick(org.queues)] } },
        ],
        flowId: [{ exists: false }],
      },
    },
  }),
  (random, org) =>
    on(
      { account: [random.pick(org.accounts)], region: [{ "anything-but": [random.pick(org.regions)] }] },
      {
        ani: [{ prefix: random.pick(["tel:+49", "tel:+44", "sip:"]) }],
        dnis: [{ suffix: `@${random.pick(DOMAINS)}` }],
      },
    ),
  (random, org) =>
    on(
      {
        "detail-type": [
          `v2.detail.events.conversation.{id}.${random.pick(["flow.start", "flow.end", "ivr.start", "ivr.end"])}`,
        ],
      },
      {
        flowId: random.sample(org.flows, 3),
        exitReason: [{ "anything-but": "TRANSFER" }],
        flowType: [{ prefix: { "equals-ignore-case": random.pick(["inbound", "InQueue", "bot"]) } }],
      },
    ),
];

export function rule(random: Random, organization: Organization, index: number): LoadRule {
  const prefix = index % 3 === 1 ? "aws.partner/genesys.com" : `aws.partner/genesys.com/cloud/${organization.id}/`;
  const source =
    index % 3 === 0
      ? [`aws.partner/genesys.com/cloud/${organization.id}/${random.pick(organization.suffixes)}`]
      : [{ prefix }];
  const make = makers[index % makers.length];
  return { name: `rule-${String(index).padStart(4, "0")}`, pattern: { source, ...make?.(random, organization) } };
}
