-- Whether a staging table has content for a day: without it the day's partition is dropped, because a partition cannot
-- be replaced from one that is not there.
SELECT
  count() > 0 AS filled -- at least one row
FROM {staging:Identifier}
WHERE tenant_id = {tenant:String} AND day = {day:Date}
