-- The view `events` of conversations.sql on Athena, over tables whose `detail` is JSON as text. What a fetched record knows is said as the stream
-- would have said it: a record is unfolded into itself, its participants, their sessions and the outcomes of their flows, and each of these into
-- its phases. Its version is the last moment that it knows of, so that of two records of a conversation the later one wins. Each file is read once.
SELECT
  conversation_id,
  CASE WHEN what = 'piece' THEN 0 ELSE CAST(round(to_unixtime(known_until) * 1000) AS bigint) END AS version,
  role,
  phase,
  CASE what
    WHEN 'conversation' THEN ''
    WHEN 'attributes' THEN json_extract_scalar(participant, '$.participantId')
    ELSE coalesce(json_extract_scalar(said, '$.sessionId'), json_extract_scalar(said, '$.participantId'), '')
      || coalesce(json_extract_scalar(coalesce(outcome_of, said), '$.flowOutcomeId'), '')
  END AS stay_id,
  CAST(event_at AT TIME ZONE 'UTC' AS timestamp(3)) AS event_at,
  CASE WHEN tells THEN CASE what WHEN 'piece' THEN media_type ELSE upper(media_type) END END AS media_type,
  CASE WHEN tells OR what = 'conversation' AND phase = 'start' THEN CASE what WHEN 'piece' THEN direction ELSE upper(direction) END END AS direction,
  CASE WHEN tells THEN json_extract_scalar(said, '$.ani') END AS ani,
  CASE WHEN tells THEN json_extract_scalar(said, '$.dnis') END AS dnis,
  CASE WHEN what = 'piece' OR starts THEN json_extract_scalar(coalesce(participant, said), '$.externalContactId') END AS external_contact_id,
  CASE WHEN what = 'piece' THEN json_extract_scalar(said, '$.queueId') WHEN starts THEN queue_id END AS queue_id,
  CASE WHEN what = 'piece' OR starts THEN json_extract_scalar(coalesce(participant, said), '$.userId') END AS user_id,
  CASE
    WHEN what = 'piece' THEN json_extract_scalar(said, '$.disconnectType')
    WHEN ends THEN upper(regexp_replace(
      array_max(filter(
        transform(spoken, g -> CASE WHEN try(from_iso8601_timestamp(json_extract_scalar(g, '$.segmentEnd'))) = last_at
          THEN json_extract_scalar(g, '$.disconnectType') END),
        d -> d IS NOT NULL
      )), '([a-z])([A-Z])', '$1_$2'
    ))
  END AS disconnect_type,
  json_extract_scalar(coalesce(outcome_of, said), '$.flowOutcomeId') AS flow_outcome_id,
  CASE
    WHEN what = 'piece' THEN coalesce(json_extract_scalar(said, '$.acdOutcome'), json_extract_scalar(said, '$.flowOutcomeValue'))
    WHEN what = 'outcome' THEN json_extract_scalar(outcome_of, '$.flowOutcomeValue')
    WHEN ends AND any_match(metrics, m -> json_extract_scalar(m, '$.name') = 'tAbandon') THEN 'ABANDON'
    WHEN ends AND any_match(metrics, m -> json_extract_scalar(m, '$.name') = 'tAnswered') THEN 'ANSWERED'
    WHEN ends AND any_match(metrics, m -> json_extract_scalar(m, '$.name') = 'tFlowOut') THEN 'FLOW_OUT'
  END AS outcome,
  CASE
    WHEN what = 'piece' THEN json_extract_scalar(said, '$.wrapupCode')
    WHEN wraps THEN array_max(filter(transform(worked, g -> json_extract_scalar(g, '$.wrapUpCode')), c -> c IS NOT NULL))
  END AS wrapup_code,
  CASE
    WHEN what = 'piece' THEN TRY_CAST(json_extract_scalar(said, '$.wrapupDurationMs') AS bigint)
    WHEN wraps AND any_match(metrics, m -> json_extract_scalar(m, '$.name') = 'tAcw') THEN reduce(
      filter(metrics, m -> json_extract_scalar(m, '$.name') = 'tAcw'),
      CAST(0 AS bigint), (s, m) -> s + coalesce(CAST(TRY_CAST(json_extract_scalar(m, '$.value') AS double) AS bigint), 0), s -> s
    )
  END AS wrapup_ms,
  CASE what
    WHEN 'piece' THEN json_format(json_extract(said, '$.attributes'))
    WHEN 'attributes' THEN json_format(json_extract(participant, '$.attributes'))
  END AS attributes,
  CASE
    WHEN what = 'piece' THEN TRY_CAST(json_extract_scalar(said, '$.connectedDurationMs') AS bigint)
    WHEN ends AND any_match(metrics, m -> json_extract_scalar(m, '$.name') = 'tAcd') THEN reduce(
      filter(metrics, m -> json_extract_scalar(m, '$.name') = 'tAcd'),
      CAST(0 AS bigint), (s, m) -> s + coalesce(CAST(TRY_CAST(json_extract_scalar(m, '$.value') AS double) AS bigint), 0), s -> s
    )
  END AS wait_ms,
  CASE
    WHEN what = 'piece' THEN TRY_CAST(json_extract_scalar(said, '$.interactingDurationMs') AS bigint)
    WHEN ends THEN reduce(
      filter(metrics, m -> json_extract_scalar(m, '$.name') = 'tTalkComplete'),
      CAST(0 AS bigint), (s, m) -> s + coalesce(CAST(TRY_CAST(json_extract_scalar(m, '$.value') AS double) AS bigint), 0), s -> s
    )
  END AS talk_ms,
  CASE
    WHEN what = 'piece' THEN TRY_CAST(json_extract_scalar(said, '$.heldDurationMs') AS bigint)
    WHEN ends THEN reduce(
      filter(metrics, m -> json_extract_scalar(m, '$.name') = 'tHeldComplete'),
      CAST(0 AS bigint), (s, m) -> s + coalesce(CAST(TRY_CAST(json_extract_scalar(m, '$.value') AS double) AS bigint), 0), s -> s
    )
  END AS hold_ms,
  CAST(current_timestamp AT TIME ZONE 'UTC' AS timestamp(3)) AS as_of
FROM (
  SELECT
    *,
    json_extract_scalar(said, '$.mediaType') AS media_type,
    coalesce(json_extract_scalar(said, '$.direction'), json_extract_scalar(said, '$.originatingDirection')) AS direction,
    array_max(filter(transform(segments, g -> json_extract_scalar(g, '$.queueId')), q -> q IS NOT NULL)) AS queue_id,
    role IN ('customer', 'acd', 'flow') AND (what = 'piece' OR what = 'session' AND phase = 'start') AS tells,
    what = 'session' AND phase = 'start' AS starts,
    what = 'session' AND phase = 'end' AS ends,
    what = 'session' AND phase = 'wrapup' AS wraps,
    CASE what
      WHEN 'piece' THEN from_unixtime(TRY_CAST(json_extract_scalar(said, '$.eventTime') AS double) / 1000)
      WHEN 'outcome' THEN try(from_iso8601_timestamp(json_extract_scalar(outcome_of, '$.flowOutcomeStartTimestamp')))
      WHEN 'session' THEN CASE phase
        WHEN 'start' THEN array_min(filter(
          transform(spoken, g -> try(from_iso8601_timestamp(json_extract_scalar(g, '$.segmentStart')))), t -> t IS NOT NULL))
        WHEN 'end' THEN last_at
        ELSE array_max(filter(
          transform(worked, g -> try(from_iso8601_timestamp(coalesce(
            json_extract_scalar(g, '$.segmentEnd'), json_extract_scalar(g, '$.segmentStart'))))),
          t -> t IS NOT NULL))
      END
      ELSE CASE phase WHEN 'end' THEN ended_at ELSE started_at END
    END AS event_at
  FROM (
    SELECT
      *,
      array_max(filter(transform(spoken, g -> try(from_iso8601_timestamp(json_extract_scalar(g, '$.segmentEnd')))), t -> t IS NOT NULL)) AS last_at
    FROM (
      SELECT
        *,
        coalesce(session, body) AS said,
        CASE
          WHEN what IN ('conversation', 'attributes', 'outcome') THEN what
          WHEN kind IN ('acw', 'wrapup') THEN 'user'
          WHEN kind = 'flow.outcome' THEN 'outcome'
          WHEN what = 'piece' THEN split_part(kind, '.', 1)
          WHEN purpose IN ('customer', 'external') THEN 'customer'
          WHEN purpose IN ('agent', 'user') THEN 'user'
          WHEN purpose IN ('ivr', 'botflow', 'workflow') THEN 'flow'
          WHEN purpose IN ('acd', 'voicemail') THEN purpose
        END AS role,
        filter(segments, g -> json_extract_scalar(g, '$.segmentType') <> 'wrapup') AS spoken,
        filter(segments, g -> json_extract_scalar(g, '$.segmentType') = 'wrapup') AS worked
      FROM (
        SELECT
          kind,
          body,
          conversation_id,
          started_at,
          ended_at,
          known_until,
          participant,
          session,
          outcome_of,
          CASE
            WHEN kind IS NOT NULL THEN 'piece'
            WHEN participant IS NULL THEN 'conversation'
            WHEN session IS NULL THEN 'attributes'
            WHEN outcome_of IS NULL THEN 'session'
            ELSE 'outcome'
          END AS what,
          json_extract_scalar(participant, '$.purpose') AS purpose,
          coalesce(TRY_CAST(json_extract(session, '$.segments') AS array(json)), ARRAY[]) AS segments,
          coalesce(TRY_CAST(json_extract(session, '$.metrics') AS array(json)), ARRAY[]) AS metrics
        FROM (
          SELECT
            *,
            array_max(filter(
              ARRAY[started_at, ended_at] || transform(
                flatten(transform(
                  flatten(transform(participants, p -> TRY_CAST(json_extract(p, '$.sessions') AS array(json)))),
                  s -> TRY_CAST(json_extract(s, '$.segments') AS array(json))
                )),
                g -> try(from_iso8601_timestamp(coalesce(json_extract_scalar(g, '$.segmentEnd'), json_extract_scalar(g, '$.segmentStart'))))
              ),
              t -> t IS NOT NULL
            )) AS known_until
          FROM (
            SELECT
              kind,
              body,
              json_extract_scalar(body, '$.conversationId') AS conversation_id,
              CASE WHEN kind IS NULL THEN try(from_iso8601_timestamp(json_extract_scalar(body, '$.conversationStart'))) END AS started_at,
              CASE WHEN kind IS NULL THEN try(from_iso8601_timestamp(json_extract_scalar(body, '$.conversationEnd'))) END AS ended_at,
              CASE WHEN kind IS NULL THEN coalesce(TRY_CAST(json_extract(body, '$.participants') AS array(json)), ARRAY[]) ELSE ARRAY[] END AS participants
            FROM (
              SELECT
                CASE WHEN detail_type LIKE 'v2.detail.events.conversation.{id}.%'
                  THEN substr(detail_type, length('v2.detail.events.conversation.{id}.') + 1) END AS kind,
                json_extract(detail, '$.eventBody') AS body
              FROM {{files}}
              WHERE detail_type LIKE 'v2.detail.events.conversation.{id}.%' OR detail_type = 'v2.analytics.conversations.{id}.details'
            ) AS told
          ) AS parsed
        ) AS dated
        CROSS JOIN UNNEST(participants || ARRAY[CAST(NULL AS json)]) AS each_participant(participant)
        CROSS JOIN UNNEST(coalesce(TRY_CAST(json_extract(participant, '$.sessions') AS array(json)), ARRAY[]) || ARRAY[CAST(NULL AS json)])
          AS each_session(session)
        CROSS JOIN UNNEST(coalesce(TRY_CAST(json_extract(session, '$.flow.outcomes') AS array(json)), ARRAY[]) || ARRAY[CAST(NULL AS json)])
          AS each_outcome(outcome_of)
        WHERE conversation_id IS NOT NULL
      ) AS unfolded
    ) AS placed
  ) AS measured
  CROSS JOIN UNNEST(
    CASE
      WHEN kind IN ('acw', 'wrapup') THEN ARRAY[kind]
      WHEN what = 'piece' THEN ARRAY[coalesce(split_part(kind, '.', 2), '')]
      WHEN what = 'conversation' THEN ARRAY['start', 'end']
      WHEN what = 'session' THEN ARRAY['start', 'end', 'wrapup']
      ELSE ARRAY['']
    END
  ) AS each_phase(phase)
) AS phased
WHERE CASE
  WHEN what = 'piece' THEN event_at IS NOT NULL
  WHEN what = 'conversation' THEN phase = 'start' OR ended_at IS NOT NULL
  WHEN what = 'attributes' THEN json_format(json_extract(participant, '$.attributes')) <> '{}'
  WHEN ends THEN last_at IS NOT NULL AND NOT any_match(spoken, g -> json_extract_scalar(g, '$.segmentEnd') IS NULL)
  WHEN wraps THEN cardinality(worked) > 0
  ELSE role IS NOT NULL
END AND role IS NOT NULL
