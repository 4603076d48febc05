-- What arrived from each source of a tenant since a day, and how much of it was refused or came too late: whether
-- something is wrong with a source now (services/web/pages/office/unusual.ts).
SELECT
  source_id,                        -- slug of the source
  sum(r.records) AS all_records,    -- = accepted + refused
  sum(r.refused) AS not_accepted,   -- records that were not understood
  sum(r.observations) AS stored,    -- rows stored of the others
  sum(r.late) AS came_late,         -- observations that arrived more than a day after their own had ended
  sum(r.after_seal) AS came_after_seal, -- observations of months that had been published and were not frozen
  sum(r.frozen) AS came_after_freeze -- observations of frozen days
FROM
(
  SELECT source_id, records, refused, observations, 0 AS late, 0 AS after_seal, 0 AS frozen
  FROM intake FINAL
  WHERE tenant_id = {tenant:String} AND day >= {since:Date}
  UNION ALL
  SELECT source_id, 0, 0, 0, late, after_seal, frozen
  FROM arrival_health FINAL
  WHERE tenant_id = {tenant:String} AND day >= {since:Date}
) AS r
GROUP BY source_id
ORDER BY source_id
