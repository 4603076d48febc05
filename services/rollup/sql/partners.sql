-- Step 2, link: subjects that share a key with those in hand. One round; the next one starts from what this one found.
INSERT INTO {considered:Identifier}
SELECT DISTINCT
  keys.day AS day,               -- that is being built
  others.subject_key AS subject_key  -- not in hand yet
FROM
(
  SELECT fact_day, subject_key, arrayJoin(arrayPushBack(links, subject_key)) AS k
  FROM observations
  WHERE tenant_id = {tenant:String}
    AND fact_day IN {fact_days:Array(Date)}
    AND subject = {subject:String}
) AS others
INNER JOIN {keys:Identifier} AS keys ON keys.k = others.k
WHERE others.fact_day BETWEEN keys.day - {before:UInt8} AND keys.day + {after:UInt8}
  AND (keys.day, others.subject_key) NOT IN (SELECT day, subject_key FROM {considered:Identifier})
