-- Step 4, conferences: conferences that legs of the day name, each with the conference it is joined to and the end it
-- states itself (of its highest row that states one).
INSERT INTO {joined:Identifier}
SELECT
  {day:Date} AS day,
  considered.subject_key AS conference_key,
  ifNull(labels.label, considered.subject_key) AS canonical,  -- smallest key of what is joined
  ends.end_ms AS end_ms
FROM {considered:Identifier} AS considered
LEFT JOIN {labels:Identifier} AS labels ON labels.subject_key = considered.subject_key
LEFT JOIN
(
  SELECT subject_key, argMax(end_ms, place) AS end_ms
  FROM
  (
    SELECT
      subject_key,
      end_ms,
      record_key,
      rev,
      bitOr(bitShiftLeft(toUInt256(rev), 160), bitOr(bitShiftLeft(toUInt256(config_rev), 128), toUInt256(toUInt128(content_hash)))) AS place  -- in the one order
    FROM observations
    WHERE tenant_id = {tenant:String}
      AND fact_day BETWEEN {first:Date} AND {last:Date}
      AND subject = 'conference'
      AND subject_key IN (SELECT subject_key FROM {considered:Identifier})
    ORDER BY place DESC
    LIMIT 1 BY subject_key, event_key  -- the event's highest version, also where it states no end
  )
  WHERE isNull(record_key) OR (assumeNotNull(record_key), rev) IN (
    SELECT assumeNotNull(record_key), max(rev)
    FROM observations
    WHERE tenant_id = {tenant:String} AND fact_day BETWEEN {first:Date} AND {last:Date} AND isNotNull(record_key)
    GROUP BY record_key
  )  -- of a record only its newest version
  GROUP BY subject_key
) AS ends ON ends.subject_key = considered.subject_key
