-- The sweep, first: the tombstones of a tenant.
INSERT INTO sweep_subjects
SELECT DISTINCT
  subject_key AS stone_key,      -- the erased subject
  fact_day AS stone_day,         -- of its start, or of the event that named the person
  subject_key                    -- the erased subject itself
FROM observations
WHERE tenant_id = {tenant:String} AND subject = 'leg' AND mark = 'erased'
