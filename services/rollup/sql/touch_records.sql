-- Step 1, touch: what other versions of the records are about that what is touched belongs to, wherever they stand: a new
-- version may move what it says by any number of days.
INSERT INTO {touched:Identifier}
SELECT DISTINCT
  subject,
  subject_key
FROM observations
WHERE tenant_id = {tenant:String}
  AND record_key IN (
    SELECT record_key
    FROM observations
    WHERE tenant_id = {tenant:String}
      AND fact_day IN {days:Array(Date)}
      AND (subject, subject_key) IN (SELECT subject, subject_key FROM {touched:Identifier})
      AND isNotNull(record_key)
  )
  AND (subject, subject_key) NOT IN (SELECT subject, subject_key FROM {touched:Identifier})
