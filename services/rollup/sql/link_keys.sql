-- Step 2, link: every key by which the subjects in hand can be joined to another one: their own and their links.
INSERT INTO {keys:Identifier}
SELECT DISTINCT
  arrayJoin(arrayPushBack(links, subject_key)) AS k  -- own key or link
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day BETWEEN {first:Date} AND {last:Date}
  AND subject = {subject:String}
  AND subject_key IN (SELECT subject_key FROM {considered:Identifier})
