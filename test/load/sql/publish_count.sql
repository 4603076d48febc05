-- Legs of some days.
SELECT count() AS legs FROM call_legs WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
