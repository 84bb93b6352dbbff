import { contextOf, EVENTS } from "../policies/request";
import { refusal } from "../policies/verdict";
import { withoutKeys } from "../resources/addresses";
import { ofKind } from "./by-role";
import { keyMissing } from "./key";
import { caller, type Permission } from "./permission";

/** EventBridge user guide, "Using resource-based policies": conditions are not supported in the policy of a topic. */
const CONDITIONLESS = "SNS knows no condition that EventBridge meets; take it out, or give the target a role";

export const topic: Permission = ({ arn, receiver }, known) => {
  const { documents, from, open } = known.holdings.about("topic", [receiver && withoutKeys(receiver.address), arn]);
  if (open || from.length === 0) return undefined;
  const context = contextOf(caller(known), { "aws:SourceArn": null, "aws:SourceAccount": null });
  const why = refusal(ofKind(documents, "resource"), {
    service: EVENTS,
    action: "sns:Publish",
    resource: arn,
    context,
    conditionless: CONDITIONLESS,
  });
  if (why !== undefined) return { what: `the topic's policy does not let EventBridge in: ${why}` };
  return receiver && keyMissing(receiver, known, { context, managed: "alias/aws/sns", conditionless: CONDITIONLESS });
};
