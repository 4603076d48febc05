-- How many legs of a tenant are stored, over all days: for the demo, which shows how they grow.
SELECT count() AS legs                         -- participations, each counted once
FROM call_legs
WHERE tenant_id = {tenant:String}
