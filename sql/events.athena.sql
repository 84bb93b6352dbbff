-- The view `events` of conversations.sql on Athena: pieces of conversations in a table whose `detail` is JSON as text.
SELECT
  json_extract_scalar(body, '$.conversationId') AS conversation_id,
  CAST(0 AS bigint) AS version,
  CASE
    WHEN kind IN ('acw', 'wrapup') THEN 'user'
    WHEN kind = 'flow.outcome' THEN 'outcome'
    ELSE split_part(kind, '.', 1)
  END AS role,
  CASE WHEN kind IN ('acw', 'wrapup') THEN kind ELSE split_part(kind, '.', 2) END AS phase,
  coalesce(json_extract_scalar(body, '$.sessionId'), json_extract_scalar(body, '$.participantId'), '')
    || coalesce(json_extract_scalar(body, '$.flowOutcomeId'), '') AS stay_id,
  CAST(from_unixtime(CAST(json_extract_scalar(body, '$.eventTime') AS double) / 1000) AT TIME ZONE 'UTC' AS timestamp(3)) AS event_at,
  json_extract_scalar(body, '$.mediaType') AS media_type,
  json_extract_scalar(body, '$.direction') AS direction,
  json_extract_scalar(body, '$.ani') AS ani,
  json_extract_scalar(body, '$.dnis') AS dnis,
  json_extract_scalar(body, '$.externalContactId') AS external_contact_id,
  json_extract_scalar(body, '$.queueId') AS queue_id,
  json_extract_scalar(body, '$.userId') AS user_id,
  json_extract_scalar(body, '$.disconnectType') AS disconnect_type,
  json_extract_scalar(body, '$.flowOutcomeId') AS flow_outcome_id,
  coalesce(json_extract_scalar(body, '$.acdOutcome'), json_extract_scalar(body, '$.flowOutcomeValue')) AS outcome,
  json_extract_scalar(body, '$.wrapupCode') AS wrapup_code,
  CAST(json_extract_scalar(body, '$.wrapupDurationMs') AS bigint) AS wrapup_ms,
  json_format(json_extract(body, '$.attributes')) AS attributes,
  CAST(json_extract_scalar(body, '$.connectedDurationMs') AS bigint) AS wait_ms,
  CAST(json_extract_scalar(body, '$.interactingDurationMs') AS bigint) AS talk_ms,
  CAST(json_extract_scalar(body, '$.heldDurationMs') AS bigint) AS hold_ms,
  CAST(current_timestamp AT TIME ZONE 'UTC' AS timestamp(3)) AS as_of
FROM (
  SELECT
    substr(detail_type, length('v2.detail.events.conversation.{id}.') + 1) AS kind,
    json_extract(detail, '$.eventBody') AS body
  FROM {{table}}
  WHERE detail_type LIKE 'v2.detail.events.conversation.{id}.%' AND {{window}}
) AS pieces
