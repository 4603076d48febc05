-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Step 3, legs: versions of an event below its highest. Only contested events are looked at; nearly none are.
INSERT INTO {excluded:Identifier}
SELECT DISTINCT
  versions.day AS day,
  versions.subject_key AS subject_key,
  versions.event_key AS event_key,
  place                          -- of the version that does not count
FROM {rows:Identifier} AS versions
INNER JOIN
(
  SELECT day, subject_key, event_key, max(place) AS highest
  FROM {rows:Identifier}
  WHERE NOT erased
  GROUP BY day, subject_key, event_key
  HAVING min(place) != max(place)
) AS contested ON contested.day = versions.day AND contested.subject_key = versions.subject_key AND contested.event_key = versions.event_key
WHERE place != highest AND NOT erased
