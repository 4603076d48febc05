-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Of a day that has just been built: rows of it that came to nothing, and subjects left alone because too many are linked,
-- by source and hour. A row is of the day of its event; one that states when its leg began, of that day.
INSERT INTO {uncounted:Identifier}
SELECT
  {day:Date} AS day,
  intDiv(assumeNotNull(at_ms), 3600000) * 3600000 AS hour_ms,
  ifNull(source_id, '') AS source_id,
  uniqExactIf(subject_key, subject_key IN (SELECT subject_key FROM {wide:Identifier})) AS wide_subjects,
  uniqExactIf((subject_key, event_key), ifNull(beyond, false) OR if(begins, at_ms, event_ms) > opening_ms + 172800000) AS beyond_rows,
  uniqExactIf((subject_key, event_key), NOT ifNull(beyond, false) AND ifNull(opening_ms >= {from_ms:Int64}, false) AND label NOT IN (SELECT label FROM {members:Identifier} WHERE subject_key IN (SELECT leg_key FROM {legs:Identifier} WHERE day = {day:Date}))) AS unattached_rows
FROM
(
  SELECT
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
  LEFT JOIN {opened:Identifier} AS opened ON opened.label = versions.label
  WHERE NOT erased
)
WHERE at_ms >= {from_ms:Int64} AND at_ms < {until_ms:Int64}
GROUP BY hour_ms, source_id
