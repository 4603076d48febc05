-- Step 2, link: keys that two or more of the subjects in hand for a day share. Tombstones count: their links remove as well.
WITH edges AS
(
  SELECT considered.day AS day, arrayJoin(arrayPushBack(links, observations.subject_key)) AS k, observations.subject_key AS subject_key, fact_day
  FROM observations
  INNER JOIN {considered:Identifier} AS considered ON considered.subject_key = observations.subject_key
  WHERE tenant_id = {tenant:String}
    AND fact_day IN {fact_days:Array(Date)}
    AND subject = {subject:String}
    AND fact_day BETWEEN considered.day - {before:UInt8} AND considered.day + {after:UInt8}
)
SELECT
  day,
  groupUniqArray((toString(subject_key), toUInt32(fact_day))) AS nodes  -- subject and day (since 1970) of its rows with the key
FROM edges
WHERE (day, k) IN (SELECT day, k FROM edges GROUP BY day, k HAVING min(subject_key) != max(subject_key))
GROUP BY day, k
ORDER BY day
