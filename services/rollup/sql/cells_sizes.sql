-- Step 5, cells: how many legs there are of each day of a month, which says how many days are counted at once.
SELECT
  day,                           -- tenant-local
  count() AS legs
FROM call_legs
WHERE tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date}
GROUP BY day
