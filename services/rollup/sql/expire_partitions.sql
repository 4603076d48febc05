-- The partitions of a tenant. One whose rows are dropped is listed as long as a part of it still lies on the disk, which
-- happens where a reader held it.
SELECT
  table AS of_table, -- whose partition
  extract(partition, '\',\'?([0-9-]+)\'?(?:,[0-9]+)?\\)$') AS period, -- YYYY-MM-DD, or YYYYMM where the table goes by month
  extract(partition, ',([0-9]+)\\)$') AS revision, -- where the table goes by month and revision
  sumIf(rows, active) AS held_rows, -- rows that a query would see
  sum(bytes_on_disk) AS held_bytes -- what lies on the disk
FROM system.parts
WHERE
  database = currentDatabase()
  AND has({tables:Array(String)}, table)
  AND startsWith(partition, concat('(\'', {tenant:String}, '\','))
  AND rows > 0
GROUP BY of_table, period, revision
ORDER BY of_table, period, revision
