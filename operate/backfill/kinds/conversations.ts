import { BACKFILLED } from "../../../genesys/backfilled";
import { byDetailsJobs } from "./details-jobs";
import { type Kind, pageOf, textIn, timeIn } from "./kind";

/** The details of conversations, whole ones: each with its participants, sessions and segments. */
export const conversations: Kind = {
  name: "conversations",
  permission: "analytics:conversationDetail:view",
  topics:
    /^v2\.(?:detail\.events\.conversation\b|conversations?\b|analytics\.(?:conversation|flow|queues)\b|users\.\{id\}\.conversations\b|routing\.queues\.\{id\}\.conversations\b)/,
  ...byDetailsJobs("/api/v2/analytics/conversations/details", pageOf("conversations"), {
    order: "asc",
    orderBy: "conversationStart",
  }),
  keyOf: (record) => textIn(record, "conversationId"),
  // A job gives what began, ended or was active in its time (AsyncConversationQuery.interval).
  began: (record) => timeIn(record, "conversationStart"),
  eventOf: (record, { from }) => ({
    topic: BACKFILLED.conversations,
    topicName: `v2.analytics.conversations.${textIn(record, "conversationId")}.details`,
    version: "1",
    time: timeIn(record, "conversationStart") ?? from,
    body: record,
  }),
};
