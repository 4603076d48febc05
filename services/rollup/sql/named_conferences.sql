-- Step 4, conferences: the conferences that legs of the days name.
INSERT INTO {considered:Identifier}
SELECT DISTINCT
  day,
  assumeNotNull(conference_key) AS subject_key
FROM {legs:Identifier}
WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)} AND isNotNull(conference_key)
