-- Step 4, conferences: the conferences that legs of the day name.
INSERT INTO {considered:Identifier}
SELECT DISTINCT
  assumeNotNull(conference_key) AS subject_key
FROM {legs:Identifier}
WHERE tenant_id = {tenant:String} AND day = {day:Date} AND isNotNull(conference_key)
