-- across tenants: names of partitions, no row of anybody; finds customers that the control store no longer knows.
-- Whose partitions are there.
SELECT DISTINCT
  extract(partition, '^\\(\'([^\']*)\',') AS tenant -- slug
FROM system.parts
WHERE database = currentDatabase() AND has({tables:Array(String)}, table) AND rows > 0
ORDER BY tenant
