-- Step 1, touch: what new observations are about.
INSERT INTO {touched:Identifier}
SELECT DISTINCT
  subject,                       -- leg or conference
  subject_key
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day IN {days:Array(Date)}
  AND ingested_at >= fromUnixTimestamp64Milli({since_ms:Int64})
