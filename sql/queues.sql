-- One row a queue and half an hour, in UTC, in which conversations came to it, over `events`: how they left it, and how long they waited. The order of
-- events and copies of them change nothing. Where the end of a stay is not there yet, `unended` says so.
WITH stays AS (
  SELECT
    conversation_id,
    stay_id,
    max(queue_id) AS queue_id,
    max(media_type) AS media_type,
    min(event_at) FILTER (WHERE phase = 'start') AS start_at,
    max(event_at) FILTER (WHERE phase = 'end') AS end_at,
    max(wait_ms) AS wait_ms,
    max_by(outcome, row(event_at, outcome)) FILTER (WHERE outcome IS NOT NULL) AS outcome
  FROM (SELECT *, max(version) OVER (PARTITION BY conversation_id) AS newest FROM events) AS versions
  WHERE role = 'acd' AND version = newest
  GROUP BY conversation_id, stay_id
),
placed AS (
  SELECT *, coalesce(start_at, end_at) AS came_at FROM stays WHERE queue_id IS NOT NULL
)
SELECT
  date_trunc('hour', came_at) + CASE WHEN extract(minute FROM came_at) < 30 THEN INTERVAL '0' MINUTE ELSE INTERVAL '30' MINUTE END AS interval_at,
  queue_id,
  media_type,
  count(*) AS offered,
  count(*) FILTER (WHERE outcome = 'ANSWERED') AS answered,
  count(*) FILTER (WHERE outcome = 'ABANDON') AS abandoned,
  count(*) FILTER (WHERE outcome = 'FLOW_OUT') AS flowed_out,
  count(*) FILTER (WHERE end_at IS NULL) AS unended,
  avg(CAST(wait_ms AS double)) / 1000 AS average_wait_seconds,
  CAST(max(wait_ms) AS double) / 1000 AS longest_wait_seconds
FROM placed
GROUP BY 1, 2, 3
