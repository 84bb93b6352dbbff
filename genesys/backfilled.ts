/**
 * The detail-types of records that are fetched later, and are no topics of Genesys Cloud's: `backfill` puts such events on buses of one's
 * own, where rules may name them.
 */
export const BACKFILLED = {
  conversations: "v2.analytics.conversations.{id}.details",
  users: "v2.analytics.users.{id}.details",
} as const;
