-- The view `sizes` of usage.sql on Athena, over a table of lines as they are.
SELECT
  substr(json_extract_scalar(line, '$.time'), 1, 10) AS day,
  json_extract_scalar(line, '$["detail-type"]') AS topic,
  length(to_utf8(line)) AS bytes
FROM {{files}}
