import { COMBINED_TOPIC_LENGTH, NOTIFICATION_CHANNELS, NOTIFICATION_TOPICS } from "../aws/limits";

/** The text in a topic in whose place an id comes. */
const ID = "{id}";

/** Topics with real ids, subscribed to as one. */
export interface Subscription {
  /** The text that Genesys Cloud is sent, such as `v2.users.<id>?presence&station`. */
  readonly text: string;
  /** Each topic with its id, and the one with `{id}` in its place. */
  readonly topics: readonly (readonly [concrete: string, topic: string])[];
}

/** Returns the kind of thing whose ids a topic wants, such as `users`; undefined where it wants none. */
export function idsWantedBy(topic: string): string | undefined {
  const parts = topic.split(".");
  return parts.includes(ID) ? parts[parts.indexOf(ID) - 1] : undefined;
}

/** Returns how many ids a topic wants. */
export function placesIn(topic: string): number {
  return topic.split(".").filter((part) => part === ID).length;
}

/** A sum of the subscriptions that topics and ids make. */
export interface Sum {
  /** The number of ids and that of the subscriptions of each, by kind; one of no kind is for topics without an id. */
  readonly parts: readonly { readonly kind: string | undefined; readonly ids: number; readonly each: number }[];
  readonly total: number;
}

/** The places that all channels have together. */
export const PLACES = NOTIFICATION_CHANNELS * NOTIFICATION_TOPICS;

/** Returns the sum; `count` says how many ids of a kind there are, undefined where that is not known yet. */
export function sumOf(topics: readonly string[], count: (kind: string) => number | undefined): Sum {
  const parts = [...byKind(topics)].map(([kind, own]) => ({
    kind,
    ids: kind === undefined ? 1 : (count(kind) ?? 0),
    each: combined(own).length,
  }));
  return { parts, total: parts.reduce((sum, { ids, each }) => sum + ids * each, 0) };
}

/** Returns the sum in words, such as `4,000 users × 3 + 2,000 queues × 6 = 24,000`. */
export function sumText({ parts, total }: Sum): string {
  const number = (value: number) => value.toLocaleString("en-US");
  const terms = parts.map(({ kind, ids, each }) =>
    kind === undefined ? number(each) : `${number(ids)} ${kind} × ${number(each)}`,
  );
  return `${terms.join(" + ")} = ${number(total)}`;
}

/** Returns the subscriptions of topics, in an order that the file's does not change; several of one id are combined, which saves places. */
export function subscriptionsOf(
  topics: readonly string[],
  ids: Readonly<Record<string, readonly string[]>>,
): Subscription[] {
  return [...byKind(topics)].flatMap(([kind, own]) => {
    const groups = combined(own);
    if (kind === undefined) return groups.map((group) => subscription(group, ""));
    return (ids[kind] ?? []).flatMap((id) => groups.map((group) => subscription(group, id)));
  });
}

function byKind(topics: readonly string[]): Map<string | undefined, string[]> {
  const kinds = new Map<string | undefined, string[]>();
  for (const topic of [...new Set(topics)].sort()) {
    const kind = idsWantedBy(topic);
    kinds.set(kind, [...(kinds.get(kind) ?? []), topic]);
  }
  return kinds;
}

/** The topics of each subscription. Those of one id whose last part alone differs are combined, up to the length that is allowed. */
function combined(topics: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const topic of topics) {
    const group = groups.find((earlier) => canJoin(earlier, topic));
    if (group === undefined) groups.push([topic]);
    else group.push(topic);
  }
  return groups;
}

/** An id has 36 characters, 32 more than what stands for it. */
const LONGER = 32;

function canJoin(group: readonly string[], topic: string): boolean {
  const [head, tail] = split(topic);
  const [first = ""] = group;
  if (tail === undefined || split(first)[1] === undefined || split(first)[0] !== head) return false;
  return textOf([...group, topic]).length + LONGER <= COMBINED_TOPIC_LENGTH;
}

/** A topic before and after the dot behind its id; nothing after it where more than one part stands there. */
function split(topic: string): readonly [head: string, tail: string | undefined] {
  const [, head = topic, tail] = /^(.*\{id\})\.([^.]+)$/.exec(topic) ?? [];
  return [head, tail];
}

function textOf(group: readonly string[]): string {
  const [first = ""] = group;
  return group.length === 1 ? first : `${split(first)[0]}?${group.map((topic) => split(topic)[1]).join("&")}`;
}

function subscription(group: readonly string[], id: string): Subscription {
  return {
    text: textOf(group).replace(ID, id),
    topics: group.map((topic) => [topic.replace(ID, id), topic] as const),
  };
}
