-- Step 2, link: the subjects that may be a leg of the day, because one of their rows (any version) is anchored in it.
INSERT INTO {considered:Identifier}
SELECT DISTINCT
  subject_key                    -- whatever is linked to it follows (partners.sql)
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day BETWEEN {first:Date} AND {last:Date}
  AND subject = 'leg'
  AND coalesce(start_ms, end_ms - duration_ms, event_ms) >= {from_ms:Int64}
  AND coalesce(start_ms, end_ms - duration_ms, event_ms) < {until_ms:Int64}
