-- One row a day, in UTC, and agent, over `events`: what an agent was offered, and what came of it. The order of events and copies of them change
-- nothing. Where the end of a stay is not there yet, `unended` says so, and the seconds are at least these.
WITH stays AS (
  SELECT
    conversation_id,
    stay_id,
    max(user_id) AS user_id,
    min(event_at) AS first_at,
    max(event_at) AS last_at,
    count(*) FILTER (WHERE phase = 'end') AS ends,
    max(talk_ms) AS talk_ms,
    max(hold_ms) AS hold_ms,
    max_by(wrapup_ms, row(event_at, wrapup_ms)) FILTER (WHERE wrapup_ms IS NOT NULL) AS wrapup_ms,
    max(disconnect_type) AS disconnect_type
  FROM (SELECT *, max(version) OVER (PARTITION BY conversation_id) AS newest FROM events) AS versions
  WHERE role = 'user' AND version = newest
  GROUP BY conversation_id, stay_id
)
SELECT
  CAST(first_at AS date) AS day,
  user_id AS agent_id,
  count(*) AS offered,
  count(*) FILTER (WHERE talk_ms > 0) AS handled,
  CAST(sum(talk_ms) AS double) / 1000 AS talk_seconds,
  CAST(sum(hold_ms) AS double) / 1000 AS hold_seconds,
  CAST(sum(wrapup_ms) AS double) / 1000 AS wrapup_seconds,
  -- Events say TRANSFER_CONSULT, and records that were fetched say consultTransfer; so of the others.
  count(*) FILTER (
    WHERE disconnect_type IN (
      'TRANSFER', 'TRANSFER_CONFERENCE', 'TRANSFER_CONSULT', 'TRANSFER_FORWARD', 'CONFERENCE_TRANSFER', 'CONSULT_TRANSFER', 'FORWARD_TRANSFER'
    )
  ) AS transfers,
  count(*) FILTER (WHERE ends = 0) AS unended,
  min(first_at) AS first_at,
  max(last_at) AS last_at
FROM stays
WHERE user_id IS NOT NULL
GROUP BY CAST(first_at AS date), user_id
