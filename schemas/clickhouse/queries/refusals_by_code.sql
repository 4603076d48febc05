-- What was refused of each source of a tenant by reason, and by which deliveries it can be found, over all that is kept of
-- intake. FINAL: a cluster may deliver an intake row twice.
SELECT
  source_id,                                  -- slug of the source
  code,                                       -- why (schemas/refusals.ts)
  sum(of_code) AS refusals,                   -- records that were refused for it
  count() AS in_deliveries,                   -- deliveries that held one
  max(hour_ms) AS last_hour_ms,               -- receipt of the last of them, cut to the hour, ms since 1970 UTC
  arrayMap(one -> one.2, groupArraySorted(3)((-hour_ms, toString(delivery_id)))) AS last_deliveries -- the newest, newest first
FROM intake FINAL
ARRAY JOIN
  mapKeys(refused_by_code) AS code,
  mapValues(refused_by_code) AS of_code
WHERE tenant_id = {tenant:String}
GROUP BY source_id, code
ORDER BY source_id, refusals DESC, code
