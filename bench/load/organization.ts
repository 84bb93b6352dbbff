import type { Random } from "./random";

/** The fields of an event or of a part of it. */
export type Body = Record<string, unknown>;

export const MEDIA = ["VOICE", "CHAT", "EMAIL", "MESSAGE", "CALLBACK", "COBROWSE", "SCREENSHARE"];
export const PRESENCE = [
  "AVAILABLE",
  "AWAY",
  "BREAK",
  "BUSY",
  "IDLE",
  "MEAL",
  "MEETING",
  "OFFLINE",
  "ON_QUEUE",
  "TRAINING",
];
export const ROUTING = ["OFF_QUEUE", "IDLE", "INTERACTING", "NOT_RESPONDING", "COMMUNICATING"];
export const DISCONNECT = [
  "CLIENT",
  "ENDPOINT",
  "ERROR",
  "OTHER",
  "PEER",
  "SYSTEM",
  "TIMEOUT",
  "TRANSFER",
  "UNCALLABLE",
];
export const PHASES = [
  "customer.start",
  "customer.end",
  "user.start",
  "user.end",
  "acd.start",
  "acd.end",
  "ivr.start",
  "ivr.end",
  "flow.start",
  "flow.end",
  "wrapup",
  "outbound.start",
];
export const METRICS = [
  "oWaiting",
  "oInteracting",
  "oAlerting",
  "oOnQueueUsers",
  "oOffQueueUsers",
  "oUserPresences",
  "oUserRoutingStatuses",
  "oMemberUsers",
];
export const ENTITIES = ["Queue", "User", "Flow", "Role", "OAuthClient", "Division", "Schedule", "Campaign", "Trunk"];
export const ACTIONS = ["CREATE", "UPDATE", "DELETE", "VIEW", "PUBLISH", "MEMBER_ADD", "MEMBER_REMOVE"];
export const LANGS = ["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "pt-BR", "ja-JP"];
export const NAMES = [
  "Ana Ruiz",
  "Bo Lindqvist",
  "Chloé Dubois",
  "Dmitri Volkov",
  "Eve Okafor",
  "Félix Martín",
  "Grete Müller",
  "Hana Sato",
  "Ivo Novák",
  "Jo Smith",
];
export const QNAMES = [
  "Billing",
  "Support",
  "Sales",
  "Retention",
  "VIP",
  "Technical",
  "Claims",
  "Onboarding",
  "Overflow",
  "Returns",
];
export const DOMAINS = ["example.com", "example.org", "mail.example.net"];
export const ATTRS = [
  "customerTier",
  "segment",
  "orderId",
  "callReason",
  "language",
  "authLevel",
  "lastAgent",
  "scriptId",
  "region",
  "campaignCode",
];
export const TIERS = ["gold", "silver", "bronze", "VIP", "none"];

export type Organization = ReturnType<typeof organization>;

/** An organization of Genesys Cloud with its users, queues and so on, by their ids. */
export function organization(random: Random) {
  const ids = (n: number) => Array.from({ length: n }, () => random.uuid());
  return {
    id: random.uuid(),
    suffixes: ["prod", "test", "emea-live", "audit"],
    accounts: ["111122223333", "444455556666"],
    regions: ["eu-central-1", "us-east-1", "ap-southeast-2"],
    queues: ids(40),
    users: ids(120),
    divisions: ids(6),
    flows: ids(15),
    campaigns: ids(8),
    wrapups: ids(12),
    presences: ids(14),
    skills: ids(10),
    edges: ids(5),
    clients: ids(5),
  };
}

export const iso = (time: number) => new Date(time).toISOString();
export const phone = (random: Random) =>
  `tel:+${random.pick(["49", "44", "1", "33", "61"])}${random.int(1000000, 999999999)}`;
export const ipv4 = (random: Random) =>
  random.chance(0.5)
    ? `10.${random.int(0, 3)}.${random.int(0, 255)}.${random.int(1, 254)}`
    : `${random.pick(["52.28", "203.0", "198.51", "192.0"])}.${random.int(0, 255)}.${random.int(1, 254)}`;
export const address = (random: Random) =>
  random.chance(0.6) ? phone(random) : `sip:${random.hex(8)}@${random.pick(DOMAINS)}`;
export const email = (random: Random) =>
  `${random.pick(NAMES).replace(/ .*/, "").toLowerCase()}.${random.hex(4)}@${random.pick(DOMAINS)}`;

export function attributes(random: Random, n: number): Body {
  const o: Body = {};
  for (const k of random.sample(ATTRS, n)) {
    o[k] =
      k === "customerTier"
        ? random.pick(TIERS)
        : k === "language"
          ? random.pick(LANGS)
          : k === "authLevel"
            ? String(random.int(0, 3))
            : k === "orderId"
              ? `ORD-${random.int(10000, 99999)}`
              : `${k}-${random.hex(random.int(4, 12))}`;
  }
  return o;
}
