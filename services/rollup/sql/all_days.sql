-- Every local day in which a leg may start, and every day that has legs: what a full rebuild is of.
SELECT DISTINCT
  day                            -- tenant-local
FROM
(
  SELECT toDate(toDateTime(intDiv(assumeNotNull(coalesce(start_ms, end_ms - duration_ms, event_ms)), 1000), {zone:String})) AS day
  FROM observations
  WHERE tenant_id = {tenant:String} AND subject = 'leg' AND isNotNull(event_ms)
  UNION ALL
  SELECT day FROM call_legs WHERE tenant_id = {tenant:String}
)
ORDER BY day
