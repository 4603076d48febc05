-- Steps 3 and 4 together: the days' legs as they will stand, with their conference, and with an end where none was told:
-- the end of the conference, else 60 s after the last observation; at most 24 h after the start. No ORDER BY: the table puts
-- them in order anyway, and reading in order merges row by row.
INSERT INTO {call_legs:Identifier}
SELECT
  legs.* REPLACE (
    known.conference AS conference_key,
    if(isNull(known.conference), NULL, known.how) AS conference_by,
    if(ifNull(known.lasts, false), least(assumeNotNull(known.conference_end), start_ms + 86400000), end_ms) AS end_ms,
    if(ifNull(known.lasts, false), 'conference', end_by) AS end_by,
    if(ifNull(known.lasts, false), least(assumeNotNull(known.conference_end), start_ms + 86400000) - start_ms, duration_ms) AS duration_ms
  )
FROM {legs:Identifier} AS legs
LEFT JOIN
(
  SELECT
    universe.day AS of_day,
    universe.leg_key AS of_leg,
    universe.conference_key AS conference,
    toString(how) AS how,
    ifNull(ends.conference_end, 0) AS conference_end,
    NOT told AND ifNull(ends.conference_end, 0) > known_end_ms AS lasts  -- the conference goes on after the last that was heard of the leg
  FROM {universe:Identifier} AS universe
  LEFT JOIN (SELECT day, conference_key, max(end_ms) AS conference_end FROM {ends:Identifier} GROUP BY day, conference_key) AS ends
    ON ends.day = universe.day AND ends.conference_key = universe.conference_key
  WHERE building AND universe.day IN {days:Array(Date)}
) AS known ON known.of_day = legs.day AND known.of_leg = legs.leg_key
WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
