import { type FindingType, nist } from "./finding";

export const busNameUnknown: FindingType = {
  id: "bus-name-unknown",
  severity: "medium",
  why: "A name that is looked up is unknown whenever the integration changes: Terraform then replaces the bus with every rule and target, and events are lost meanwhile.",
  remediation: "Compose the name from the organization's id and the suffix, and look the source up only to check it.",
  controls: nist("CM-3", "CP-10"),
  find: ({ resources }) =>
    resources.flatMap(({ type, address, unknown }) =>
      type === "aws_cloudwatch_event_bus" && unknown.name === true
        ? [{ address, what: "the name of the event bus is known after the apply only" }]
        : [],
    ),
};
