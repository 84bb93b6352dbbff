import { builtIn } from "../genesys/catalogue";
import { knownFields } from "../genesys/fields";
import { isOf } from "../genesys/topics";

export const personalKinds = ["names", "numbers", "text", "presence", "location", "free_form", "ids"] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** The words for each kind. */
export const KIND_WORDS: Readonly<Record<PersonalKind, string>> = {
  names: "names of people",
  numbers: "telephone numbers, e-mail and IP addresses",
  text: "what people said or wrote",
  presence: "who is available, and when",
  location: "where people are",
  free_form: "free-form data that may hold anything",
  ids: "ids that stand for people",
};

/** Kinds by the end of a field's path, as the SDK's models and sample events name fields. */
const FIELDS: readonly (readonly [PersonalKind, RegExp])[] = [
  ["names", /(?:participantName|userDisplay|(?:first|last|display|agent)Name|\bentity\.name)$/i],
  ["numbers", /(?:\bani|\bdnis|address(?:From|To|Other|Self)?|remoteIp|phone\w*|(?<!voic)email\w*)$/i],
  ["text", /(?:transcript|\b(?:decorated)?words\.word|wrapupNotes|presenceMessage|eventBody\.message)$/i],
  ["presence", /(?:systemPresence|presenceDefinition\.id|routingStatus\.status|outOfOffice\.active|\bjoined)$/],
  ["location", /(?:latitude|longitude|geolocation\b.*)$/i],
  ["free_form", /(?:\battributes\b.*|\bcontext|additionalProperties|propertyChanges\.(?:old|new)Values)$/],
  ["ids", /(?:(?:user|participant|externalContact|communication|conversation)Ids?|\buser(?:name)?\.id)$/i],
];

/** Kinds by the name of a topic of which no event is known. */
const TOPICS: readonly (readonly [PersonalKind, RegExp])[] = [
  ["names", /\b(?:conversations?|externalcontacts|outbound|users?|callback|voicemail)\b/i],
  ["numbers", /\b(?:conversations?|externalcontacts|outbound|callback|fax)\b/i],
  ["text", /\b(?:transcription|messages?|utterances?|voicemail|recordings?|emails?|chats?|notes)\b/i],
  ["presence", /\b(?:presence|routingStatus|activity|outofoffice|schedule\w*|adherence)\b/i],
  ["location", /\bgeolocation\b/i],
  ["ids", /\b(?:conversations?|users?)\b/i],
];

export interface Carried {
  readonly kind: PersonalKind;
  /** Paths of the event; empty where the topic's name alone says so. */
  readonly fields: readonly string[];
}

export interface Carries {
  /** The source of the knowledge: fields of known events, by the topic's name, or not at all. */
  readonly known_by: "fields" | "name" | "nothing";
  readonly carried: readonly Carried[];
}

/** Returns what events of a topic carry of people. */
export function carriedBy(written: string): Carries {
  const topic = (builtIn.known(written) ?? builtIn.of(written))?.topic ?? written;
  const fields = knownFields(topic);
  if (fields === undefined) {
    const carried = TOPICS.flatMap(([kind, form]) => (form.test(topic) ? [{ kind, fields: [] }] : []));
    return { known_by: carried.length > 0 ? "name" : "nothing", carried };
  }
  const paths = Object.keys(fields);
  if (isOf("v2.users.x.x", topic) || topic.startsWith("v2.users.{id}.")) paths.push("detail.topicName");
  const kindOf = (path: string) => personalKind(path) ?? idsOf(path);
  const carried = personalKinds.flatMap((kind) => {
    const own = paths.filter((path) => kindOf(path) === kind).sort();
    return own.length === 0 ? [] : [{ kind, fields: own }];
  });
  return { known_by: "fields", carried };
}

/** Returns what a field says of people, by its path without the numbers of lists' members. */
export function personalKind(path: string): PersonalKind | undefined {
  return FIELDS.find(([, form]) => form.test(path))?.[0];
}

/** The concrete topic of a user's event has the user's id in it. */
const idsOf = (path: string): PersonalKind | undefined => (path === "detail.topicName" ? "ids" : undefined);

export type Personal = "yes" | "pseudonymous" | "no" | "unknown";

/** The words for each after "Personal data:"; nobody can promise that there is none. */
export const PERSONAL_WORDS: Readonly<Record<Personal, string>> = {
  yes: "yes",
  pseudonymous: "ids only",
  no: "none known",
  unknown: "not known",
};

/** Ids alone are personal data too, but say nothing to whoever cannot look them up. */
export function personal({ known_by, carried }: Carries): Personal {
  if (known_by === "nothing") return "unknown";
  if (carried.some(({ kind }) => kind !== "ids")) return "yes";
  return carried.length > 0 ? "pseudonymous" : "no";
}

/** Returns what is left of it where only some paths are sent. */
export function keptOf({ known_by, carried }: Carries, kept: readonly string[]): Carries {
  const stays = (field: string) => kept.some((path) => within(field, path) || within(path, field));
  const left = carried.flatMap(({ kind, fields }) => {
    const own = fields.filter(stays);
    // Where no field is known, a path below the body may be any of them.
    const any = fields.length === 0 && kept.some((path) => /^detail(?:$|\.eventBody)/.test(path));
    return own.length > 0 || any ? [{ kind, fields: own }] : [];
  });
  return { known_by, carried: left };
}

function within(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}
