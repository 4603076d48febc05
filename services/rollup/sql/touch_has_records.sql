-- Step 1, touch: whether new observations are versions of a record.
SELECT
  count() AS rows
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day IN {days:Array(Date)}
  AND ingested_at >= fromUnixTimestamp64Milli({since_ms:Int64})
  AND isNotNull(record_key)
