-- Step 2, link: the subjects that may be a leg of one of the days, because one of their rows (any version) is anchored in
-- it.
INSERT INTO {considered:Identifier}
SELECT DISTINCT
  span.1 AS day,                 -- local, that is being built
  subject_key                    -- whatever is linked to it follows (partners.sql)
FROM observations
ARRAY JOIN arrayFilter(
  part -> ifNull(coalesce(start_ms, end_ms - duration_ms, event_ms) >= part.2 AND coalesce(start_ms, end_ms - duration_ms, event_ms) < part.3, false),
  arrayZip({days:Array(Date)}, {from_ms:Array(Int64)}, {until_ms:Array(Int64)})
) AS span
WHERE tenant_id = {tenant:String}
  AND fact_day IN {fact_days:Array(Date)}
  AND subject = 'leg'
  AND fact_day BETWEEN span.1 - {before:UInt8} AND span.1 + {after:UInt8}
