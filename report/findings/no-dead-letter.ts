import { isSet } from "../resources/resource";
import { type FindingType, nist } from "./finding";

export const noDeadLetter: FindingType = {
  id: "no-dead-letter",
  severity: "medium",
  why: "What cannot be delivered is lost and leaves no trace but a metric; without permission it is not even tried again.",
  mend: "Leave dead_letter at true; in Terraform, add dead_letter_config with a standard queue that lets the rule send.",
  controls: nist("AU-5", "CP-9", "SI-11"),
  find: ({ deliveries }) =>
    deliveries.flatMap(({ target }) =>
      isSet(target, "dead_letter_config")
        ? []
        : [{ address: target.address, what: "the target has no dead-letter queue" }],
    ),
};
