import { resourceType } from "../../aws/resources";
import { append } from "../../text/group-by";
import type { Topics } from "../model/rules";
import { asText } from "../own";
import { blocks, number, type Resource, text } from "../resources/resource";
import { busOf } from "../resources/rules";
import type { Store, Stored, StoreType } from "./store";

/** SQS keeps a message for four days where nothing else is said (SQS API, CreateQueue). */
const DEFAULT_SECONDS = 345_600;
const SECONDS_A_DAY = 86_400;

/** The queues of what could not be delivered. A dead letter is the whole event, whatever a target's input leaves out. */
export const deadLetters: StoreType = {
  kind: "dead-letter queue",
  storesIn: (stored) => {
    const found = new Map<Resource, Topics[]>();
    const senders = [
      ...stored.deliveries.map(({ target, topics }) => [target, topics] as const),
      ...stored.resources
        .filter(({ type }) => resourceType(type)?.delivery === "events")
        .map((bus) => [bus, stored.sentTo(text(bus, "name") ?? busOf(bus))] as const),
    ];
    for (const [sender, topics] of senders) {
      const queue = queueOf(sender, stored);
      if (queue === undefined) continue;
      append(found, queue, topics);
    }
    return [...found].map(([queue, topics]) => storeOf(queue, topics));
  },
};

/** Returns the queue that a sender names, if these resources hold it. */
function queueOf(sender: Resource, { byArn, byAddress }: Stored): Resource | undefined {
  const [config] = blocks(sender, "dead_letter_config");
  const [referred] = (sender.references.dead_letter_config ?? []).flatMap((one) => byAddress.get(one) ?? []);
  return (
    byArn.get(asText(config?.arn ?? "")) ?? (resourceType(referred?.type)?.delivery === "sqs" ? referred : undefined)
  );
}

function storeOf(queue: Resource, topics: readonly Topics[]): Store {
  const seconds = number(queue, "message_retention_seconds") ?? DEFAULT_SECONDS;
  const days = Math.round((seconds / SECONDS_A_DAY) * 10) / 10;
  const all = topics.every((some) => some !== undefined)
    ? [...new Set(topics.flatMap((some) => some ?? []))]
    : undefined;
  const encrypted = queue.values.sqs_managed_sse_enabled === false ? "none" : "SSE-SQS, with a key of SQS";
  return {
    resource: queue,
    name: text(queue, "name") ?? queue.name,
    holds: "events that could not be delivered, whole, with why",
    topics: all,
    kept: undefined,
    retention: `${days} days`,
    forEver: false,
    encryption: text(queue, "kms_master_key_id") ?? encrypted,
    readers: "identities of this account that may read its queues (sqs:ReceiveMessage)",
  };
}
