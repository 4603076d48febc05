-- What the rows of some days (or months, by their first day) are, each in one hash. A table and a staging table of it say the same where they hold the
-- same rows, in whatever order they were written; a doubled row makes a difference. Rows are hashed as tuples: a hash of
-- bare columns is NULL as soon as one of them is.
SELECT
  {period:Identifier} AS period, -- tenant-local
  lower(hex(sipHash128(arraySort(groupArray(sipHash128(tuple(*))))))) AS hash, -- over every column of every row
  count() AS held_rows
FROM {table:Identifier}
WHERE tenant_id = {tenant:String} AND has({days:Array(Date)}, {period:Identifier})
GROUP BY period
ORDER BY period
