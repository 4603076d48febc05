-- What is said about some days.
SELECT * EXCEPT (tenant_id) -- the columns of a day's figure (schemas/published.ts)
FROM published_days
WHERE tenant_id = {tenant:String} AND day BETWEEN {first:Date} AND {last:Date}
ORDER BY day, site, measure
