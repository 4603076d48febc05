-- How sound the legs of these days are: as those of the day from which they were moved.
INSERT INTO leg_health
SELECT
  * EXCEPT (to_day) REPLACE (
    to_day AS day,
    hour_ms + (toInt64(toUInt16(to_day)) - toUInt16(day)) * 86400000 AS hour_ms,
    legs * {copies:UInt32} AS legs,
    capped * {copies:UInt32} AS capped,
    imputed * {copies:UInt32} AS imputed,
    orphan * {copies:UInt32} AS orphan
  )
FROM
(
  SELECT *, arrayJoin({days:Array(Date)}) AS to_day
  FROM leg_health
  WHERE tenant_id = {tenant:String} AND day = {day:Date}
)
