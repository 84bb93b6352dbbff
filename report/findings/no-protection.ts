import { isProduction } from "../model/environment";
import { type FindingType, nist } from "./finding";

export const noProtection: FindingType = {
  id: "no-protection",
  severity: "medium",
  why: "One plan that nobody reads to the end destroys the bus or the integration, and events of that time are gone.",
  remediation: "Write protect = true for the stream.",
  controls: nist("CM-5", "CP-10"),
  find: ({ environment }) =>
    Object.entries(environment.streams).flatMap(([name, { protect }]) =>
      isProduction(environment) && !protect
        ? [{ path: `streams.${name}.protect`, what: "a stream of production is not protected" }]
        : [],
    ),
};
