-- Cells of all days of a month, in some cuts.
SELECT * -- the columns of a day's cell (schemas/cube.ts)
FROM cube_day
WHERE tenant_id = {tenant:String} AND month = {month:Date} AND has({cuts:Array(String)}, cut)
ORDER BY day, cut, v1, v2, room
