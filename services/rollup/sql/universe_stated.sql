-- Step 4, conferences: legs that name their conference: those being built, and those of the days around them that are in
-- the same conferences, as they stand.
INSERT INTO {universe:Identifier}
SELECT
  legs.day AS day,
  leg_key,
  true AS building,
  'stated' AS how,
  joined.canonical AS conference_key,
  start_ms,
  known_end_ms,
  end_by IN ('stated', 'counted_on') AS told,   -- its end is not imputed
  NULL AS stored_key,
  NULL AS stored_end_ms
FROM {legs:Identifier} AS legs
INNER JOIN {joined:Identifier} AS joined ON joined.day = legs.day AND joined.conference_key = legs.conference_key
UNION ALL
SELECT
  day, leg_key, false, 'stated', conference_key, start_ms, known_end_ms, end_by IN ('stated', 'counted_on'), conference_key, end_ms
FROM call_legs
WHERE tenant_id = {tenant:String}
  AND day IN {around:Array(Date)}
  AND conference_by = 'stated'
  AND conference_key IN (SELECT canonical FROM {joined:Identifier})
