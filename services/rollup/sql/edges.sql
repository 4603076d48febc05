-- Step 2, link: keys that two or more of the subjects in hand share. Tombstones count: their links remove as well.
WITH edges AS
(
  SELECT arrayJoin(arrayPushBack(links, subject_key)) AS k, subject_key, fact_day
  FROM observations
  WHERE tenant_id = {tenant:String}
    AND fact_day BETWEEN {first:Date} AND {last:Date}
    AND subject = {subject:String}
    AND subject_key IN (SELECT subject_key FROM {considered:Identifier})
)
SELECT
  groupUniqArray((toString(subject_key), toUInt32(fact_day))) AS nodes  -- subject and day (since 1970) of its rows with the key
FROM edges
WHERE k IN (SELECT k FROM edges GROUP BY k HAVING min(subject_key) != max(subject_key))
GROUP BY k
