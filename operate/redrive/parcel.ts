import type { Environment } from "../../config/model";
import { destinationType } from "../../destinations";
import { deliver } from "../../trace/deliver";
import type { Letter } from "./letter";
import type { Recipient } from "./recipients";
import type { Parcel } from "./senders/sender";

/** Returns exactly what the rule would have delivered of a letter's event, or the reason why nothing can be. */
export function parcelOf(
  environment: Environment,
  { ruleName, sent, sender }: Recipient,
  letter: Pick<Letter, "id" | "event" | "body" | "rule">,
): Parcel | { readonly why: string } {
  const { event } = letter;
  if (event === undefined) return { why: "its body is no event, so that nobody can say what the target should get" };
  const refusal = sender.refusal?.(event);
  if (refusal !== undefined) return { why: refusal };
  const delivery = deliver(environment, sent, event, { ruleName, ruleArn: letter.rule ?? "" });
  if (!delivery.delivered) return { why: `the rule delivers nothing of it: ${delivery.lost}` };
  const { target, destination, input } = sent;
  return {
    id: letter.id,
    // A whole event as it is: numbers of twenty digits would not survive reading and writing.
    text: input.kind === "event" ? letter.body : delivery.payload,
    event,
    parameters: destinationType(destination.type).parameters?.(destination, target) ?? {},
  };
}
