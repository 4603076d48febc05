-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Step 3, legs: the leg of each label that can be of a day: it opens at the last anchor before the day's end that
-- follows more than 48 h of silence. Erased ones have none.
INSERT INTO {opened:Identifier}
SELECT
  day,
  label,
  opening_ms                     -- the leg's first anchor; its rows lie within 48 h of it
FROM
(
  SELECT
    day,
    label,
    {from_ms:Array(Int64)}[indexOf({days:Array(Date)}, day)] AS day_from,
    {until_ms:Array(Int64)}[indexOf({days:Array(Date)}, day)] AS day_until,
    arraySort(groupArrayIf(assumeNotNull(anchor), isNotNull(anchor) AND NOT ifNull(beyond, false))) AS anchors,
    arrayFilter((x, i, step) -> i = 1 OR step > 172800000, anchors, arrayEnumerate(anchors), arrayDifference(anchors)) AS openings,
    arrayLast(x -> x < day_until, openings) AS opening_ms,
    groupArrayIf(fact_day, erased) AS tombstones
  FROM {rows:Identifier}
  WHERE (day, subject_key, event_key, place) NOT IN (SELECT day, subject_key, event_key, place FROM {excluded:Identifier})
  GROUP BY day, label
)
WHERE length(anchors) > 0
  AND opening_ms < day_until
  AND opening_ms >= day_from - 172800000
  AND NOT arrayExists(d -> abs(toInt32(d) - toInt32(toDate(intDiv(opening_ms, 1000), 'UTC'))) <= 3, tombstones)
