-- Step 3, legs: what decides which rows count, of all subjects in hand, in the window of the day; one narrow row an
-- observation. What counts is then decided from memory (excluded.sql, opened.sql).
INSERT INTO {rows:Identifier}
SELECT
  observations.subject_key AS subject_key,
  if(isNull(labels.label), observations.subject_key, labels.label) AS label,  -- same label: same leg (its value means nothing)
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
LEFT JOIN {labels:Identifier} AS labels ON labels.subject_key = observations.subject_key
WHERE tenant_id = {tenant:String}
  AND fact_day BETWEEN {first:Date} AND {last:Date}
  AND subject = 'leg'
  AND observations.subject_key IN (SELECT subject_key FROM {considered:Identifier})
