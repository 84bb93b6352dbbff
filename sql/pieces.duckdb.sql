-- The pieces of conversations in files of events, each file read and parsed once. What only some kinds of events say shares a column, as each
-- column is written for every piece: `of_id`, `said` and `lasted_ms` mean what the view `events` says. Lines that are no events come with their
-- file's name in `said`, and a role that no event has, as do records that were fetched.
SELECT
  CAST(hash(conversation_id) % 64 AS utinyint) AS bucket,
  role,
  phase,
  conversation_id,
  coalesce(body.sessionId, body.participantId, '') || coalesce(body.flowOutcomeId, '') AS stay_id,
  make_timestamp_ms(body.eventTime) AS event_at,
  CASE WHEN role IN ('customer', 'acd', 'flow') THEN body.mediaType END AS media_type,
  CASE WHEN role IN ('customer', 'acd', 'flow') THEN body.direction END AS direction,
  CASE WHEN role IN ('customer', 'acd', 'flow') THEN body.ani END AS ani,
  CASE WHEN role IN ('customer', 'acd', 'flow') THEN body.dnis END AS dnis,
  CASE WHEN role IN ('customer', 'contact') THEN body.externalContactId WHEN role = 'outcome' THEN body.flowOutcomeId ELSE body.queueId END AS of_id,
  body.userId AS user_id,
  body.disconnectType AS disconnect_type,
  CASE role
    WHEN 'acd' THEN body.acdOutcome
    WHEN 'outcome' THEN body.flowOutcomeValue
    WHEN 'user' THEN body.wrapupCode
    WHEN 'attributes' THEN body.attributes
    -- As text, since a column of its own would be written for all other pieces, too.
    WHEN '(record)' THEN CAST(json_object(
      'conversationStart', body.conversationStart, 'conversationEnd', body.conversationEnd,
      'originatingDirection', body.originatingDirection, 'participants', TRY_CAST(body.participants AS json)
    ) AS varchar)
    WHEN '(fault)' THEN filename
  END AS said,
  CASE WHEN phase IN ('acw', 'wrapup') THEN body.wrapupDurationMs WHEN role = 'acd' THEN body.connectedDurationMs ELSE body.interactingDurationMs END
    AS lasted_ms,
  body.heldDurationMs AS hold_ms
FROM (
  SELECT
    body,
    filename,
    body.conversationId AS conversation_id,
    CASE
      WHEN kind IN ('acw', 'wrapup') THEN 'user'
      WHEN kind = 'flow.outcome' THEN 'outcome'
      WHEN kind IS NULL THEN CASE WHEN type IS NULL THEN '(fault)' ELSE '(record)' END
      ELSE split_part(kind, '.', 1)
    END AS role,
    CASE WHEN kind IN ('acw', 'wrapup') THEN kind ELSE split_part(kind, '.', 2) END AS phase
  FROM (
    SELECT
      "detail-type" AS type,
      CASE WHEN starts_with("detail-type", 'v2.detail.events.conversation.{id}.')
        THEN substr("detail-type", length('v2.detail.events.conversation.{id}.') + 1) END AS kind,
      detail.eventBody AS body,
      filename
    FROM {{files}}
  ) AS read
  WHERE type IS NULL
    OR type = 'v2.analytics.conversations.{id}.details'
    OR (kind IS NOT NULL AND body.conversationId IS NOT NULL AND body.eventTime IS NOT NULL)
) AS placed
