-- The view `events` of conversations.sql on DuckDB, over the table `pieces`. What a fetched record knows is said as the stream would have said
-- it. Its version is the last moment that it knows of, so that of two records of a conversation the later one wins.
WITH records AS (
  SELECT
    conversation_id,
    upper(parsed.originatingDirection) AS direction,
    parsed.conversationStart AS start_at,
    parsed.conversationEnd AS end_at,
    parsed.participants AS participants
  FROM (
    SELECT
      conversation_id,
      from_json(
        said,
        '{"conversationStart": "TIMESTAMP", "conversationEnd": "TIMESTAMP", "originatingDirection": "VARCHAR", "participants": [
          {"participantId": "VARCHAR", "purpose": "VARCHAR", "userId": "VARCHAR", "externalContactId": "VARCHAR", "attributes": "VARCHAR",
            "sessions": [{"sessionId": "VARCHAR", "mediaType": "VARCHAR", "direction": "VARCHAR", "ani": "VARCHAR", "dnis": "VARCHAR",
              "metrics": [{"name": "VARCHAR", "value": "BIGINT"}],
              "segments": [{"segmentType": "VARCHAR", "segmentStart": "TIMESTAMP", "segmentEnd": "TIMESTAMP", "queueId": "VARCHAR",
                "disconnectType": "VARCHAR", "wrapUpCode": "VARCHAR"}],
              "flow": {"outcomes": [
                {"flowOutcomeId": "VARCHAR", "flowOutcomeValue": "VARCHAR", "flowOutcomeStartTimestamp": "TIMESTAMP"}]}}]}]}'
      ) AS parsed
    FROM pieces
    WHERE role = '(record)'
  ) AS parsed_records
),
versioned AS (
  SELECT
    *,
    epoch_ms(greatest(start_at, end_at, list_max(list_transform(
      flatten(list_transform(flatten(list_transform(participants, lambda p: p.sessions)), lambda s: s.segments)),
      lambda g: coalesce(g.segmentEnd, g.segmentStart)
    )))) AS version
  FROM records
),
participants AS (
  SELECT conversation_id, version, start_at, unnest(participants) AS participant FROM versioned
),
sessions AS (
  SELECT conversation_id, version, participant, unnest(participant.sessions) AS session FROM participants
),
stays AS (
  SELECT
    conversation_id,
    version,
    CASE
      WHEN participant.purpose IN ('customer', 'external') THEN 'customer'
      WHEN participant.purpose IN ('agent', 'user') THEN 'user'
      WHEN participant.purpose IN ('ivr', 'botflow', 'workflow') THEN 'flow'
      WHEN participant.purpose IN ('acd', 'voicemail') THEN participant.purpose
    END AS role,
    session.sessionId AS stay_id,
    upper(session.mediaType) AS media_type,
    upper(session.direction) AS direction,
    session.ani AS ani,
    session.dnis AS dnis,
    participant.externalContactId AS external_contact_id,
    participant.userId AS user_id,
    list_max(list_transform(session.segments, lambda g: g.queueId)) AS queue_id,
    list_filter(session.segments, lambda g: g.segmentType <> 'wrapup') AS spoken,
    list_filter(session.segments, lambda g: g.segmentType = 'wrapup') AS worked,
    list_transform(session.metrics, lambda m: m.name) AS measured,
    session.metrics AS metrics,
    session.flow.outcomes AS outcomes
  FROM sessions
),
ended AS (
  SELECT
    *,
    list_max(list_transform(spoken, lambda g: g.segmentEnd)) AS last_at,
    list_bool_or(list_transform(spoken, lambda g: g.segmentEnd IS NULL)) AS goes_on
  FROM stays
  WHERE role IS NOT NULL
)
SELECT
  CAST(0 AS bigint) AS version, conversation_id, role, phase, stay_id, event_at, media_type, direction, ani, dnis,
  CASE WHEN role IN ('customer', 'contact') THEN of_id END AS external_contact_id,
  CASE WHEN role NOT IN ('customer', 'contact', 'outcome') THEN of_id END AS queue_id,
  user_id,
  disconnect_type,
  CASE WHEN role = 'outcome' THEN of_id END AS flow_outcome_id,
  CASE WHEN role IN ('acd', 'outcome') THEN said END AS outcome,
  CASE WHEN role = 'user' THEN said END AS wrapup_code,
  CASE WHEN phase IN ('acw', 'wrapup') THEN lasted_ms END AS wrapup_ms,
  CASE WHEN role = 'attributes' THEN said END AS attributes,
  CASE WHEN role = 'acd' THEN lasted_ms END AS wait_ms,
  CASE WHEN role = 'user' AND phase NOT IN ('acw', 'wrapup') THEN lasted_ms END AS talk_ms,
  hold_ms
FROM pieces
WHERE role NOT IN ('(record)', '(fault)')
UNION ALL BY NAME
SELECT conversation_id, version, 'conversation' AS role, 'start' AS phase, '' AS stay_id, start_at AS event_at, direction FROM versioned
UNION ALL BY NAME
SELECT conversation_id, version, 'conversation' AS role, 'end' AS phase, '' AS stay_id, end_at AS event_at FROM versioned WHERE end_at IS NOT NULL
UNION ALL BY NAME
SELECT
  conversation_id, version, 'attributes' AS role, '' AS phase, participant.participantId AS stay_id, start_at AS event_at,
  participant.attributes AS attributes
FROM participants
WHERE participant.attributes <> '{}'
UNION ALL BY NAME
SELECT
  conversation_id, version, role, 'start' AS phase, stay_id, list_min(list_transform(spoken, lambda g: g.segmentStart)) AS event_at,
  CASE WHEN role IN ('customer', 'acd', 'flow') THEN media_type END AS media_type,
  CASE WHEN role IN ('customer', 'acd', 'flow') THEN direction END AS direction,
  CASE WHEN role IN ('customer', 'acd', 'flow') THEN ani END AS ani,
  CASE WHEN role IN ('customer', 'acd', 'flow') THEN dnis END AS dnis,
  external_contact_id, user_id, queue_id
FROM ended
UNION ALL BY NAME
SELECT
  conversation_id, version, role, 'end' AS phase, stay_id, last_at AS event_at,
  upper(regexp_replace(
    list_max(list_transform(list_filter(spoken, lambda g: g.segmentEnd = last_at), lambda g: g.disconnectType)), '([a-z])([A-Z])', '\1_\2', 'g'
  )) AS disconnect_type,
  CASE
    WHEN list_contains(measured, 'tAbandon') THEN 'ABANDON'
    WHEN list_contains(measured, 'tAnswered') THEN 'ANSWERED'
    WHEN list_contains(measured, 'tFlowOut') THEN 'FLOW_OUT'
  END AS outcome,
  list_sum(list_transform(list_filter(metrics, lambda m: m.name = 'tAcd'), lambda m: m.value)) AS wait_ms,
  coalesce(list_sum(list_transform(list_filter(metrics, lambda m: m.name = 'tTalkComplete'), lambda m: m.value)), 0) AS talk_ms,
  coalesce(list_sum(list_transform(list_filter(metrics, lambda m: m.name = 'tHeldComplete'), lambda m: m.value)), 0) AS hold_ms
FROM ended
WHERE NOT goes_on
UNION ALL BY NAME
SELECT
  conversation_id, version, role, 'wrapup' AS phase, stay_id,
  list_max(list_transform(worked, lambda g: coalesce(g.segmentEnd, g.segmentStart))) AS event_at,
  list_max(list_transform(worked, lambda g: g.wrapUpCode)) AS wrapup_code,
  list_sum(list_transform(list_filter(metrics, lambda m: m.name = 'tAcw'), lambda m: m.value)) AS wrapup_ms
FROM ended
WHERE len(worked) > 0
UNION ALL BY NAME
SELECT
  conversation_id, version, 'outcome' AS role, '' AS phase, stay_id || outcome_of.flowOutcomeId AS stay_id,
  outcome_of.flowOutcomeStartTimestamp AS event_at, outcome_of.flowOutcomeId AS flow_outcome_id, outcome_of.flowOutcomeValue AS outcome
FROM (SELECT conversation_id, version, stay_id, unnest(outcomes) AS outcome_of FROM stays) AS each_outcome
