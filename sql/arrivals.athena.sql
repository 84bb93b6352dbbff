-- The view `arrivals` of gaps.sql on Athena: when events came, and what they say of others that did not.
SELECT
  source,
  CAST(try(from_iso8601_timestamp(time)) AT TIME ZONE 'UTC' AS timestamp(3)) AS arrived_at,
  CAST(try(from_iso8601_timestamp(json_extract_scalar(gap, '$.from'))) AT TIME ZONE 'UTC' AS timestamp(3)) AS gap_from,
  CAST(try(from_iso8601_timestamp(json_extract_scalar(gap, '$.to'))) AT TIME ZONE 'UTC' AS timestamp(3)) AS gap_to,
  json_extract_scalar(gap, '$.reason') AS gap_reason,
  json_format(json_extract(gap, '$.topics')) AS gap_topics,
  CAST(current_timestamp AT TIME ZONE 'UTC' AS timestamp(3)) AS as_of
FROM (
  SELECT source, time, CASE WHEN detail_type = 'bridge.gap' THEN json_extract(detail, '$.eventBody') END AS gap
  FROM {{files}}
  WHERE source IS NOT NULL
) AS told
