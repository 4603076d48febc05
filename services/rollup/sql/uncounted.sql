-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Step 3, legs: rows that do not count, because they lie outside their leg: before it opens, or more than 48 h after.
-- A row that states its leg's start lies where that start lies: a late correction counts, and so does the end of a leg of
-- many days (which is then cut).
INSERT INTO {excluded:Identifier}
SELECT DISTINCT
  versions.day AS day,
  subject_key,
  event_key,
  place                          -- in the one order
FROM {rows:Identifier} AS versions
INNER JOIN {opened:Identifier} AS opened ON opened.day = versions.day AND opened.label = versions.label
WHERE NOT erased
  AND (anchor < opening_ms OR if(begins, anchor, greatest(anchor, event_ms)) > opening_ms + 172800000 OR ifNull(beyond, false))
