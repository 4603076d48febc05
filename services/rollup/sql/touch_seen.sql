-- Step 1, touch: what has been stored lately, by fact day, so that days in which nothing is new are left out. Equal
-- fingerprints: the same rows.
SELECT
  fact_day AS day,
  countIf(ingested_at > fromUnixTimestamp64Milli({watermark_ms:Int64})) AS fresh,  -- rows since the watermark
  toString(sumDistinct(cityHash64(content_hash))) AS since_last,  -- of rows that the last run could see
  toString(sumDistinctIf(cityHash64(content_hash), ingested_at >= fromUnixTimestamp64Milli({next_ms:Int64}))) AS since_next -- of rows that the next run will compare
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day IN {days:Array(Date)}
  AND ingested_at >= fromUnixTimestamp64Milli({since_ms:Int64})
GROUP BY fact_day
ORDER BY fact_day
