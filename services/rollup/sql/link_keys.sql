-- Step 2, link: every key by which the subjects in hand can be joined to another one: their own and their links.
INSERT INTO {keys:Identifier}
SELECT DISTINCT
  considered.day AS day,         -- that is being built
  arrayJoin(arrayPushBack(links, observations.subject_key)) AS k  -- own key or link
FROM observations
INNER JOIN {considered:Identifier} AS considered ON considered.subject_key = observations.subject_key
WHERE tenant_id = {tenant:String}
  AND fact_day IN {fact_days:Array(Date)}
  AND subject = {subject:String}
  AND considered.day IN {days:Array(Date)}
  AND fact_day BETWEEN considered.day - {before:UInt8} AND considered.day + {after:UInt8}
