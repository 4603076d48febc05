-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Step 2, link: how many subjects are in hand for each day that is being built.
SELECT
  day,
  count() AS rows
FROM {considered:Identifier}
GROUP BY day
ORDER BY day
