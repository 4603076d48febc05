-- Step 1, touch: days of observations that were written to since the watermark. Merging rewrites parts as well, so this
-- may name a day without a new row; it never misses one.
SELECT DISTINCT
  toDate(extract(partition, ',\'([0-9-]+)\'')) AS day  -- fact day
FROM system.parts
WHERE database = currentDatabase()
  AND table = 'observations'
  AND active
  AND startsWith(partition, concat('(\'', {tenant:String}, '\','))
  AND modification_time >= fromUnixTimestamp(intDiv({since_ms:Int64}, 1000))
ORDER BY day
