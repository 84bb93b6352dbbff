-- Usage by day, in UTC, and topic, over `sizes`: AWS charges an event once for each 64 KB or part of them. Copies count, as they were delivered. A line that is
-- no event has no topic.
SELECT
  day,
  topic,
  count(*) AS events,
  CAST(sum(bytes) AS bigint) AS bytes,
  CAST(sum(ceil(CAST(bytes AS double) / 65536)) AS bigint) AS pieces
FROM sizes
GROUP BY day, topic
