import { NOTIFICATION_CHANNELS, NOTIFICATION_TOPICS } from "../../../aws/limits";
import { idsWantedBy, PLACES, placesIn, sumOf, sumText } from "../../../genesys/subscriptions";
import type { Fault } from "../../../text/issue";
import type { NotificationsKeys } from "../../notifications";
import type { Named, Surroundings } from "../../stream-type";

/** The kinds of ids that can be asked for. */
export const LISTED = ["queues", "users"];

/** Returns the faults of one stream of subscriptions. */
export function checkSubscriptions({ name, keys }: Named<NotificationsKeys>, top: Surroundings): Fault[] {
  const path = ["streams", name];
  const found: Fault[] = [];
  if (top.genesys_region === undefined) {
    const message = `is missing: the container of ${name} must know where the organization is; write for example "eu-central-1"`;
    found.push({ id: "missing-key", path: ["genesys_region"], message });
  }
  return [...found, ...ofTopics(keys, path), ...ofIds(keys, path), ...ofSum(keys, path)];
}

function ofTopics({ topics, ids }: NotificationsKeys, path: readonly string[]): Fault[] {
  return topics.flatMap((topic): Fault[] => {
    const kind = idsWantedBy(topic);
    if (placesIn(topic) > 1) {
      const message = `"${topic}" wants several ids at once, which nothing lists; leave it out, or take it by EventBridge`;
      return [{ id: "topic-ids", path: [...path, "topics"], message }];
    }
    if (kind === undefined || Object.hasOwn(ids, kind)) return [];
    const all = LISTED.includes(kind) ? `${kind} = "all"` : `${kind} = ["…"]`;
    const message = `"${topic}" wants ids of ${kind}, of which ids has none; write ids = { ${all} }`;
    return [{ id: "topic-ids", path: [...path, "topics"], message }];
  });
}

function ofIds({ topics, ids }: NotificationsKeys, path: readonly string[]): Fault[] {
  const wanted = new Set(topics.map(idsWantedBy));
  return Object.entries(ids).flatMap(([kind, some]): Fault[] => {
    if (!wanted.has(kind)) {
      const message = `means nothing: no topic has {id} behind ${kind}; leave it out`;
      return [{ id: "key-without-effect", path: [...path, "ids", kind], atKey: true, message }];
    }
    if (some !== "all" || LISTED.includes(kind)) return [];
    const message = `is "all", and only ${LISTED.join(" and ")} can be asked for; write a list of ids`;
    return [{ id: "topic-ids", path: [...path, "ids", kind], message }];
  });
}

/** How many users or queues there are, the bridge alone knows, when it runs. */
function ofSum({ topics, ids }: NotificationsKeys, path: readonly string[]): Fault[] {
  const sum = sumOf(topics, (kind) => {
    const some = ids[kind];
    return Array.isArray(some) ? some.length : undefined;
  });
  if (sum.total <= PLACES) return [];
  const message = `make ${sumText(sum)} subscriptions, and ${NOTIFICATION_CHANNELS} channels × ${NOTIFICATION_TOPICS.toLocaleString("en-US")} take ${PLACES.toLocaleString("en-US")}; write fewer topics or ids, or a second stream with an OAuth client of its own`;
  return [{ id: "too-many-subscriptions", path: [...path, "topics"], message }];
}
