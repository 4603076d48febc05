-- Strata of equipment, the days of the month added up: a cluster is of one day, so its sums add up.
SELECT
  {tenant:String} AS tenant_id,              -- slug of the customer
  {first:Date} AS day,                       -- the month stands under its first day
  s.population AS population,                -- people, environment
  s.model AS model,                          -- vendor and model
  s.software AS software,                    -- major.minor
  s.site AS site,                            -- site id, or a word in its place
  s.platform AS platform,                    -- platform
  s.room AS room,                            -- room id; empty for people
  sum(s.legs) AS legs,                       -- legs
  sum(s.ms) AS ms,                           -- their time, ms
  sum(s.measured_m) AS measured_m,           -- measured: clusters
  sum(s.measured_y) AS measured_y,           -- measured: of its legs those with it
  sum(s.measured_n) AS measured_n,           -- measured: legs of which it is known
  sum(s.measured_yy) AS measured_yy,         -- measured: y squared, of each cluster
  sum(s.measured_yn) AS measured_yn,         -- measured: y times n, of each cluster
  sum(s.measured_nn) AS measured_nn,         -- measured: n squared, of each cluster
  sum(s.windows_m) AS windows_m,             -- windows: clusters
  sum(s.windows_y) AS windows_y,             -- windows: of its legs those with it
  sum(s.windows_n) AS windows_n,             -- windows: legs of which it is known
  sum(s.windows_yy) AS windows_yy,           -- windows: y squared, of each cluster
  sum(s.windows_yn) AS windows_yn,           -- windows: y times n, of each cluster
  sum(s.windows_nn) AS windows_nn,           -- windows: n squared, of each cluster
  sum(s.alarms_m) AS alarms_m,               -- alarms: clusters
  sum(s.alarms_y) AS alarms_y,               -- alarms: of its legs those with it
  sum(s.alarms_n) AS alarms_n,               -- alarms: legs of which it is known
  sum(s.alarms_yy) AS alarms_yy,             -- alarms: y squared, of each cluster
  sum(s.alarms_yn) AS alarms_yn,             -- alarms: y times n, of each cluster
  sum(s.alarms_nn) AS alarms_nn,             -- alarms: n squared, of each cluster
  sum(s.failed_m) AS failed_m,               -- failed: clusters
  sum(s.failed_y) AS failed_y,               -- failed: of its legs those with it
  sum(s.failed_n) AS failed_n,               -- failed: legs of which it is known
  sum(s.failed_yy) AS failed_yy,             -- failed: y squared, of each cluster
  sum(s.failed_yn) AS failed_yn,             -- failed: y times n, of each cluster
  sum(s.failed_nn) AS failed_nn,             -- failed: n squared, of each cluster
  sum(s.dropped_m) AS dropped_m,             -- dropped: clusters
  sum(s.dropped_y) AS dropped_y,             -- dropped: of its legs those with it
  sum(s.dropped_n) AS dropped_n,             -- dropped: legs of which it is known
  sum(s.dropped_yy) AS dropped_yy,           -- dropped: y squared, of each cluster
  sum(s.dropped_yn) AS dropped_yn,           -- dropped: y times n, of each cluster
  sum(s.dropped_nn) AS dropped_nn,           -- dropped: n squared, of each cluster
  sum(s.alone_m) AS alone_m,                 -- alone: clusters
  sum(s.alone_y) AS alone_y,                 -- alone: of its legs those with it
  sum(s.alone_n) AS alone_n,                 -- alone: legs of which it is known
  sum(s.alone_yy) AS alone_yy,               -- alone: y squared, of each cluster
  sum(s.alone_yn) AS alone_yn,               -- alone: y times n, of each cluster
  sum(s.alone_nn) AS alone_nn                -- alone: n squared, of each cluster
FROM strata_models AS s
WHERE s.tenant_id = {tenant:String}
  AND s.day BETWEEN {first:Date} AND {last:Date}
GROUP BY s.population, s.model, s.software, s.site, s.platform, s.room
ORDER BY population, model, software, site, platform, room
