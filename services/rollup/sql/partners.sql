-- Step 2, link: subjects that share a key with those in hand. One round; the next one starts from what this one found.
INSERT INTO {considered:Identifier}
SELECT DISTINCT
  subject_key                    -- not in hand yet
FROM
(
  SELECT subject_key, arrayJoin(arrayPushBack(links, subject_key)) AS k
  FROM observations
  WHERE tenant_id = {tenant:String}
    AND fact_day BETWEEN {first:Date} AND {last:Date}
    AND subject = {subject:String}
    AND subject_key NOT IN (SELECT subject_key FROM {considered:Identifier})
)
WHERE k IN (SELECT k FROM {keys:Identifier})
