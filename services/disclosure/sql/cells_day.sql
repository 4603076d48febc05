-- Cells of a day, in some cuts.
SELECT * EXCEPT (tenant_id, month, day) -- the columns of a cell (schemas/cube.ts)
FROM cube_day
WHERE tenant_id = {tenant:String} AND month = {month:Date} AND day = {day:Date} AND has({cuts:Array(String)}, cut)
ORDER BY cut, v1, v2, room
