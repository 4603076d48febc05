-- How many legs each source had on each day: of the month, and of the days before it.
SELECT
  source_id AS source, -- slug
  h.day AS day,        -- tenant-local day
  sum(h.legs) AS legs  -- legs
FROM leg_health AS h
WHERE h.tenant_id = {tenant:String}
  AND h.day BETWEEN {from:Date} AND {last:Date}
GROUP BY h.source_id, h.day
ORDER BY source, day
