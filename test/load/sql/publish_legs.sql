-- Legs of days that rollup does not build here: those of a day that it has built, moved there, some copies of each. Every
-- copy is another leg of another conference. Persons and rooms are others in each copy, and come back every day with what
-- they use. One leg of fifty was not answered, one of a hundred was dropped.
INSERT INTO call_legs
SELECT
  * EXCEPT (to_day, copy, moved_ms, dice, whose) REPLACE (
    to_day AS day,
    reinterpretAsUUID(sipHash128('leg', leg_key, to_day, copy)) AS leg_key,
    if(isNull(conference_key), NULL, reinterpretAsUUID(sipHash128('conference', assumeNotNull(conference_key), to_day, copy))) AS conference_key,
    if(isNull(person_key), NULL, reinterpretAsUUID(sipHash128('person', assumeNotNull(person_key), copy))) AS person_key,
    if(isNull(room_id), NULL, concat(room_id, '-', toString(copy))) AS room_id,
    if(isNull(room_id), site, ['utrecht', 'groningen', 'delft'][1 + whose % 3]) AS site,
    if(isNull(room_id), ['wired', 'wifi', 'wifi', 'vpn'][1 + whose % 4], 'wired') AS network,
    ['udp', 'udp', 'tcp', 'tls'][1 + intDiv(whose, 4) % 4] AS transport,
    start_ms + moved_ms AS start_ms,
    answer_ms + moved_ms AS answer_ms,
    if(dice < 20, start_ms, end_ms) + moved_ms AS end_ms,
    if(dice < 20, start_ms, known_end_ms) + moved_ms AS known_end_ms,
    if(dice < 20, 0, duration_ms) AS duration_ms,
    multiIf(dice < 20, 'no_answer', dice < 30, 'media_network', end_class) AS end_class
  )
FROM
(
  SELECT
    *,
    arrayJoin({days:Array(Date)}) AS to_day,
    arrayJoin(range({copies:UInt32})) AS copy,
    (toInt64(toUInt16(to_day)) - toUInt16(day)) * 86400000 AS moved_ms,
    cityHash64(leg_key, to_day, copy) % 1000 AS dice,
    cityHash64(coalesce(toString(room_id), toString(person_key), toString(leg_key)), copy) AS whose -- room, else person
  FROM call_legs
  WHERE tenant_id = {tenant:String} AND day = {day:Date}
)
