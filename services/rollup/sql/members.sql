-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Step 3, legs: which subject belongs to which leg.
INSERT INTO {members:Identifier}
SELECT DISTINCT
  day,
  subject_key,
  label                          -- same label: same leg
FROM {rows:Identifier}
WHERE (day, label) IN (SELECT day, label FROM {opened:Identifier}) AND NOT erased
