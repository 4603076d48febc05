-- What arrived from each source of a tenant, over all that is kept of intake (invariant I4). FINAL: a cluster may
-- deliver an intake row twice.
SELECT
  source_id,                                   -- slug of the source
  count() AS deliveries,                       -- requests and chunks of files
  max(hour_ms) AS last_hour_ms,                -- receipt of the last of them, cut to the hour, ms since 1970 UTC
  sum(records) AS records,                     -- = accepted + refused
  sum(accepted) AS accepted,                   -- records that were understood
  sum(refused) AS refused,                     -- records that were not
  sumMap(refused_by_code) AS refused_by_code,  -- how many for which reason
  sum(observations) AS observations,           -- rows stored
  sum(dropped) AS dropped,                     -- accepted records of which nothing is stored
  sum(erased) AS erased,                       -- tombstones among the observations
  sum(objected) AS objected,                   -- observations without their person
  sum(ignored) AS ignored                      -- values that were not read
FROM intake FINAL
WHERE tenant_id = {tenant:String}
GROUP BY source_id
ORDER BY source_id
SETTINGS prefer_column_name_to_alias = 1       -- sum(records) is of the column, not of the sum of the same name
