-- What the days' legs say about the health of the data, by source and hour.
INSERT INTO {leg_health:Identifier}
SELECT
  {tenant:String} AS tenant_id,
  day,
  hour_ms,
  source_id,
  sum(legs) AS legs,
  sum(capped) AS capped,
  sum(imputed) AS imputed,
  sum(orphan) AS orphan,
  sum(wide) AS link_too_wide,
  sum(beyond) AS beyond_leg,
  sum(unattached) AS unattached
FROM
(
  SELECT
    day,
    intDiv(start_ms, 3600000) * 3600000 AS hour_ms,
    toString(source_id) AS source_id,
    toUInt64(1) AS legs,
    toUInt64(capped) AS capped,
    toUInt64(end_by IN ('conference', 'observed')) AS imputed,
    toUInt64(isNull(conference_key)) AS orphan,
    toUInt64(0) AS wide,
    toUInt64(0) AS beyond,
    toUInt64(0) AS unattached
  FROM {call_legs:Identifier}
  WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
  UNION ALL
  SELECT day, hour_ms, source_id, 0, 0, 0, 0, wide, beyond, unattached
  FROM {uncounted:Identifier}
  WHERE day IN {days:Array(Date)} AND wide + beyond + unattached > 0
)
GROUP BY day, hour_ms, source_id
ORDER BY day, hour_ms, source_id
