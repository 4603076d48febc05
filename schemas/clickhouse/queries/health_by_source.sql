-- How sound the legs of each source of a tenant are, over all that is kept of the counters.
SELECT
  source_id,                            -- slug of the source
  sum(h.legs) AS legs,                  -- participations that begin with a record of it
  sum(h.capped) AS capped,              -- longer than 24 h, cut
  sum(h.imputed) AS imputed,            -- without a stated end
  sum(h.orphan) AS orphan,              -- of no conference
  sum(h.link_too_wide) AS link_too_wide, -- subjects linked with too many others
  sum(h.beyond_leg) AS beyond_leg,      -- observations too late after their leg's start
  sum(h.unattached) AS unattached,      -- observations of which no leg came
  sum(h.late) AS late,                  -- observations that arrived more than a day after their own had ended
  sum(h.frozen) AS frozen,              -- observations of frozen days
  sum(h.after_seal) AS after_seal       -- observations of months that had been published and were not frozen
FROM
(
  SELECT source_id, legs, capped, imputed, orphan, link_too_wide, beyond_leg, unattached, 0 AS late, 0 AS frozen, 0 AS after_seal
  FROM leg_health
  WHERE tenant_id = {tenant:String}
  UNION ALL
  SELECT source_id, 0, 0, 0, 0, 0, 0, 0, late, frozen, after_seal
  FROM arrival_health FINAL
  WHERE tenant_id = {tenant:String}
) AS h
GROUP BY source_id
ORDER BY source_id
