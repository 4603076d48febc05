-- How many rows are stored of each UTC day of facts, as the engine's parts say it: repeats that are not merged yet count too.
SELECT
  toDate(extract(partition, ',\'([0-9-]+)\'')) AS day,  -- fact day
  sum(rows) AS rows
FROM system.parts
WHERE database = currentDatabase()
  AND table = 'observations'
  AND active
  AND startsWith(partition, concat('(\'', {tenant:String}, '\','))
GROUP BY day
ORDER BY day
