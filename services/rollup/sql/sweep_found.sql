-- The sweep: how many subjects are found so far, of the tenant {tenant:String} for whom the table is filled.
SELECT
  count() AS found               -- pairs of tombstone and subject
FROM sweep_subjects
WHERE {tenant:String} != ''
