-- How complete the data of some days are. FINAL: a cluster may deliver an intake row twice.
SELECT
  day,                          -- local day of the legs, UTC day of the records
  sum(d.legs) AS legs,          -- legs that start on it
  sum(d.imputed) AS imputed,    -- of which nobody said when they ended
  sum(d.records) AS records,    -- received on it
  sum(d.accepted) AS accepted   -- of which were understood
FROM
(
  SELECT day, legs, imputed, 0 AS records, 0 AS accepted
  FROM leg_health
  WHERE tenant_id = {tenant:String} AND day BETWEEN {first:Date} AND {last:Date}
  UNION ALL
  SELECT day, 0, 0, records, accepted
  FROM intake FINAL
  WHERE tenant_id = {tenant:String} AND day BETWEEN {first:Date} AND {last:Date}
) AS d
GROUP BY day
ORDER BY day
