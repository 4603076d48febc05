-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Step 4, conferences: ends that named conferences state themselves.
INSERT INTO {ends:Identifier}
SELECT
  day,
  canonical AS conference_key,
  max(end_ms) AS end_ms
FROM {joined:Identifier}
WHERE isNotNull(end_ms)
  AND (day, canonical) IN (SELECT day, conference_key FROM {universe:Identifier} WHERE NOT told)
GROUP BY day, canonical
