-- Step 2, link: whether anything near the days states a link: without one, no two subjects are one.
SELECT
  count() AS rows
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day IN {fact_days:Array(Date)}
  AND subject = {subject:String}
  AND notEmpty(links)
