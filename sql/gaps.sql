-- Times in which events of a source may be missing, over `arrivals`: an hour or more without any (nights and weekends are such times, too), also up to
-- now, and what a bridge said that it missed.
WITH minutes AS (
  SELECT source, date_trunc('minute', arrived_at) AS arrived_at, max(as_of) AS as_of
  FROM arrivals
  WHERE gap_reason IS NULL AND arrived_at IS NOT NULL
  GROUP BY 1, 2
),
followed AS (
  SELECT source, arrived_at AS from_at, lead(arrived_at, 1, as_of) OVER (PARTITION BY source ORDER BY arrived_at) AS to_at
  FROM minutes
)
SELECT source, from_at, to_at, 'silent' AS reason, CAST(NULL AS varchar) AS topics
FROM followed
WHERE to_at >= from_at + INTERVAL '1' HOUR
UNION
SELECT source, gap_from, gap_to, gap_reason, gap_topics
FROM arrivals
WHERE gap_reason IS NOT NULL
