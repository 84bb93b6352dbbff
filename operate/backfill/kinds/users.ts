import { BACKFILLED } from "../../../genesys/backfilled";
import { byDetailsJobs } from "./details-jobs";
import { type Kind, pageOf, textIn } from "./kind";

/** The details of users: the presences and routing statuses that each had in a day. */
export const users: Kind = {
  name: "users",
  permission: "analytics:userDetail:view",
  topics: /^v2\.(?:users\.\{id\}\.(?:presence|routingStatus|activity)\b|detail\.events\.agent\b)/,
  ...byDetailsJobs("/api/v2/analytics/users/details", pageOf("userDetails"), { order: "asc" }),
  // Several records of one user may stand in one answer.
  keyOf: (record) => JSON.stringify(record),
  eventOf: (record, { from }) => ({
    topic: BACKFILLED.users,
    topicName: `v2.analytics.users.${textIn(record, "userId")}.details`,
    version: "1",
    time: from,
    body: record,
  }),
};
