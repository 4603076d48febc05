-- across tenants: names of tables, no row of anybody.
-- The staging tables that are there.
SELECT
  name -- staging_<table>_<run>
FROM system.tables
WHERE database = currentDatabase() AND startsWith(name, 'staging_')
ORDER BY name
