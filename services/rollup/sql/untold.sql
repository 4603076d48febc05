-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Whether any leg's end has to be imputed.
SELECT
  count() AS rows
FROM {universe:Identifier}
WHERE NOT told
