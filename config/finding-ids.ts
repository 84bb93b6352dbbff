/** The ids of all that `report` may find, sorted. They are here, since waivers in the environment file name them. */
export const findingIds = [
  "audit-retention",
  "broad-source",
  "bus-name-unknown",
  "confused-deputy",
  "cross-account-access",
  "integration-off",
  "kept-for-ever",
  "no-alarm",
  "no-customer-key",
  "no-dead-letter",
  "no-delivery-permission",
  "no-encryption",
  "no-protection",
  "personal-data-leaves",
  "public-access",
  "public-address",
  "rule-never-matches",
  "unexplained-change",
  "unsafe-state",
  "untagged",
  "waiver-expired",
  "wildcard-action",
  "wildcard-resource",
] as const;

export type FindingId = (typeof findingIds)[number];
