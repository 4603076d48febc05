-- Step 5, cells: every local day of which there are legs, or anything that was counted of them; and the first day of each
-- month with cells.
SELECT DISTINCT
  day                            -- tenant-local
FROM
(
  SELECT day FROM call_legs WHERE tenant_id = {tenant:String}
  UNION ALL
  SELECT arrayJoin(arrayMap(i -> own_day + i, range(1, toUInt64(greatest(0, last_day - own_day)) + 1))) AS day -- into which a leg lasts
  FROM (SELECT day AS own_day, toDate(toDateTime(intDiv(end_ms - 1, 1000), {zone:String})) AS last_day FROM call_legs WHERE tenant_id = {tenant:String})
  UNION ALL
  SELECT day FROM graded_legs WHERE tenant_id = {tenant:String}
  UNION ALL
  SELECT day FROM strata WHERE tenant_id = {tenant:String}
  UNION ALL
  SELECT day FROM strata_models WHERE tenant_id = {tenant:String}
  UNION ALL
  SELECT day FROM concurrency WHERE tenant_id = {tenant:String}
  UNION ALL
  SELECT day FROM cube_day WHERE tenant_id = {tenant:String}
  UNION ALL
  SELECT month AS day FROM cube_month WHERE tenant_id = {tenant:String}
)
ORDER BY day
