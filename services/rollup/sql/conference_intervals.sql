-- Step 4, conferences: when conferences that share a key were going on, by what was observed of them and of legs that
-- name them; and the end they state.
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
  FROM observations
  WHERE tenant_id = {tenant:String}
    AND fact_day BETWEEN {first:Date} AND {last:Date}
    AND isNotNull(event_ms)
    AND if(subject = 'conference', subject_key, in_conference) IN (SELECT subject_key FROM {considered:Identifier})
)
GROUP BY conference
