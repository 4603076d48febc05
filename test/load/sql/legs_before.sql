-- Legs of the days of the history that rollup does not build here: those of a day that it has built, moved.
INSERT INTO call_legs
SELECT
  * EXCEPT (back) REPLACE (
    day - back AS day,
    reinterpretAsUUID(bitXor(toUInt128(leg_key), toUInt128(back))) AS leg_key,
    start_ms - back * 86400000 AS start_ms,
    answer_ms - back * 86400000 AS answer_ms,
    end_ms - back * 86400000 AS end_ms,
    known_end_ms - back * 86400000 AS known_end_ms
  )
FROM
(
  SELECT
    *,
    arrayJoin(range({from:UInt16}, {until:UInt16})) AS back -- days before
  FROM call_legs
  WHERE tenant_id = {tenant:String} AND day = {day:Date}
)
