-- One row a conversation, over `events`: a view that differs by engine, so that this text is the same on DuckDB and on Athena. The order of
-- events and copies of them change nothing. What no event says is empty; counts are of what was seen.
WITH stays AS (
  -- The start and the end of a session and the work behind it become one row, as does each outcome of a flow, and what is said of a
  -- participant. Version 0 is what the stream sent, any other a record that was fetched at that time.
  SELECT
    conversation_id,
    version,
    role,
    stay_id,
    min(event_at) FILTER (WHERE phase = 'start') AS start_at,
    max(event_at) FILTER (WHERE phase = 'end') AS end_at,
    max(event_at) FILTER (WHERE phase = 'acw') AS acw_at,
    max(event_at) FILTER (WHERE phase = 'wrapup') AS wrapup_at,
    min(event_at) AS first_at,
    max(event_at) AS last_at,
    max(as_of) AS as_of,
    max(media_type) AS media_type,
    max(direction) AS direction,
    max(ani) AS ani,
    max(dnis) AS dnis,
    max(external_contact_id) AS external_contact_id,
    max(queue_id) AS queue_id,
    max(user_id) AS user_id,
    max(disconnect_type) AS disconnect_type,
    max(flow_outcome_id) AS flow_outcome_id,
    max_by(outcome, row(event_at, outcome)) FILTER (WHERE outcome IS NOT NULL) AS outcome,
    max_by(wrapup_code, row(event_at, wrapup_code)) FILTER (WHERE wrapup_code IS NOT NULL) AS wrapup_code,
    max_by(wrapup_ms, row(event_at, wrapup_ms)) FILTER (WHERE wrapup_ms IS NOT NULL) AS wrapup_ms,
    max_by(attributes, row(event_at, attributes)) FILTER (WHERE attributes IS NOT NULL) AS attributes,
    max(wait_ms) AS wait_ms,
    max(talk_ms) AS talk_ms,
    max(hold_ms) AS hold_ms
  FROM events
  GROUP BY conversation_id, version, role, stay_id
),
counted AS (
  SELECT
    conversation_id,
    version,
    max(last_at) AS last_part,
    sum(
      CASE
        WHEN role IN ('customer', 'flow', 'acd', 'user', 'voicemail') THEN
          CASE WHEN start_at IS NULL THEN 0 ELSE 1 END + CASE WHEN end_at IS NULL THEN 0 ELSE 1 END
          + CASE WHEN acw_at IS NULL THEN 0 ELSE 1 END + CASE WHEN wrapup_at IS NULL THEN 0 ELSE 1 END
        ELSE 1
      END
    ) AS parts,
    min(start_at) FILTER (WHERE role = 'conversation') AS recorded_began,
    max(end_at) FILTER (WHERE role = 'conversation') AS recorded_ended,
    min(start_at) FILTER (WHERE role = 'customer') AS customer_began,
    max(end_at) FILTER (WHERE role = 'customer') AS customer_ended,
    min(CASE role WHEN 'user' THEN start_at WHEN 'outbound' THEN first_at END) AS calling_began,
    -- The customer says best what the conversation is; a queue or a flow where the customer's part is missing.
    min_by(media_type, row(witness, first_at, media_type)) FILTER (WHERE witness < 4 AND media_type IS NOT NULL) AS media_type,
    min_by(direction, row(witness, first_at, direction)) FILTER (WHERE witness < 4 AND direction IS NOT NULL) AS direction,
    min_by(ani, row(witness, first_at, ani)) FILTER (WHERE witness < 4 AND ani IS NOT NULL) AS ani,
    min_by(dnis, row(witness, first_at, dnis)) FILTER (WHERE witness < 4 AND dnis IS NOT NULL) AS dnis,
    max_by(external_contact_id, row(last_at, external_contact_id))
      FILTER (WHERE role IN ('customer', 'contact') AND external_contact_id IS NOT NULL) AS external_contact_id,
    max_by(disconnect_type, row(end_at, disconnect_type))
      FILTER (WHERE role = 'customer' AND end_at IS NOT NULL AND disconnect_type IS NOT NULL) AS disconnect_type,
    CAST(coalesce(cardinality(histogram(queue_id) FILTER (WHERE role IN ('acd', 'user') AND queue_id IS NOT NULL)), 0) AS bigint) AS queues,
    min_by(queue_id, row(first_at, queue_id)) FILTER (WHERE role IN ('acd', 'user') AND queue_id IS NOT NULL) AS first_queue_id,
    max_by(queue_id, row(first_at, queue_id)) FILTER (WHERE role IN ('acd', 'user') AND queue_id IS NOT NULL) AS last_queue_id,
    CAST(coalesce(cardinality(histogram(user_id) FILTER (WHERE handled AND user_id IS NOT NULL)), 0) AS bigint) AS agents,
    min_by(user_id, row(first_at, user_id)) FILTER (WHERE handled AND user_id IS NOT NULL) AS first_agent_id,
    max_by(user_id, row(first_at, user_id)) FILTER (WHERE handled AND user_id IS NOT NULL) AS last_agent_id,
    sum(wait_ms) FILTER (WHERE role = 'acd') AS wait_ms,
    sum(talk_ms) FILTER (WHERE role = 'user') AS talk_ms,
    sum(hold_ms) FILTER (WHERE role = 'user') AS hold_ms,
    sum(wrapup_ms) FILTER (WHERE role = 'user') AS wrapup_ms,
    -- Nothing is added up while an addend is known to be missing.
    count(*) FILTER (WHERE role = 'acd' AND wait_ms IS NULL) AS waits_missing,
    count(*) FILTER (WHERE role = 'user' AND talk_ms IS NULL) AS talks_missing,
    count(*) FILTER (WHERE role = 'user' AND hold_ms IS NULL) AS holds_missing,
    -- A wrap-up comes within a day, or not at all.
    count(*) FILTER (WHERE role = 'user' AND talk_ms > 0 AND acw_at IS NULL AND wrapup_at IS NULL AND last_at > as_of - INTERVAL '1' DAY)
      AS wrapups_missing,
    count(*) FILTER (WHERE role = 'acd' AND outcome = 'ANSWERED') - count(*) FILTER (WHERE handled) AS agents_missing,
    count(*) FILTER (WHERE role IN ('customer', 'flow', 'acd', 'user', 'voicemail') AND (start_at IS NULL OR end_at IS NULL))
      AS halves_missing,
    count(*) FILTER (WHERE role = 'customer' AND end_at IS NULL) AS customers_open,
    count(*) FILTER (
      -- Events say TRANSFER_CONSULT, and records that were fetched say consultTransfer; so of the others.
      WHERE role = 'user' AND disconnect_type IN (
        'TRANSFER', 'TRANSFER_CONFERENCE', 'TRANSFER_CONSULT', 'TRANSFER_FORWARD', 'CONFERENCE_TRANSFER', 'CONSULT_TRANSFER', 'FORWARD_TRANSFER'
      )
    ) AS transfers,
    max_by(coalesce(outcome, '') || ' ' || coalesce(disconnect_type, ''), row(first_at, stay_id)) FILTER (WHERE role = 'acd') AS last_left,
    array_sort(array_agg(wrapup_code) FILTER (WHERE role = 'user' AND wrapup_code IS NOT NULL)) AS wrapup_codes,
    array_sort(array_agg(flow_outcome_id || '=' || coalesce(outcome, '')) FILTER (WHERE role = 'outcome')) AS flow_outcomes,
    max_by(attributes, row(last_at, attributes)) FILTER (WHERE attributes IS NOT NULL) AS attributes
  FROM (
    SELECT
      *,
      CASE role WHEN 'conversation' THEN 0 WHEN 'customer' THEN 1 WHEN 'acd' THEN 2 WHEN 'flow' THEN 3 ELSE 4 END AS witness,
      -- Whoever was only called has not spoken.
      role = 'user' AND (talk_ms IS NULL OR talk_ms > 0) AS handled
    FROM stays
  ) AS ranked
  GROUP BY conversation_id, version
),
judged AS (
  SELECT
    *,
    split_part(last_left, ' ', 1) AS last_outcome,
    split_part(last_left, ' ', 2) AS last_outcome_by,
    CASE
      WHEN recorded_began IS NOT NULL THEN recorded_began
      WHEN direction = 'INBOUND' THEN customer_began
      -- An agent or a campaign calls before the customer is there.
      WHEN customer_began IS NOT NULL AND calling_began IS NOT NULL THEN least(customer_began, calling_began)
    END AS began,
    CASE
      WHEN version > 0 THEN recorded_ended
      WHEN customers_open = 0 THEN customer_ended
    END AS ended,
    CASE
      WHEN version > 0 THEN recorded_ended IS NOT NULL
      ELSE customer_ended IS NOT NULL AND halves_missing = 0 AND wrapups_missing = 0 AND agents_missing <= 0
    END AS complete,
    row_number() OVER (PARTITION BY conversation_id ORDER BY version DESC) AS place
  FROM counted
)
SELECT
  conversation_id,
  began,
  ended,
  media_type,
  direction,
  ani,
  dnis,
  external_contact_id,
  queues,
  first_queue_id,
  last_queue_id,
  agents,
  first_agent_id,
  last_agent_id,
  CASE WHEN waits_missing = 0 THEN CAST(wait_ms AS double) / 1000 END AS wait_seconds,
  CASE WHEN talks_missing = 0 AND agents_missing <= 0 THEN CAST(talk_ms AS double) / 1000 END AS talk_seconds,
  CASE WHEN holds_missing = 0 AND agents_missing <= 0 THEN CAST(hold_ms AS double) / 1000 END AS hold_seconds,
  CASE WHEN wrapups_missing = 0 AND agents_missing <= 0 THEN CAST(wrapup_ms AS double) / 1000 END AS wrapup_seconds,
  transfers,
  CASE WHEN last_outcome IN ('ABANDON', 'ANSWERED', 'FLOW_OUT') THEN last_outcome = 'ABANDON' END AS abandoned,
  CASE WHEN last_outcome = 'ABANDON' AND last_outcome_by <> '' THEN last_outcome_by END AS abandoned_by,
  disconnect_type,
  wrapup_codes,
  flow_outcomes,
  attributes,
  CAST(parts AS bigint) AS parts,
  last_part,
  complete,
  CASE WHEN version = 0 THEN 'stream' ELSE 'backfill' END AS origin
FROM judged
WHERE place = 1
