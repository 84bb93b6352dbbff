import { EVENTS } from "../policies/request";
import { refusal } from "../policies/verdict";
import { withoutKeys } from "../resources/addresses";
import type { Delivery } from "../resources/deliveries";
import { ofKind } from "./by-role";
import { nameOf } from "./holdings";
import { keyMissing } from "./key";
import { eventsContext, type Known, type Missing, type Permission } from "./permission";

export const queue: Permission = (delivery, known) => queueMissing(delivery, known);

/** Returns what keeps EventBridge out of a queue, be it a target or for dead letters. */
export function queueMissing(
  delivery: Pick<Delivery, "arn" | "receiver" | "ruleArn">,
  known: Known,
): Missing | undefined {
  const { arn, receiver } = delivery;
  const names = [receiver && withoutKeys(receiver.address), arn && nameOf("queue", arn)];
  const { documents, from, open } = known.holdings.about("queue", names);
  // Somebody else's queue, of which no policy is here.
  if (open || from.length === 0) return undefined;
  const context = eventsContext(delivery, known);
  const why = refusal(ofKind(documents, "resource"), {
    service: EVENTS,
    action: "sqs:SendMessage",
    resource: arn,
    context,
  });
  if (why !== undefined) return { what: `the queue's policy does not let EventBridge in: ${why}` };
  const made = receiver ?? from.find(({ type }) => type === "aws_sqs_queue");
  return made && keyMissing(made, known, { context, managed: "alias/aws/sqs" });
}
