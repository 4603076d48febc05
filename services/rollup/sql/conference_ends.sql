-- Step 4, conferences: conferences that legs of the days name, each with the conference it is joined to and the end it
-- states itself (of its highest row that states one).
INSERT INTO {joined:Identifier}
SELECT
  considered.day AS day,
  considered.subject_key AS conference_key,
  ifNull(labels.label, considered.subject_key) AS canonical,  -- smallest key of what is joined
  ends.end_ms AS end_ms
FROM {considered:Identifier} AS considered
LEFT JOIN {labels:Identifier} AS labels ON labels.day = considered.day AND labels.subject_key = considered.subject_key
LEFT JOIN
(
  SELECT day, subject_key, argMax(end_ms, place) AS end_ms
  FROM
  (
    SELECT
      named.day AS day,
      observations.subject_key AS subject_key,
      end_ms,
      record_key,
      rev,
      bitOr(bitShiftLeft(toUInt256(rev), 160), bitOr(bitShiftLeft(toUInt256(config_rev), 128), toUInt256(toUInt128(content_hash)))) AS place  -- in the one order
    FROM observations
    INNER JOIN {considered:Identifier} AS named ON named.subject_key = observations.subject_key
    WHERE tenant_id = {tenant:String}
      AND fact_day IN {fact_days:Array(Date)}
      AND fact_day BETWEEN named.day - {before:UInt8} AND named.day + {after:UInt8}
      AND subject = 'conference'
    ORDER BY place DESC
    LIMIT 1 BY named.day, observations.subject_key, event_key  -- the event's highest version, also where it states no end
  )
  WHERE isNull(record_key) OR (day, assumeNotNull(record_key), rev) IN (
    SELECT seen_from, assumeNotNull(record_key), max(rev)
    FROM observations
    ARRAY JOIN arrayFilter(d -> fact_day BETWEEN d - {before:UInt8} AND d + {after:UInt8}, {days:Array(Date)}) AS seen_from
    WHERE tenant_id = {tenant:String} AND fact_day IN {fact_days:Array(Date)} AND isNotNull(record_key)
    GROUP BY seen_from, record_key
  )  -- of a record only its newest version
  GROUP BY day, subject_key
) AS ends ON ends.day = considered.day AND ends.subject_key = considered.subject_key
