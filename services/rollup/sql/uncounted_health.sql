-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Of days that have just been built: rows of them that came to nothing, and subjects left alone because too many are linked,
-- by source and hour. A row is of the day of its event; one that states when its leg began, of that day.
INSERT INTO {uncounted:Identifier}
SELECT
  day,
  intDiv(assumeNotNull(at_ms), 3600000) * 3600000 AS hour_ms,
  ifNull(source_id, '') AS source_id,
  uniqExactIf(subject_key, (day, subject_key) IN (SELECT day, subject_key FROM {wide:Identifier})) AS wide_subjects,
  uniqExactIf((subject_key, event_key), ifNull(beyond, false) OR if(begins, at_ms, event_ms) > opening_ms + 172800000) AS beyond_rows,
  uniqExactIf((subject_key, event_key), NOT ifNull(beyond, false) AND ifNull(opening_ms >= day_from, false) AND (day, label) NOT IN (SELECT day, label FROM {members:Identifier} WHERE (day, subject_key) IN (SELECT day, leg_key FROM {legs:Identifier} WHERE day IN {days:Array(Date)}))) AS unattached_rows
FROM
(
  SELECT
    versions.day AS day,
    {from_ms:Array(Int64)}[indexOf({days:Array(Date)}, day)] AS day_from,
    {until_ms:Array(Int64)}[indexOf({days:Array(Date)}, day)] AS day_until,
    subject_key,
    event_key,
    versions.label AS label,
    source_id,
    event_ms,
    beyond,
    begins,
    if(begins OR ifNull(beyond, false), anchor, event_ms) AS at_ms,
    opened.opening_ms AS opening_ms
  FROM {rows:Identifier} AS versions
  LEFT JOIN {opened:Identifier} AS opened ON opened.day = versions.day AND opened.label = versions.label
  WHERE NOT erased
)
WHERE at_ms >= day_from AND at_ms < day_until
GROUP BY day, hour_ms, source_id
