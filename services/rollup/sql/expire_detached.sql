-- across tenants: names of parts, no row of anybody; a detached part does not say whose it is.
-- The parts that the engine has put aside, because it could not read them when it started.
SELECT
  table AS of_table, -- where it was
  name AS part, -- its directory
  partition_id AS period_id, -- hash of tenant and period
  ifNull(bytes_on_disk, 0) AS held_bytes -- what lies on the disk
FROM system.detached_parts
WHERE database = currentDatabase() AND has({tables:Array(String)}, table)
ORDER BY of_table, part
