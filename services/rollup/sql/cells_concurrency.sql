-- Step 5, cells: how long technical resources were used by how many legs at once, by local hour of some days. A leg counts
-- in every day that it overlaps, so also the day before is read. Hours begin with the day.
INSERT INTO {concurrency:Identifier}
WITH
  used AS
  (
    SELECT
      span.1 AS on_day,
      span.2 AS from_ms,
      resource.1 AS resource,
      resource.2 AS name,
      greatest(start_ms, span.2) AS begin_ms,
      least(end_ms, span.3) AS until_ms
    FROM call_legs
    ARRAY JOIN arrayFilter(
      part -> start_ms < part.3 AND end_ms > part.2,
      arrayZip({days:Array(Date)}, {from_ms:Array(Int64)}, {until_ms:Array(Int64)})
    ) AS span
    ARRAY JOIN arrayFilter(
      part -> isNotNull(part.2),
      [
        ('ports', toNullable(toString(source_id))),
        ('gateway', if(ifNull(device_class = 'gateway', false), toString(source_id), NULL)),
        ('room', toString(room_id))
      ]
    ) AS resource
    WHERE tenant_id = {tenant:String} AND day IN {around:Array(Date)} AND end_ms > start_ms
  ),
  moved AS
  (
    SELECT
      on_day,
      from_ms,
      resource,
      assumeNotNull(name) AS name,
      at_ms,
      sum(change) AS change                                       -- of all that happens at one moment
    FROM
    (
      SELECT
        on_day, from_ms, resource, name,
        -- it comes, it goes, and every full hour in between is looked at
        arrayJoin(arrayConcat(
          [(begin_ms, toInt64(1)), (until_ms, toInt64(-1))],
          arrayMap(
            hour -> (from_ms + hour * 3600000, toInt64(0)),
            range(toUInt64(intDiv(begin_ms - from_ms, 3600000) + 1), toUInt64(intDiv(until_ms - 1 - from_ms, 3600000) + 1))
          )
        )) AS move,
        move.1 AS at_ms,
        move.2 AS change
      FROM used
    )
    GROUP BY on_day, from_ms, resource, name, at_ms
  )
SELECT
  {tenant:String} AS tenant_id,
  on_day AS day,
  from_ms + intDiv(at_ms - from_ms, 3600000) * 3600000 AS hour_ms,
  resource,
  name,
  level,
  sum(lasts) AS ms
FROM
(
  SELECT
    on_day, from_ms, resource, name, at_ms,
    sum(change) OVER (PARTITION BY on_day, resource, name ORDER BY at_ms ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS level,
    leadInFrame(at_ms, 1, at_ms) OVER (PARTITION BY on_day, resource, name ORDER BY at_ms ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) - at_ms AS lasts
  FROM moved
)
WHERE level > 0 AND lasts > 0
GROUP BY on_day, hour_ms, resource, name, level
