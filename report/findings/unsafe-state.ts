import { isProduction } from "../model/environment";
import { type FindingType, type Found, nist } from "./finding";

export const unsafeState: FindingType = {
  id: "unsafe-state",
  severity: "high",
  why: "Two applies at a time ruin an unlocked state; a state in clear text shows the secrets of http and pagerduty destinations to whoever reads it.",
  remediation: 'Write state = { backend = "s3", … }, which is encrypted and locked, or backend = "cloud".',
  controls: nist("AC-3", "CM-3", "SC-28"),
  find: ({ environment }) => {
    const found = what(environment);
    return found === undefined ? [] : [{ path: "state", ...found }];
  },
};

function what(environment: Parameters<FindingType["find"]>[0]["environment"]): Omit<Found, "path"> | undefined {
  const { state } = environment;
  switch (state.backend) {
    case "local":
      // For a first try; a team shares one.
      return isProduction(environment)
        ? { what: "the state of production is a file on one machine, neither encrypted nor locked for others" }
        : undefined;
    case "s3":
      return state.use_lockfile ? undefined : { what: "the state is not locked", severity: "medium" };
    case "http":
      return state.lock_address === undefined ? { what: "the state is not locked", severity: "medium" } : undefined;
    case "cloud":
      return undefined;
    default:
      return state satisfies never;
  }
}
