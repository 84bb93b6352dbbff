import type { Made } from "./made";
import {
  address,
  attributes,
  type Body,
  DISCONNECT,
  ipv4,
  iso,
  LANGS,
  MEDIA,
  NAMES,
  type Organization,
  PHASES,
  phone,
  QNAMES,
} from "./organization";
import type { Random } from "./random";

export function conversationDetail(random: Random, org: Organization, time: number): Made {
  const phase = random.pick(PHASES);
  const media = random.skew(MEDIA);
  const start = time - random.int(0, 900000);
  const body: Body = {
    eventTime: time,
    conversationId: random.uuid(),
    participantId: random.uuid(),
    sessionId: random.uuid(),
    conversationStartTime: start,
    mediaType: media,
    provider: random.pick(["Edge", "PureCloud Messaging", "SMTP"]),
    direction: random.pick(["INBOUND", "OUTBOUND"]),
    ani: address(random),
    dnis: address(random),
    divisionId: random.skew(org.divisions),
    addressTo: phone(random),
    addressFrom: phone(random),
    remote: random.pick(NAMES),
    remoteIp: ipv4(random),
    messageType: media === "MESSAGE" ? random.pick(["SMS", "WHATSAPP", "WEBMESSAGING"]) : null,
  };
  if (phase.startsWith("user") || phase === "wrapup") {
    body.userId = random.skew(org.users);
    body.teamId = random.chance(0.5) ? random.uuid() : null;
  }
  if (phase.startsWith("acd") || phase === "wrapup" || random.chance(0.3)) {
    body.queueId = random.skew(org.queues);
    body.requestedRoutingSkillIds = random.sample(org.skills, random.int(0, 3));
    body.requestedLanguage = random.pick(LANGS);
  }
  if (phase.endsWith("end")) {
    body.disconnectType = random.pick(DISCONNECT);
    body.interactingDurationMs = random.int(0, 1800000);
    body.alertingDurationMs = random.int(0, 30000);
    body.heldDurationMs = random.chance(0.4) ? random.int(0, 300000) : 0;
    body.mos = random.int(10000, 49999) / 10000;
    body.rating = random.int(1, 5);
  }
  if (phase === "wrapup") {
    body.wrapupCode = random.skew(org.wrapups);
    body.wrapupNotes = random.chance(0.5) ? "Customer asked for a call back tomorrow." : "";
    body.wrapupDurationMs = random.int(500, 120000);
  }
  if (phase.startsWith("flow") || phase.startsWith("ivr")) {
    body.flowId = random.skew(org.flows);
    body.flowType = random.pick(["INBOUNDCALL", "INQUEUECALL", "BOT", "INBOUNDEMAIL"]);
    body.flowVersion = `${random.int(1, 40)}.0`;
    body.exitReason = random.chance(0.5) ? random.pick(["TRANSFER", "DISCONNECT", "FLOW_ERROR"]) : null;
  }
  body.attributes = attributes(random, random.int(4, 9));
  body.externalTags = Array.from({ length: random.int(1, 6) }, () => `tag:${random.pick(QNAMES)}:${random.hex(10)}`);
  return [
    `v2.detail.events.conversation.{id}.${phase}`,
    `v2.detail.events.conversation.${body.conversationId}.${phase}`,
    body,
  ];
}

export function conversation(random: Random, org: Organization, time: number): Made {
  const user = random.skew(org.users);
  const kind = random.pick(["calls", "chats", "emails", "messages", "callbacks"]);
  const n = random.int(2, 5);
  const participants = Array.from({ length: n }, (_, i) => {
    const purpose = i === 0 ? "customer" : random.pick(["agent", "acd", "ivr", "external"]);
    const p: Body = {
      id: random.uuid(),
      purpose,
      name: random.pick(NAMES),
      address: address(random),
      connectedTime: iso(time - random.int(0, 600000)),
      endTime: random.chance(0.5) ? iso(time) : null,
      wrapupRequired: purpose === "agent",
      alertingTimeoutMs: random.pick([8000, 15000, 30000]),
    };
    if (purpose === "agent") p.userId = i === 1 ? user : random.skew(org.users);
    if (purpose === "agent" || purpose === "acd") p.queueId = random.skew(org.queues);
    if (purpose === "agent" && random.chance(0.3))
      p.wrapup = {
        code: random.skew(org.wrapups),
        notes: random.chance(0.5) ? "ok" : "",
        durationSeconds: random.int(1, 90),
      };
    if (purpose === "customer") p.attributes = attributes(random, 4);
    p.sessions = Array.from({ length: 1 }, () => session(random, time));
    return p;
  });
  const body: Body = {
    id: random.uuid(),
    divisions: [{ division: { id: random.skew(org.divisions) } }],
    participants,
    recordingState: random.pick(["active", "paused", "none"]),
    priority: random.int(0, 10),
  };
  return [`v2.users.{id}.conversations.${kind}`, `v2.users.${user}.conversations.${kind}`, body];
}

function session(random: Random, time: number): Body {
  return {
    id: random.uuid(),
    state: random.pick(["alerting", "connected", "disconnected", "dialing", "contacting"]),
    direction: random.pick(["inbound", "outbound"]),
    mediaType: random.skew(MEDIA).toLowerCase(),
    held: random.chance(0.1),
    muted: random.chance(0.1),
    recording: random.chance(0.7),
    confined: false,
    startHoldTime: random.chance(0.2) ? iso(time) : null,
    segments: Array.from({ length: random.int(1, 3) }, () => ({
      type: random.pick(["Interact", "Hold", "Wrapup", "Ivr", "Delay", "Contacting"]),
      howEnded: random.pick(["Disconnect", "Transfer", "Hold", "Conference"]),
      durationMs: random.int(0, 600000),
    })),
  };
}
