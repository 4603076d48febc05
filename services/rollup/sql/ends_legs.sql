-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Step 4, conferences: the latest told end of each conference that has a leg without one. A named conference may last for
-- days; of it only legs of the days before and after count.
INSERT INTO {ends:Identifier}
SELECT
  open.day AS day,
  open.conference_key AS conference_key,
  max(legs.known_end_ms) AS end_ms
FROM (SELECT DISTINCT day, conference_key, how FROM {universe:Identifier} WHERE NOT told) AS open
INNER JOIN {universe:Identifier} AS legs ON legs.conference_key = open.conference_key
WHERE legs.told
  AND (open.how = 'derived' OR abs(toInt32(legs.day) - toInt32(open.day)) <= 1)
GROUP BY day, conference_key
