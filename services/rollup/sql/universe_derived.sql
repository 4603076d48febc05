-- Step 4, conferences: legs that have only a conference's name, in order of their start: a new conference when a leg
-- starts more than 2 minutes after the latest known end so far. Legs being built, and legs of the days around them with
-- the same names, as they stand.
INSERT INTO {universe:Identifier}
WITH
  named AS
  (
    SELECT day, leg_key, true AS building, platform, name_key, start_ms, known_end_ms, end_by, NULL AS stored_key, NULL AS stored_end_ms
    FROM {legs:Identifier}
    WHERE isNull(conference_key) AND isNotNull(name_key)
    UNION ALL
    SELECT day, leg_key, false, platform, name_key, start_ms, known_end_ms, end_by, conference_key, end_ms
    FROM call_legs
    WHERE tenant_id = {tenant:String}
      AND day IN {around:Array(Date)}
      AND conference_by = 'derived'
      AND name_key IN (
        SELECT name_key FROM {legs:Identifier} WHERE isNotNull(name_key)
        UNION ALL
        SELECT name_key FROM call_legs WHERE tenant_id = {tenant:String} AND day IN {built:Array(Date)} AND isNotNull(name_key)
      )
  ),
  ordered AS
  (
    SELECT
      *,
      max(known_end_ms) OVER (PARTITION BY platform, name_key ORDER BY start_ms, toUInt128(leg_key) ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_ms
    FROM named
  ),
  numbered AS
  (
    SELECT
      *,
      sum(start_ms > before_ms + 120000) OVER (PARTITION BY platform, name_key ORDER BY start_ms, toUInt128(leg_key) ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS nth
    FROM ordered
  )
SELECT
  day,
  leg_key,
  building,
  'derived' AS how,
  reinterpretAsUUID(sipHash128('conference', platform, assumeNotNull(name_key), min(start_ms) OVER (PARTITION BY platform, name_key, nth))) AS conference_key,
  start_ms,
  known_end_ms,
  end_by IN ('stated', 'counted_on') AS told,
  stored_key,
  stored_end_ms
FROM numbered
