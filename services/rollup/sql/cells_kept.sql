-- Step 5, cells: the days of a month that are not built now, as they stand.
INSERT INTO {cube_day:Identifier}
SELECT *                         -- the columns of schemas/cube.ts
FROM cube_day
WHERE tenant_id = {tenant:String} AND month = {month:Date} AND day NOT IN {days:Array(Date)}
