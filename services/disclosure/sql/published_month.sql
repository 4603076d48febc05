-- The figures of a revision of a month.
SELECT * EXCEPT (tenant_id, month, revision) -- the columns of a figure (schemas/published.ts)
FROM published
WHERE tenant_id = {tenant:String} AND month = {month:Date} AND revision = {revision:UInt32}
ORDER BY population, cut, v1, v2, measure
