-- Step 4, conferences: when conferences that share a key were going on, in the window of one day, by what was observed
-- of them, and by observations of legs that name them. Only by what counts: the highest version of each event, of the
-- newest version of its record; and by no leg of an erased person, because the sweep deletes it.
SELECT
  toString(conference) AS conference,
  min(from_ms) AS from_ms,
  max(until_ms) AS until_ms
FROM
(
  SELECT
    if(subject = 'conference', subject_key, assumeNotNull(in_conference)) AS conference,
    arrayMin(arrayFilter(ms -> isNotNull(ms), [start_ms, event_ms, end_ms])) AS from_ms,
    arrayMax(arrayFilter(ms -> isNotNull(ms), [start_ms, event_ms, end_ms])) AS until_ms
  FROM
  (
    SELECT
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
    WHERE tenant_id = {tenant:String}
      AND fact_day BETWEEN {first:Date} AND {last:Date}
      AND isNotNull(event_ms)
      AND (subject, subject_key) IN (
        SELECT subject, subject_key
        FROM observations
        WHERE tenant_id = {tenant:String}
          AND fact_day BETWEEN {first:Date} AND {last:Date}
          AND if(subject = 'conference', subject_key, in_conference) IN (SELECT subject_key FROM {considered:Identifier} WHERE day = {day:Date})
      )
      AND (subject, subject_key) NOT IN (
        SELECT subject, subject_key
        FROM observations
        WHERE tenant_id = {tenant:String} AND fact_day BETWEEN {first:Date} AND {last:Date} AND mark = 'erased'
      )
    ORDER BY place DESC
    LIMIT 1 BY subject, subject_key, event_key
  )
  WHERE if(subject = 'conference', subject_key, in_conference) IN (SELECT subject_key FROM {considered:Identifier} WHERE day = {day:Date})
    AND NOT (subject = 'leg' AND isNull(start_ms) AND ifNull(event_ms > end_ms - duration_ms + 172800000, false))  -- beyond its leg
    AND (isNull(record_key) OR (assumeNotNull(record_key), rev) IN (
    SELECT assumeNotNull(record_key), max(rev)
    FROM observations
    WHERE tenant_id = {tenant:String} AND fact_day BETWEEN {first:Date} AND {last:Date} AND isNotNull(record_key)
    GROUP BY record_key
  ))
)
GROUP BY conference
