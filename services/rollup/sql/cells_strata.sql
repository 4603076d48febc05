-- Step 5, cells: strata of some days (schemas/cube.ts): a row for everything that is of no medium, and one of each medium
-- and direction with the legs that it grades.
INSERT INTO {strata:Identifier}
SELECT
  {tenant:String} AS tenant_id,
  day, population, site, platform, network, device_class, medium, dir,
  sum(legs) AS legs,
  sum(ms) AS ms,
  countIf(measured_n > 0) AS measured_m, sum(measured_y) AS measured_y, sum(measured_n) AS measured_n, sum(measured_y * measured_y) AS measured_yy, sum(measured_y * measured_n) AS measured_yn, sum(measured_n * measured_n) AS measured_nn,
  countIf(windows_n > 0) AS windows_m, sum(windows_y) AS windows_y, sum(windows_n) AS windows_n, sum(windows_y * windows_y) AS windows_yy, sum(windows_y * windows_n) AS windows_yn, sum(windows_n * windows_n) AS windows_nn,
  countIf(alarms_n > 0) AS alarms_m, sum(alarms_y) AS alarms_y, sum(alarms_n) AS alarms_n, sum(alarms_y * alarms_y) AS alarms_yy, sum(alarms_y * alarms_n) AS alarms_yn, sum(alarms_n * alarms_n) AS alarms_nn,
  countIf(failed_n > 0) AS failed_m, sum(failed_y) AS failed_y, sum(failed_n) AS failed_n, sum(failed_y * failed_y) AS failed_yy, sum(failed_y * failed_n) AS failed_yn, sum(failed_n * failed_n) AS failed_nn,
  countIf(dropped_n > 0) AS dropped_m, sum(dropped_y) AS dropped_y, sum(dropped_n) AS dropped_n, sum(dropped_y * dropped_y) AS dropped_yy, sum(dropped_y * dropped_n) AS dropped_yn, sum(dropped_n * dropped_n) AS dropped_nn,
  countIf(alone_n > 0) AS alone_m, sum(alone_y) AS alone_y, sum(alone_n) AS alone_n, sum(alone_y * alone_y) AS alone_yy, sum(alone_y * alone_n) AS alone_yn, sum(alone_n * alone_n) AS alone_nn
FROM
(
  SELECT
    day, population, site, platform, network, device_class, medium, dir, cluster,
    count() AS legs,
    sum(ms) AS ms,
    countIf(isNotNull(grade)) AS measured_n,
    countIf(ifNull(grade = 'poor', false)) AS measured_y,
    countIf(isNotNull(windows) AND medium = 'all') AS windows_n,
    countIf(ifNull(windows = 'poor', false) AND medium = 'all') AS windows_y,
    countIf(isNotNull(alarms) AND medium = 'all') AS alarms_n,
    countIf(ifNull(alarms = 'poor', false) AND medium = 'all') AS alarms_y,
    countIf(medium = 'all') AS failed_n,
    countIf(isNotNull(failure) AND medium = 'all') AS failed_y,
    countIf(connected AND medium = 'all') AS dropped_n,
    countIf(dropped AND medium = 'all') AS dropped_y,
    countIf(connected AND isNotNull(conference_key) AND medium = 'all') AS alone_n,                  -- alone_ms is 0 in a leg of no conference
    countIf(alone_ms >= {alone_ms:UInt32} AND medium = 'all') AS alone_y
  FROM
  (
    SELECT *, kind.1 AS medium, kind.2 AS dir, kind.3 AS grade
    FROM {graded_legs:Identifier}
    ARRAY JOIN arrayFilter(
      (graded) -> graded.1 = 'all' OR isNotNull(graded.3),
      [
        ('all', 'all', measured),
        ('audio', 'up', audio_up), ('audio', 'down', audio_down),
        ('video', 'up', video_up), ('video', 'down', video_down),
        ('content', 'up', content_up), ('content', 'down', content_down)
      ]
    ) AS kind
    WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
  )
  GROUP BY day, population, site, platform, network, device_class, medium, dir, cluster
)
GROUP BY day, population, site, platform, network, device_class, medium, dir
