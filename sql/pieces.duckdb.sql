-- The pieces of conversations in files of events, each file read and parsed once. Lines that are no events come with their file's name.
SELECT
  CAST(hash(body.conversationId) % 64 AS utinyint) AS bucket,
  CASE WHEN type IS NULL THEN filename END AS faulty,
  CASE type
    WHEN 'v2.detail.events.conversation.{id}.acw' THEN 'user'
    WHEN 'v2.detail.events.conversation.{id}.wrapup' THEN 'user'
    WHEN 'v2.detail.events.conversation.{id}.flow.outcome' THEN 'outcome'
    ELSE split_part(type, '.', 6)
  END AS role,
  CASE type
    WHEN 'v2.detail.events.conversation.{id}.acw' THEN 'acw'
    WHEN 'v2.detail.events.conversation.{id}.wrapup' THEN 'wrapup'
    ELSE split_part(type, '.', 7)
  END AS phase,
  body.conversationId AS conversation_id,
  coalesce(body.sessionId, body.participantId, '') || coalesce(body.flowOutcomeId, '') AS stay_id,
  make_timestamp_ms(body.eventTime) AS event_at,
  body.mediaType AS media_type,
  body.direction AS direction,
  body.ani AS ani,
  body.dnis AS dnis,
  body.externalContactId AS external_contact_id,
  body.queueId AS queue_id,
  body.userId AS user_id,
  body.disconnectType AS disconnect_type,
  body.flowOutcomeId AS flow_outcome_id,
  coalesce(body.acdOutcome, body.flowOutcomeValue) AS outcome,
  body.wrapupCode AS wrapup_code,
  body.wrapupDurationMs AS wrapup_ms,
  body.attributes AS attributes,
  body.connectedDurationMs AS wait_ms,
  body.interactingDurationMs AS talk_ms,
  body.heldDurationMs AS hold_ms,
  -- As text, since every column that is empty in all other rows is written, too.
  CASE
    WHEN type = 'v2.analytics.conversations.{id}.details' THEN CAST(json_object(
      'conversationStart', body.conversationStart, 'conversationEnd', body.conversationEnd,
      'originatingDirection', body.originatingDirection, 'participants', CAST(body.participants AS json)
    ) AS varchar)
  END AS record
FROM (SELECT "detail-type" AS type, detail.eventBody AS body, filename FROM {{files}}) AS read
WHERE type IS NULL
  OR type = 'v2.analytics.conversations.{id}.details'
  OR (type LIKE 'v2.detail.events.conversation.{id}.%' AND body.conversationId IS NOT NULL AND body.eventTime IS NOT NULL)
