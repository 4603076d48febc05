-- Step 4, conferences: days around those being built in which a leg's conference or imputed end is no longer what it was.
SELECT DISTINCT
  day
FROM
(
  SELECT
    universe.day AS day,
    conference_key,
    stored_key,
    stored_end_ms,
    told,
    known_end_ms,
    if(ends.end_ms > known_end_ms, least(ends.end_ms, start_ms + 86400000), least(known_end_ms + 60000, start_ms + 86400000)) AS end_ms
  FROM {universe:Identifier} AS universe
  LEFT JOIN (SELECT day, conference_key, max(end_ms) AS end_ms FROM {ends:Identifier} GROUP BY day, conference_key) AS ends
    ON ends.day = universe.day AND ends.conference_key = universe.conference_key
  WHERE NOT building
    AND (
      conference_key IN (SELECT conference_key FROM {universe:Identifier} WHERE building)
      OR stored_key IN (SELECT conference_key FROM call_legs WHERE tenant_id = {tenant:String} AND day IN {built:Array(Date)} AND isNotNull(conference_key))
    )
)
WHERE conference_key != stored_key OR (NOT told AND end_ms != stored_end_ms)
ORDER BY day
