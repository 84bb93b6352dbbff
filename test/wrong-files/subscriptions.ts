import { bridgeFile } from "../support/bridge-file";
import type { WrongFile } from "./wrong-file";

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => `"00000000-0000-4000-8000-${String(at).padStart(12, "0")}"`).join(", ");

/** Streams of the notification service with an error. */
export const subscriptions: readonly WrongFile[] = [
  [
    "does not say where the organization is",
    bridgeFile({ top: "" }),
    "missing-key 1:1 genesys_region",
    /write for example/,
  ],
  [
    "subscribes for ids that it does not have",
    bridgeFile({ topics: '"v2.users.{id}.station", "v2.routing.queues.{id}.conversations"' }),
    "topic-ids 6:10 streams.live.topics",
    /write ids = \{ queues = "all" \}/,
  ],
  [
    "subscribes for several ids at once",
    bridgeFile({ topics: '"v2.users.{id}.conversations.{id}.recordings"' }),
    "topic-ids 6:10 streams.live.topics",
    /several ids at once/,
  ],
  [
    "has ids that no topic wants",
    bridgeFile({ ids: 'users = "all", queues = "all"' }),
    "key-without-effect 7:24 streams.live.ids.queues",
    /no topic has \{id\} behind queues/,
  ],
  [
    "wants all ids of what nothing lists",
    bridgeFile({ topics: '"v2.flows.{id}"', ids: 'flows = "all"' }),
    "topic-ids 7:17 streams.live.ids.flows",
    /only queues and users can be asked for/,
  ],
  [
    "names its image by a tag",
    bridgeFile({ image: "bridge:latest" }),
    "invalid-format 8:9 streams.live.image",
    /a tag may be another image tomorrow/,
  ],
  [
    "has more subscriptions than channels take",
    bridgeFile({ ids: `users = [${many(20_001)}]` }),
    "too-many-subscriptions 6:10 streams.live.topics",
    /20,001 users × 1 = 20,001 subscriptions, and 20 channels × 1,000 take 20,000/,
  ],
];

/** Streams of the notification service with a warning. */
export const subscriptionDoubts: readonly WrongFile[] = [
  [
    "subscribes to what EventBridge would bring",
    bridgeFile({ topics: '"v2.users.{id}.presence"' }),
    "topic-on-event-bridge 6:11 streams.live.topics[0]",
    /write it into the topic_filters/,
  ],
];
