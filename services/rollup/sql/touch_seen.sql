-- Step 1, touch: how much is new, so that a run that would do what the last one did is left out.
SELECT
  count() AS rows,                                                                        -- rows since the watermark less the overlap
  countIf(ingested_at > fromUnixTimestamp64Milli({until_ms:Int64})) AS fresh,             -- rows since the watermark
  toUnixTimestamp64Milli(max(ingested_at)) AS newest_ms,
  groupBitXor(cityHash64(subject_key, event_key, content_hash)) AS fingerprint
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day IN {days:Array(Date)}
  AND ingested_at >= fromUnixTimestamp64Milli({since_ms:Int64})
