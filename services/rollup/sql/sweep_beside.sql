-- The sweep: what stands beside a tombstone, as sweep_delete.sql deletes it.
SELECT
  count() AS beside              -- rows, repeated ones counted as often as they stand there
FROM observations
WHERE tenant_id = {tenant:String}
  AND subject = 'leg'
  AND ifNull(mark != 'erased', true)
  AND (fact_day, subject_key) IN (
    SELECT stone_day + arrayJoin(range(9)) - 3, subject_key
    FROM sweep_subjects
    WHERE subject_key = stone_key OR (stone_key, stone_day) IN (
      SELECT stone_key, stone_day FROM sweep_subjects GROUP BY stone_key, stone_day HAVING count() <= {widest:UInt8}
    )
  )
