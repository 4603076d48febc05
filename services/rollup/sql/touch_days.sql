-- Step 1, touch: local days in which a touched leg may start now (any anchor of any version of its rows), in which it
-- stands in call_legs, in which a touched conference was going on, and in which legs of its name stand.
SELECT DISTINCT
  day                            -- tenant-local
FROM
(
  SELECT arrayJoin(arrayDistinct(arrayMap(
    ms -> toDate(toDateTime(intDiv(assumeNotNull(ms), 1000), {zone:String})),
    arrayFilter(ms -> isNotNull(ms), if(subject = 'leg', [coalesce(start_ms, end_ms - duration_ms, event_ms)], [start_ms, event_ms, end_ms]))
  ))) AS day
  FROM observations
  WHERE tenant_id = {tenant:String}
    AND fact_day IN {days:Array(Date)}
    AND (subject, subject_key) IN (SELECT subject, subject_key FROM {touched:Identifier})
  UNION ALL
  SELECT day
  FROM call_legs
  WHERE tenant_id = {tenant:String}
    AND day IN {days:Array(Date)}
    AND leg_key IN (SELECT subject_key FROM {touched:Identifier} WHERE subject = 'leg')
  UNION ALL
  SELECT day
  FROM call_legs
  WHERE tenant_id = {tenant:String}
    AND day IN {days:Array(Date)}
    AND conference_by = 'derived'
    AND name_key IN (
      SELECT name_key
      FROM observations
      WHERE tenant_id = {tenant:String}
        AND fact_day IN {days:Array(Date)}
        AND subject = 'conference'
        AND isNotNull(name_key)
        AND (subject, subject_key) IN (SELECT subject, subject_key FROM {touched:Identifier})
    )
    AND day IN {near:Array(Date)}
)
ORDER BY day
