-- The days among some whose legs rollup may not have counted to the end: an observation that decides about them was
-- stored after its last run, or so shortly before that the run may have missed it.
SELECT
  asked AS day -- tenant-local
FROM
(
  SELECT arrayJoin({days:Array(Date)}) AS asked
) AS days
CROSS JOIN
(
  SELECT DISTINCT fact_day
  FROM observations
  WHERE tenant_id = {tenant:String} AND ingested_at >= fromUnixTimestamp64Milli({since_ms:Int64})
) AS fresh
WHERE fact_day BETWEEN asked - {before:UInt8} AND asked + {after:UInt8}
GROUP BY asked
ORDER BY asked
