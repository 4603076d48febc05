-- Step 5, cells: days beside some that are about to be swapped whose cells change with them: a leg of theirs is in a
-- conference of one of these days, as it stands or as it is built, or a leg of these days lasts into them.
SELECT DISTINCT
  day                            -- tenant-local
FROM
(
  SELECT day
  FROM call_legs
  WHERE tenant_id = {tenant:String}
    AND day IN {beside:Array(Date)}
    AND conference_key IN (
      SELECT conference_key FROM call_legs WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
      UNION ALL
      SELECT conference_key FROM {call_legs:Identifier} WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
    )
  UNION ALL
  SELECT arrayJoin(arrayMap(i -> own_day + i, range(1, toUInt64(greatest(0, last_day - own_day)) + 1))) AS day
  FROM
  (
    SELECT day AS own_day, toDate(toDateTime(intDiv(end_ms - 1, 1000), {zone:String})) AS last_day FROM call_legs WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
    UNION ALL
    SELECT day AS own_day, toDate(toDateTime(intDiv(end_ms - 1, 1000), {zone:String})) AS last_day FROM {call_legs:Identifier} WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
  )
)
ORDER BY day
