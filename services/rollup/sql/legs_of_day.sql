-- A tenant's legs of a local day as they stand.
SELECT *                         -- the columns of schemas/leg.ts
FROM call_legs
WHERE tenant_id = {tenant:String} AND day = {day:Date}
ORDER BY start_ms, toUInt128(leg_key)
