-- Of which months and revisions the legs are remembered.
SELECT DISTINCT
  month,   -- first day
  revision -- which
FROM sealed_legs
WHERE tenant_id = {tenant:String}
ORDER BY month, revision
