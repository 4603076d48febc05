-- The sweep, last: every row of a leg near its tombstone goes, also those that do not count; the tombstone stays. A leg
-- that a tombstone removes opens at most 3 days from it (opened.sql) and has rows up to 48 h later.
-- By sub-query: the statement is kept in a file beside the table, and must not hold what it deletes.
ALTER TABLE observations DELETE
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
SETTINGS mutations_sync = 2 -- returns when it is done, and not when it has been noted
