-- Step 1, touch: fact days on which what is touched has rows.
SELECT DISTINCT
  fact_day AS day
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day IN {days:Array(Date)}
  AND (subject, subject_key) IN (SELECT subject, subject_key FROM {touched:Identifier})
ORDER BY day
