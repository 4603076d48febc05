-- Step 3, legs: what decides which rows count, of all subjects in hand for a day, in its window; one narrow row an
-- observation and day. What counts is then decided from memory (excluded_versions.sql, excluded_records.sql, opened.sql).
INSERT INTO {rows:Identifier}
SELECT
  own.day AS day,                                                             -- that is being built
  observations.subject_key AS subject_key,
  if(isNull(own.label), observations.subject_key, own.label) AS label,  -- same label: same leg (its value means nothing)
  event_key,
  bitOr(bitShiftLeft(toUInt256(rev), 160), bitOr(bitShiftLeft(toUInt256(config_rev), 128), toUInt256(toUInt128(content_hash)))) AS place, -- in the one order
  rev,
  record_key,
  fact_day,
  coalesce(start_ms, end_ms - duration_ms, event_ms) AS anchor,               -- NULL in a tombstone
  event_ms,
  isNotNull(start_ms) AS begins,                                              -- it states its leg's start: then it is of that leg, however late it is told
  isNull(start_ms) AND event_ms > end_ms - duration_ms + 172800000 AS beyond, -- more than 48 h after the start it lets count back; NULL: none
  ifNull(mark = 'erased', false) AS erased,
  source_id
FROM observations
INNER JOIN
(
  SELECT considered.day AS day, considered.subject_key AS subject_key, labels.label AS label
  FROM {considered:Identifier} AS considered
  LEFT JOIN {labels:Identifier} AS labels ON labels.day = considered.day AND labels.subject_key = considered.subject_key
) AS own ON own.subject_key = observations.subject_key
WHERE tenant_id = {tenant:String}
  AND fact_day IN {fact_days:Array(Date)}
  AND subject = 'leg'
  AND fact_day BETWEEN own.day - {before:UInt8} AND own.day + {after:UInt8}
