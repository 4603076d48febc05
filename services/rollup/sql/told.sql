-- Step 3, legs: whether any row near the days tells of windows or of media.
SELECT
  countIf(isNotNull(coalesce(win_good, win_ok, win_bad, win_terrible))) AS windows,  -- rows
  countIf(notEmpty(media)) AS media
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day IN {fact_days:Array(Date)}
  AND subject = 'leg'
