-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Step 4, conferences: days of neighbours that share a conference with a leg being built. The days around these must be
-- looked at too.
SELECT DISTINCT
  day
FROM {universe:Identifier}
WHERE how = 'derived'
  AND NOT building
  AND conference_key IN (SELECT conference_key FROM {universe:Identifier} WHERE building)
ORDER BY day
