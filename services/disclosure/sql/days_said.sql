-- The days about which something is said already.
SELECT DISTINCT day -- tenant-local day
FROM published_days
WHERE tenant_id = {tenant:String} AND day BETWEEN {first:Date} AND {last:Date}
ORDER BY day
