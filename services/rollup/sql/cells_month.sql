-- Step 5, cells: the cells of a month: sums and bins are those of its days; persons are counted over its legs, and a
-- conference that lies in two of its days is one.
INSERT INTO {cube_month:Identifier}
WITH
  counted AS
  (
    SELECT day, conference_key, cell_ids
    FROM graded_legs
    WHERE tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date} AND day NOT IN {days:Array(Date)}
      AND connected AND isNotNull(conference_key)
    UNION ALL
    SELECT day, conference_key, cell_ids
    FROM {graded_legs:Identifier}
    WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)} AND connected AND isNotNull(conference_key)
  )
SELECT
  {tenant:String} AS tenant_id,
  {month:Date} AS month,
  population,
  cut,
  v1,
  v2,
  room,
  conferences - ifNull(again, 0) AS conferences,
  ifNull(persons, 0) AS persons,
  ifNull(top_legs_mp, 0) AS top_legs_mp,
  ifNull(top_ms_mp, 0) AS top_ms_mp,
  ifNull(top_failed_mp, 0) AS top_failed_mp,
  days,
  legs, connected, ms, failed, dropped, alone_ms, gradeable, ungraded, measured_fair, windows_fair, alarms_fair,
  failed_no_answer, failed_busy, failed_rejected, failed_not_found, failed_auth_or_pin, failed_capacity,
  failed_timeout, failed_media_network, failed_config_or_crypto, failed_server_error, poor_audio_up, graded_audio_up,
  poor_audio_down, graded_audio_down, poor_video_up, graded_video_up, poor_video_down, graded_video_down,
  poor_content_up, graded_content_up, poor_content_down, graded_content_down,
  measured_m, measured_y, measured_n, measured_yy, measured_yn, measured_nn, windows_m, windows_y, windows_n,
  windows_yy, windows_yn, windows_nn, alarms_m, alarms_y, alarms_n, alarms_yy, alarms_yn, alarms_nn, failed_m,
  failed_y, failed_n, failed_yy, failed_yn, failed_nn, dropped_m, dropped_y, dropped_n, dropped_yy, dropped_yn,
  dropped_nn, alone_m, alone_y, alone_n, alone_yy, alone_yn, alone_nn,
  h_loss, h_jitter, h_rtt, h_mos, h_fps
FROM
(
  SELECT
    population, cut, v1, v2, room,
    -- as in graded_legs.cell_ids
    multiIf(
      cut = 'tenant', cityHash64(cut),
      cut IN ('room', 'site', 'platform', 'network', 'model', 'size'), cityHash64(cut, v1),
      cut = 'room_model_software', cityHash64(cut, room, v1, v2),
      population = 'environment', cityHash64(cut, room, v1),
      cityHash64(cut, v1, v2)
    ) AS id,
    sum(conferences) AS conferences,
    sum(days) AS days,
    sum(legs) AS legs, sum(connected) AS connected, sum(ms) AS ms, sum(failed) AS failed, sum(dropped) AS dropped,
    sum(alone_ms) AS alone_ms, sum(gradeable) AS gradeable, sum(ungraded) AS ungraded,
    sum(measured_fair) AS measured_fair, sum(windows_fair) AS windows_fair, sum(alarms_fair) AS alarms_fair,
    sum(failed_no_answer) AS failed_no_answer, sum(failed_busy) AS failed_busy,
    sum(failed_rejected) AS failed_rejected, sum(failed_not_found) AS failed_not_found,
    sum(failed_auth_or_pin) AS failed_auth_or_pin, sum(failed_capacity) AS failed_capacity,
    sum(failed_timeout) AS failed_timeout, sum(failed_media_network) AS failed_media_network,
    sum(failed_config_or_crypto) AS failed_config_or_crypto, sum(failed_server_error) AS failed_server_error,
    sum(poor_audio_up) AS poor_audio_up, sum(graded_audio_up) AS graded_audio_up,
    sum(poor_audio_down) AS poor_audio_down, sum(graded_audio_down) AS graded_audio_down,
    sum(poor_video_up) AS poor_video_up, sum(graded_video_up) AS graded_video_up,
    sum(poor_video_down) AS poor_video_down, sum(graded_video_down) AS graded_video_down,
    sum(poor_content_up) AS poor_content_up, sum(graded_content_up) AS graded_content_up,
    sum(poor_content_down) AS poor_content_down, sum(graded_content_down) AS graded_content_down,
    sum(measured_m) AS measured_m, sum(measured_y) AS measured_y, sum(measured_n) AS measured_n,
    sum(measured_yy) AS measured_yy, sum(measured_yn) AS measured_yn, sum(measured_nn) AS measured_nn,
    sum(windows_m) AS windows_m, sum(windows_y) AS windows_y, sum(windows_n) AS windows_n,
    sum(windows_yy) AS windows_yy, sum(windows_yn) AS windows_yn, sum(windows_nn) AS windows_nn,
    sum(alarms_m) AS alarms_m, sum(alarms_y) AS alarms_y, sum(alarms_n) AS alarms_n, sum(alarms_yy) AS alarms_yy,
    sum(alarms_yn) AS alarms_yn, sum(alarms_nn) AS alarms_nn,
    sum(failed_m) AS failed_m, sum(failed_y) AS failed_y, sum(failed_n) AS failed_n, sum(failed_yy) AS failed_yy,
    sum(failed_yn) AS failed_yn, sum(failed_nn) AS failed_nn,
    sum(dropped_m) AS dropped_m, sum(dropped_y) AS dropped_y, sum(dropped_n) AS dropped_n,
    sum(dropped_yy) AS dropped_yy, sum(dropped_yn) AS dropped_yn, sum(dropped_nn) AS dropped_nn,
    sum(alone_m) AS alone_m, sum(alone_y) AS alone_y, sum(alone_n) AS alone_n, sum(alone_yy) AS alone_yy,
    sum(alone_yn) AS alone_yn, sum(alone_nn) AS alone_nn,
    sumForEach(h_loss) AS h_loss, sumForEach(h_jitter) AS h_jitter, sumForEach(h_rtt) AS h_rtt, sumForEach(h_mos) AS h_mos, sumForEach(h_fps) AS h_fps
  FROM {cube_day:Identifier}
  WHERE tenant_id = {tenant:String} AND month = {month:Date}
  GROUP BY population, cut, v1, v2, room
) AS sums
LEFT JOIN
(
  SELECT
    id,
    count() - uniqExact(conference_key) AS again                  -- days on which a conference is met again
  FROM
  (
    SELECT DISTINCT day, conference_key, id
    FROM counted
    ARRAY JOIN cell_ids AS id
    WHERE conference_key IN (SELECT conference_key FROM counted GROUP BY conference_key HAVING min(day) != max(day))
  )
  GROUP BY id
) AS twice ON twice.id = sums.id
LEFT JOIN {persons:Identifier} AS persons ON persons.period = toDate(0) AND persons.cell = sums.id
