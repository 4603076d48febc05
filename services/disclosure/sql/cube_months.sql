-- The months of which something is counted.
SELECT DISTINCT month -- first day
FROM cube_month
WHERE tenant_id = {tenant:String}
ORDER BY month
