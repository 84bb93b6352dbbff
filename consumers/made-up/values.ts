import { address, attributes, mailAddress, type Organization, phone } from "./organization";
import type { Random } from "./random";

/** What the values of one event are made of. */
export interface Making {
  readonly random: Random;
  readonly organization: Organization;
  /** The moment of the event, in milliseconds since 1970. */
  readonly at: number;
  /** The user that an event speaks of. */
  readonly user: string;
  /** The ids in its topic, by the part of the topic before each. */
  readonly ids: Readonly<Record<string, string>>;
}

type Make = (making: Making) => unknown;

const iso = (at: number) => new Date(at).toISOString();
const HALF_HOUR = 1_800_000;
const interval = (at: number) => {
  const from = at - (at % HALF_HOUR);
  return `${iso(from)}/${iso(from + HALF_HOUR)}`;
};
const named =
  (what: string): Make =>
  ({ random }) =>
    `Example ${what} ${random.int(1, 99)}`;
const always =
  (text: string): Make =>
  () =>
    text;

/**
 * The texts of fields by the ends of their paths, the first that fits; whatever would be somebody's is out of what is kept for
 * examples: numbers of 555-01xx, example.com, addresses of RFC 5737.
 */
const TEXTS: readonly (readonly [end: RegExp, make: Make])[] = [
  [/\bconversationId$/, ({ ids, random }) => ids.conversation ?? ids.conversations ?? random.uuid()],
  [/\bqueueIds?$/i, ({ ids, random, organization }) => ids.queues ?? random.skew(organization.queues)],
  [/(?:\buser(?:name)?\.id|userId)$/i, ({ ids, user }) => ids.users ?? user],
  [/\bflowId$/, ({ ids, random, organization }) => ids.flow ?? random.skew(organization.flows)],
  [/\bdivisionIds?$/, ({ random, organization }) => random.skew(organization.divisions)],
  [/(?:organizationId|OrgId)$/, ({ organization }) => organization.id],
  [/\bwrapupCode$/, ({ random, organization }) => random.skew(organization.wrapups)],
  [/\butilizationLabel$/, ({ random, organization }) => random.pick(organization.labels)],
  [/\bentity\.id$/, ({ ids, random }) => ids.entityid ?? random.uuid()],
  [/\beventEntity\.id$/, ({ ids, random }) => ids.events ?? random.uuid()],
  // Who joins or leaves a queue.
  [/\beventBody\.id$/, ({ ids, random, user }) => ids.users ?? (ids.queues === undefined ? random.uuid() : user)],
  [/\bentityType$/, ({ ids }) => ids.entitytype ?? "ACTION"],
  [/selfUri$/, ({ ids, random }) => `/api/v2/example/${ids.entityid ?? random.uuid()}`],
  [/\bengineId$/, always("r2d2")],
  [/(?:\bid|Ids?|parentEntity|newValues)$/, ({ random }) => random.uuid()],
  [/\b(?:ani|dnis|address\w*)$/, ({ random }) => phone(random)],
  [/remoteIp$/, ({ random }) => address(random)],
  [/email\w*$/i, ({ random }) => mailAddress(random)],
  [/(?:participantName|userDisplay)$/, named("person")],
  [/name$/i, named("thing")],
  [/\binterval$/, ({ at }) => interval(at)],
  [/(?:Time|Date|Changed|timestamp)$/i, ({ at }) => iso(at)],
  [/\bmetric$/, ({ random }) => random.pick(["nOffered", "tAcd", "tAnswered", "tHandle", "tTalk"])],
  [/\bqualifier$/, ({ random }) => random.pick(["IDLE", "INTERACTING"])],
  [/\bprovider$/, always("Edge")],
  [/\bpurpose$/, always("ACD")],
  [/\binteractionType$/, always("contactCenter")],
  [/\bflowVersion$/, always("7.0")],
  [/\bversion$/, always("3")],
  [/\bexitReason$/, always("TRANSFER")],
  [/\btransferType$/, always("ACD")],
  [/\berrorCode$/, always("bad.request")],
  [/\bdescription$/, always("An example")],
  [/\bproperty$/, always("members")],
  [/\bdialect$/, always("en-US")],
  [/\bengineProvider$/, always("GENESYS")],
  [/ranscript$/, always("an example")],
  [/\bword$/, always("example")],
  [/\bmetadata\.action$/, always("update")],
];

const NUMBERS: typeof TEXTS = [
  [/(?:[a-z]Time|timestamp|TimeMs)$/, ({ at }) => at],
  [/confidence$/, ({ random }) => random.int(500, 999) / 1000],
  [/(?:Ms|\bvalue|\bsum|\bmax|\bmin)$/, ({ random }) => random.int(0, 120_000)],
  [/\bcount$/, ({ random }) => random.int(0, 50)],
];

/** Returns what makes the value of a text field; of one that nothing is said of here, an empty text. */
export function textAt(path: string): Make {
  return TEXTS.find(([end]) => end.test(path))?.[1] ?? always("");
}

export function numberAt(path: string): Make {
  return NUMBERS.find(([end]) => end.test(path))?.[1] ?? (() => 0);
}

/** Returns what makes the value of an object that may hold any names. */
export function objectAt(path: string): Make {
  return path.endsWith(".attributes") ? ({ random }) => attributes(random) : () => ({});
}
