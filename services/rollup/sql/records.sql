-- of scratch tables: they hold rows of one tenant, whose run it is.
-- Whether any row in hand belongs to a record that newer versions replace.
SELECT
  count() AS rows
FROM {rows:Identifier}
WHERE isNotNull(record_key)
