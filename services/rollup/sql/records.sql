-- Whether any row in hand belongs to a record that newer versions replace.
SELECT
  count() AS rows
FROM {rows:Identifier}
WHERE isNotNull(record_key) AND {tenant:String} != ''
