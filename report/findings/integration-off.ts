import { text } from "../resources/resource";
import { type FindingType, nist } from "./finding";

export const integrationOff: FindingType = {
  id: "integration-off",
  severity: "low",
  why: "Genesys Cloud sends nothing and keeps nothing meanwhile: the audit trail has a gap.",
  remediation:
    'Write enabled = true for the stream (intended_state = "ENABLED"; left out, the provider switches it off).',
  controls: nist("AU-5", "AU-12"),
  find: ({ resources }) =>
    resources.flatMap((resource) =>
      resource.type === "genesyscloud_integration" &&
      resource.unknown.intended_state !== true &&
      text(resource, "intended_state") !== "ENABLED"
        ? [{ address: resource.address, what: "the integration is switched off" }]
        : [],
    ),
};
