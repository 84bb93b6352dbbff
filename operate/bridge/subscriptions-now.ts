import { NOTIFICATION_CHANNELS, NOTIFICATION_TOPICS } from "../../aws/limits";
import { FilesProblem } from "../../files/files-problem";
import { PLACES, type Subscription, subscriptionsOf, sumOf, sumText } from "../../genesys/subscriptions";
import type { Subscribed } from "../../streams/stream-type";
import type { GenesysCloud } from "../genesys/cloud";
import { idsOf } from "./ids";

/**
 * Returns the subscriptions that a stream has now, and their sum in words.
 *
 * @throws FilesProblem where they are more than all channels hold, or none
 */
export async function subscriptionsNow(
  cloud: GenesysCloud,
  { topics, ids: asked }: Subscribed,
): Promise<{ readonly subscriptions: Subscription[]; readonly sum: string }> {
  const ids = await idsOf(cloud, asked);
  const sum = sumOf(topics, (kind) => ids[kind]?.length);
  if (sum.total > PLACES)
    throw new FilesProblem(
      `${sumText(sum)} subscriptions, and ${NOTIFICATION_CHANNELS} channels × ${NOTIFICATION_TOPICS.toLocaleString("en-US")} take ${PLACES.toLocaleString("en-US")}; write fewer topics or ids, or a second stream with an OAuth client of its own`,
    );
  if (sum.total === 0) throw new FilesProblem("there is no user or queue to subscribe to; see to ids");
  return { subscriptions: subscriptionsOf(topics, ids), sum: sumText(sum) };
}
