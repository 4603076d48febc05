-- Step 4, conferences: ends that nodes state of a conference that has only a name. Each belongs to the derived conference
-- of that name with which it overlaps most, of equals to the earlier one; it widens it and never joins two.
INSERT INTO {ends:Identifier}
WITH
  told AS
  (
    SELECT
      subject_key,
      any(platform) AS platform,
      any(name_key) AS name_key,
      min(start_ms) AS from_ms,
      if(isNull(max(end_ms)), NULL, least(max(end_ms), from_ms + 86400000)) AS until_ms -- least() would take NULL for nothing
    FROM
    (
      SELECT
        subject_key,
        any(platform) AS platform,
        argMax(tuple(name_key, start_ms, end_ms), bitOr(bitShiftLeft(toUInt256(rev), 160), bitOr(bitShiftLeft(toUInt256(config_rev), 128), toUInt256(toUInt128(content_hash))))) AS told, -- of the event's highest version
        told.1 AS name_key,
        told.2 AS start_ms,
        told.3 AS end_ms
      FROM observations
      WHERE tenant_id = {tenant:String}
      AND fact_day BETWEEN {first:Date} AND {last:Date}
      AND subject = 'conference'
      AND isNotNull(name_key)
      AND name_key IN (
        SELECT name_key FROM {legs:Identifier} WHERE isNotNull(name_key) AND end_by = 'observed'
        UNION ALL
        SELECT name_key FROM call_legs WHERE tenant_id = {tenant:String} AND day IN {around:Array(Date)} AND isNotNull(name_key) AND end_by IN ('conference', 'observed')
      )
      GROUP BY subject_key, event_key
    )
    GROUP BY subject_key
    HAVING isNotNull(until_ms) AND isNotNull(from_ms)
  ),
  names AS
  (
    SELECT day, leg_key, platform, name_key FROM {legs:Identifier} WHERE isNotNull(name_key)
    UNION ALL
    SELECT day, leg_key, platform, name_key FROM call_legs WHERE tenant_id = {tenant:String} AND day IN {around:Array(Date)} AND isNotNull(name_key)
  ),
  derived AS
  (
    SELECT
      conference_key,
      any(platform) AS platform,
      any(name_key) AS name_key,
      min(start_ms) AS from_ms,
      max(known_end_ms) AS until_ms,
      groupUniqArrayIf(day, NOT told) AS days
    FROM {universe:Identifier} AS universe
    INNER JOIN names ON names.day = universe.day AND names.leg_key = universe.leg_key
    WHERE how = 'derived'
      AND name_key IN (SELECT name_key FROM told)
    GROUP BY conference_key
  )
SELECT
  arrayJoin(days) AS day,
  conference_key,
  max(end_ms) AS end_ms
FROM
(
  SELECT
    told.subject_key AS subject_key,
    argMin((derived.conference_key, days), (-(least(told.until_ms, derived.until_ms) - greatest(told.from_ms, derived.from_ms)), derived.from_ms)) AS best,
    best.1 AS conference_key,
    best.2 AS days,
    any(told.until_ms) AS end_ms
  FROM told
  INNER JOIN derived ON derived.name_key = told.name_key AND derived.platform = told.platform
  WHERE told.from_ms <= derived.until_ms AND told.until_ms >= derived.from_ms
  GROUP BY subject_key
)
GROUP BY day, conference_key
