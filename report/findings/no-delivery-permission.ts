import { missingPermission } from "../permissions";
import { type FindingType, nist } from "./finding";

export const noDeliveryPermission: FindingType = {
  id: "no-delivery-permission",
  severity: "high",
  why: "EventBridge may not deliver, does not try again, and drops the event; the console adds what Terraform leaves out.",
  remediation:
    "Declare the destination in the environment file, which adds what its type needs, or add the role or policy.",
  controls: nist("AU-5", "AU-12"),
  find: ({ deliveries, known }) =>
    deliveries.flatMap((delivery) => {
      const missing = missingPermission(delivery, known);
      return missing === undefined ? [] : [{ address: delivery.target.address, ...missing }];
    }),
};
