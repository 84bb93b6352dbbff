import type { Made } from "./made";
import {
  ACTIONS,
  attributes,
  type Body,
  ENTITIES,
  email,
  ipv4,
  iso,
  LANGS,
  NAMES,
  type Organization,
  QNAMES,
} from "./organization";
import type { Random } from "./random";

export function audit(random: Random, org: Organization, time: number): Made {
  const entity = random.pick(ENTITIES);
  const id = random.uuid();
  const body: Body = {
    id: random.uuid(),
    serviceName: random.pick(["ContactCenter", "PeoplePermissions", "Architect", "Outbound", "Telephony", "Directory"]),
    level: random.pick(["USER", "SYSTEM"]),
    action: random.pick(ACTIONS),
    status: random.pick(["SUCCESS", "SUCCESS", "FAILURE", "WARNING"]),
    user: { id: random.skew(org.users), name: random.pick(NAMES), email: email(random) },
    client: { id: random.pick(org.clients), type: random.pick(["CLIENT_CREDENTIALS", "CODE"]) },
    remoteIp: random.chance(0.8) ? [ipv4(random)] : [ipv4(random), `2001:db8:${random.hex(4)}::${random.hex(3)}`],
    entityType: entity,
    entity: {
      id,
      name: `${random.pick(QNAMES)} ${random.int(1, 99)}`,
      selfUri: `/api/v2/${entity.toLowerCase()}s/${id}`,
    },
    eventDate: iso(time),
    application: random.pick(["Admin UI", "API", "CX as Code"]),
    propertyChanges: Array.from({ length: random.int(3, 8) }, () => ({
      property: random.pick([
        "name",
        "description",
        "alertingTimeoutSeconds",
        "members",
        "divisionId",
        "state",
        "permissions",
      ]),
      oldValues: random.chance(0.8) ? [`${random.pick(QNAMES)}-${random.hex(6)}`] : [],
      newValues: Array.from({ length: random.int(0, 2) }, () => `${random.pick(QNAMES)}-${random.hex(6)}`),
    })),
  };
  return ["v2.audits.entitytype.{id}.entityid.{id}", `v2.audits.entitytype.${entity}.entityid.${id}`, body];
}

export function campaign(random: Random, org: Organization): Made {
  const id = random.skew(org.campaigns);
  const body: Body = {
    id,
    name: `${random.pick(QNAMES)} ${random.pick(["Q3", "Q4", "winter", "Spring"])}`,
    dialingMode: random.pick(["preview", "power", "predictive", "agentless", "progressive"]),
    campaignStatus: random.pick(["on", "off", "stopping", "complete", "invalid"]),
    contactRate: {
      attempts: random.int(0, 5000),
      connects: random.int(0, 2000),
      connectRatio: random.int(0, 10000) / 10000,
    },
    numberOfContactsCalled: random.int(0, 90000),
    totalNumberOfContacts: random.int(1, 100000),
    percentage: random.int(0, 100),
    callAnalysisLanguage: random.pick(LANGS),
    errors: random.chance(0.2)
      ? [
          {
            error: random.pick(["error.no.trunk", "error.contact.list.empty", "error.queue.deleted"]),
            details: random.chance(0.5) ? null : "see audit",
          },
        ]
      : [],
    version: random.int(1, 400),
  };
  body.rules = Array.from({ length: random.int(4, 10) }, (_, i) => ({
    order: i,
    name: `rule ${random.hex(4)}`,
    category: random.pick(["DIALER_PRECALL", "DIALER_WRAPUP"]),
    enabled: random.chance(0.7),
    actions: [
      {
        type: random.pick(["DO_NOT_DIAL", "SET_CALLER_ID", "SCHEDULE_CALLBACK"]),
        params: { "max.attempts": random.int(1, 9) },
      },
    ],
  }));
  return ["v2.outbound.campaigns.{id}", `v2.outbound.campaigns.${id}`, body];
}

export function evaluation(random: Random, org: Organization, time: number): Made {
  const body: Body = {
    id: random.uuid(),
    conversationId: random.uuid(),
    agent: { id: random.skew(org.users), name: random.pick(NAMES) },
    evaluator: { id: random.skew(org.users), name: random.pick(NAMES) },
    status: random.pick(["PENDING", "INPROGRESS", "FINISHED", "RETRACTED"]),
    eventTime: iso(time),
    evaluationFormId: random.uuid(),
    formName: `${random.pick(QNAMES)} form`,
    scoringSet: {
      totalScore: random.int(0, 10000) / 100,
      totalCriticalScore: random.int(0, 10000) / 100,
      anyFailedKillQuestions: random.chance(0.1),
    },
    contextId: random.uuid(),
    evaluatorSource: random.chance(0.5) ? "calibration" : null,
    questionGroups: Array.from({ length: random.int(3, 9) }, () => ({
      id: random.uuid(),
      score: random.int(0, 500) / 10,
      na: random.chance(0.1),
      comments: random.chance(0.4) ? ["good", "needs work"] : [],
    })),
  };
  return ["v2.quality.evaluations", "v2.quality.evaluations", body];
}

export function operations(random: Random, org: Organization, time: number): Made {
  const body: Body = {
    eventEntity: {
      id: random.uuid(),
      name: random.pick(["trunk-a", "Trunk-B", "data-action-7", "bot-flow", "site-HQ"]),
    },
    entityId: random.pick(org.edges),
    entityName: `Edge ${random.int(1, 5)}`,
    eventId: random.pick([
      "EDGE-OFFLINE-0001",
      "TRUNK-REGISTER-FAIL-0004",
      "FLOW-EXEC-ERROR-0012",
      "DATAACTION-TIMEOUT-0002",
      "EDGE-ONLINE-0001",
    ]),
    severity: random.int(1, 5),
    previousValue: random.pick(["ACTIVE", "INACTIVE", "unknown"]),
    currentValue: random.pick(["ACTIVE", "INACTIVE", "unknown"]),
    errorCode: random.chance(0.5) ? `0x${random.hex(8)}` : null,
    parentEntityId: random.chance(0.5) ? random.uuid() : "",
    timestamp: iso(time),
    host: { ip: ipv4(random), port: random.pick([5060, 5061, 8443]), load: random.int(0, 100) / 100 },
    message: { description: "State of the entity changed", params: attributes(random, 6), code: random.int(100, 599) },
  };
  body.related = Array.from({ length: random.int(3, 9) }, () => ({
    id: random.uuid(),
    kind: random.pick(ENTITIES),
    path: `/telephony/edges/${random.hex(6)}/trunks/${random.hex(6)}`,
  }));
  return ["v2.operations.events", "v2.operations.events", body];
}
