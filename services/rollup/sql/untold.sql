-- Whether any leg's end has to be imputed.
SELECT
  count() AS rows
FROM {universe:Identifier}
WHERE NOT told AND {tenant:String} != ''
