import { parseArn } from "../../aws/arn";
import { joined } from "../../text/words";
import { carriedOf } from "../model/rules";
import { KIND_WORDS } from "../personal-data";
import type { Delivery } from "../resources/deliveries";
import { outsideOf } from "../resources/outside";
import { type FindingType, nist } from "./finding";

export const personalDataLeaves: FindingType = {
  id: "personal-data-leaves",
  severity: "medium",
  why: "Whole events with personal data go where your access rules, retention and deletion do not reach.",
  remediation:
    "Keep only what is needed with fields; to a bus of another account, which takes whole events only, send fewer topics or waive it.",
  controls: nist("AC-4", "AC-21", "PT-2", "SC-7"),
  find: ({ deliveries, environment }) =>
    deliveries.flatMap((delivery) => {
      const place = placeOutside(delivery, environment.aws_account_id);
      const { personal, carries } = carriedOf(delivery.topics, delivery.kept);
      if (place === undefined || delivery.kept !== undefined || personal === "no" || personal === "pseudonymous")
        return [];
      const words = carries.map((kind) => KIND_WORDS[kind]);
      return [
        {
          address: delivery.target.address,
          what: `whole events go to ${place}, with ${joined(words) || "data that nobody knows"}`,
        },
      ];
    }),
};

/** Returns a place where this account's owner does not decide who reads. */
function placeOutside({ arn, receiver }: Delivery, own: string): string | undefined {
  const outside = outsideOf(receiver);
  if (outside !== undefined) return outside.address ?? "an endpoint outside of AWS";
  const { service, account } = parseArn(arn ?? "");
  if (service === "sns") return "every subscriber of a topic";
  return account === "" || account === own ? undefined : `account ${account}`;
}
