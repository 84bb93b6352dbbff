import { queueMissing } from "../permissions/queue";
import type { Delivery } from "../resources/deliveries";
import { blocks, isSet } from "../resources/resource";
import { type Evidence, type FindingType, nist } from "./finding";

export const noDeadLetter: FindingType = {
  id: "no-dead-letter",
  severity: "medium",
  why: "What cannot be delivered is lost and leaves no trace but a metric; without permission it is not even tried again.",
  remediation:
    "Leave dead_letter at true; in Terraform, add dead_letter_config with a standard queue that lets the rule send.",
  controls: nist("AU-5", "CP-9", "SI-11"),
  find: (evidence) =>
    evidence.deliveries.flatMap((delivery) => {
      const { address } = delivery.target;
      if (!isSet(delivery.target, "dead_letter_config"))
        return [{ address, what: "the target has no dead-letter queue" }];
      const why = unusable(delivery, evidence);
      return why === undefined ? [] : [{ address, what: `the target's dead-letter queue gets nothing: ${why}` }];
    }),
};

/** Returns why EventBridge cannot use the queue that is there; undefined where it can, or where nobody can say. */
function unusable({ target, ruleArn }: Delivery, { known }: Evidence): string | undefined {
  const [config] = blocks(target, "dead_letter_config");
  const arn = typeof config?.arn === "string" && config.arn !== "" ? config.arn : undefined;
  const [receiver] = (target.references.dead_letter_config ?? []).flatMap((one) => known.byAddress.get(one) ?? []);
  const queue = receiver?.type === "aws_sqs_queue" ? receiver : undefined;
  if (arn?.endsWith(".fifo") || queue?.values.fifo_queue === true)
    return "it is a FIFO queue, which EventBridge does not take";
  if (arn === undefined && queue === undefined) return undefined;
  return queueMissing({ arn, receiver: queue, ruleArn }, known)?.what;
}
