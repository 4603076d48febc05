-- Step 5, cells: strata of equipment of some days (schemas/cube.ts). Sums over clusters: m clusters of which the outcome is
-- known, y with it, n of which it is known, and their squares and products.
INSERT INTO {strata_models:Identifier}
SELECT
  {tenant:String} AS tenant_id,
  day, population, model, software, site, platform, room,
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
    day, population, model, software, site, platform, room, cluster,
    count() AS legs,
    sum(ms) AS ms,
    countIf(isNotNull(measured)) AS measured_n,
    countIf(ifNull(measured = 'poor', false)) AS measured_y,
    countIf(isNotNull(windows)) AS windows_n,
    countIf(ifNull(windows = 'poor', false)) AS windows_y,
    countIf(isNotNull(alarms)) AS alarms_n,
    countIf(ifNull(alarms = 'poor', false)) AS alarms_y,
    count() AS failed_n,
    countIf(isNotNull(failure)) AS failed_y,
    countIf(connected) AS dropped_n,
    countIf(dropped) AS dropped_y,
    countIf(connected AND isNotNull(conference_key)) AS alone_n,                  -- alone_ms is 0 in a leg of no conference
    countIf(alone_ms >= {alone_ms:UInt32}) AS alone_y
  FROM {graded_legs:Identifier}
  WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
  GROUP BY day, population, model, software, site, platform, room, cluster
)
GROUP BY day, population, model, software, site, platform, room
