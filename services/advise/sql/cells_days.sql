-- Cells of the days of the month, and of sites, whole and by platform, also of the days before it.
SELECT
  day,         -- tenant-local day
  cut,         -- which cut it is of
  v1,          -- value of its dimension
  room,        -- room id; empty for people
  legs,        -- legs
  gradeable,   -- long enough for quality to be told
  ungraded,    -- of them those of which it is not
  persons,     -- persons, as they are counted
  top_legs_mp, -- the largest part of the legs that one person has, milli-percent
  top_ms_mp,   -- the same of the time
  measured_n,  -- legs of which measurements told the quality
  windows_n,   -- of which windows did
  alarms_n     -- of which alarms did
FROM cube_day
WHERE tenant_id = {tenant:String}
  AND day BETWEEN {from:Date} AND {last:Date}
  AND (cut IN ('site', 'site_platform') OR (day >= {first:Date} AND cut IN ('tenant', 'platform', 'room')))
ORDER BY day, cut, v1, room
