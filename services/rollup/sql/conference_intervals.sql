-- Step 4, conferences: when conferences that share a key were going on, each day in its own window, by what was observed
-- of them, and by observations of legs that name them. Only by what counts: the highest version of each event, of the
-- newest version of its record; and by no leg of an erased person, because the sweep deletes it.
SELECT
  day,                                     -- that is being built
  toString(conference) AS conference,      -- its key
  min(from_ms) AS from_ms,                 -- earliest moment that is told of it, ms UTC
  max(until_ms) AS until_ms                -- latest
FROM
(
  SELECT
    day,
    if(subject = 'conference', subject_key, assumeNotNull(in_conference)) AS conference,
    arrayMin(arrayFilter(ms -> isNotNull(ms), [start_ms, event_ms, end_ms])) AS from_ms,
    arrayMax(arrayFilter(ms -> isNotNull(ms), [start_ms, event_ms, end_ms])) AS until_ms
  FROM
  (
    SELECT
      day,
      subject,
      subject_key,
      in_conference,
      event_ms,
      start_ms,
      end_ms,
      duration_ms,
      record_key,
      rev,
      bitOr(bitShiftLeft(toUInt256(rev), 160), bitOr(bitShiftLeft(toUInt256(config_rev), 128), toUInt256(toUInt128(content_hash)))) AS place  -- in the one order
    FROM observations
    ARRAY JOIN arrayFilter(d -> fact_day BETWEEN d - {before:UInt8} AND d + {after:UInt8}, {days:Array(Date)}) AS day
    WHERE tenant_id = {tenant:String}
      AND fact_day IN {fact_days:Array(Date)}
      AND isNotNull(event_ms)
      AND (day, subject, subject_key) IN (
        SELECT considered.day, subject, observations.subject_key
        FROM observations
        INNER JOIN {considered:Identifier} AS considered ON considered.subject_key = if(subject = 'conference', observations.subject_key, in_conference)
        WHERE tenant_id = {tenant:String}
          AND fact_day IN {fact_days:Array(Date)}
          AND fact_day BETWEEN considered.day - {before:UInt8} AND considered.day + {after:UInt8}
      )
      AND (day, subject, subject_key) NOT IN (
        SELECT day, subject, subject_key
        FROM observations
        ARRAY JOIN arrayFilter(d -> fact_day BETWEEN d - {before:UInt8} AND d + {after:UInt8}, {days:Array(Date)}) AS day
        WHERE tenant_id = {tenant:String} AND fact_day IN {fact_days:Array(Date)} AND mark = 'erased'
      )
    ORDER BY place DESC
    LIMIT 1 BY day, subject, subject_key, event_key
  )
  WHERE (day, if(subject = 'conference', subject_key, in_conference)) IN (SELECT day, toNullable(subject_key) FROM {considered:Identifier})
    AND NOT (subject = 'leg' AND isNull(start_ms) AND ifNull(event_ms > end_ms - duration_ms + 172800000, false))  -- beyond its leg
    AND (isNull(record_key) OR (day, assumeNotNull(record_key), rev) IN (
    SELECT day, assumeNotNull(record_key), max(rev)
    FROM observations
    ARRAY JOIN arrayFilter(d -> fact_day BETWEEN d - {before:UInt8} AND d + {after:UInt8}, {days:Array(Date)}) AS day
    WHERE tenant_id = {tenant:String} AND fact_day IN {fact_days:Array(Date)} AND isNotNull(record_key)
    GROUP BY day, record_key
  ))
)
GROUP BY day, conference
