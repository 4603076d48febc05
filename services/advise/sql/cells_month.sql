-- The cells of a month, of both populations.
SELECT * EXCEPT (tenant_id, month) -- the columns of a cell (schemas/cube.ts)
FROM cube_month
WHERE tenant_id = {tenant:String} AND month = {month:Date}
ORDER BY cut, v1, v2, room
