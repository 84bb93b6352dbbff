import { type FindingType, nist } from "./finding";

export const waiverExpired: FindingType = {
  id: "waiver-expired",
  severity: "medium",
  why: "Somebody accepted a risk for a time, and that time is over.",
  remediation: "Fix what was waived, or agree on another day.",
  controls: nist("CA-5", "CA-7"),
  find: ({ environment, today }) =>
    Object.entries(environment.waivers).flatMap(([id, waiver]) =>
      waiver !== undefined && waiver.expires < today
        ? [{ path: `waivers.${id}`, what: `the waiver of ${waiver.owner} held until ${waiver.expires}` }]
        : [],
    ),
};
