-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Of a day that has just been built: rows with their event in it that came to nothing, and subjects left alone because
-- too many are linked, by source and hour.
INSERT INTO {uncounted:Identifier}
SELECT
  {day:Date} AS day,
  intDiv(assumeNotNull(event_ms), 3600000) * 3600000 AS hour_ms,
  ifNull(source_id, '') AS source_id,
  uniqExactIf(subject_key, subject_key IN (SELECT subject_key FROM {wide:Identifier})) AS wide_subjects,
  uniqExactIf((subject_key, event_key), ifNull(beyond, false) OR event_ms > opened.opening_ms + 172800000) AS beyond_rows,
  uniqExactIf((subject_key, event_key), ifNull(opened.opening_ms >= {from_ms:Int64}, false) AND label NOT IN (SELECT label FROM {members:Identifier} WHERE subject_key IN (SELECT leg_key FROM {legs:Identifier} WHERE day = {day:Date}))) AS unattached_rows
FROM {rows:Identifier} AS versions
LEFT JOIN {opened:Identifier} AS opened ON opened.label = versions.label
WHERE event_ms >= {from_ms:Int64} AND event_ms < {until_ms:Int64} AND NOT erased
GROUP BY hour_ms, source_id
