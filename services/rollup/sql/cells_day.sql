-- Step 5, cells: the cells of some days of a month (schemas/cube.ts), of the legs of these days as they are counted.
INSERT INTO {cube_day:Identifier}
SELECT
  {tenant:String} AS tenant_id,
  {month:Date} AS month,
  sums.day AS day,
  population,
  cut,
  v1,
  v2,
  room,
  conferences,
  ifNull(persons, 0) AS persons,
  ifNull(top_legs_mp, 0) AS top_legs_mp,
  ifNull(top_ms_mp, 0) AS top_ms_mp,
  ifNull(top_failed_mp, 0) AS top_failed_mp,
  toUInt64(connected > 0) AS days,
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
    day,
    id,
    any(population) AS population,
    any(cell.1) AS cut,
    any(cell.2) AS v1,
    any(cell.3) AS v2,
    any(room) AS room,
    uniqExactIf(conference_key, connected) AS conferences,
    count() AS legs,
    countIf(connected) AS connected,
    sum(ms) AS ms,
    countIf(isNotNull(failure)) AS failed,
    countIf(dropped) AS dropped,
    sum(alone_ms) AS alone_ms,
    countIf(gradeable) AS gradeable,
    countIf(gradeable AND isNull(measured) AND isNull(windows) AND isNull(alarms)) AS ungraded,
    countIf(ifNull(measured = 'fair', false)) AS measured_fair,
    countIf(ifNull(windows = 'fair', false)) AS windows_fair,
    countIf(ifNull(alarms = 'fair', false)) AS alarms_fair,
    countIf(ifNull(failure = 'no_answer', false)) AS failed_no_answer,
    countIf(ifNull(failure = 'busy', false)) AS failed_busy,
    countIf(ifNull(failure = 'rejected', false)) AS failed_rejected,
    countIf(ifNull(failure = 'not_found', false)) AS failed_not_found,
    countIf(ifNull(failure = 'auth_or_pin', false)) AS failed_auth_or_pin,
    countIf(ifNull(failure = 'capacity', false)) AS failed_capacity,
    countIf(ifNull(failure = 'timeout', false)) AS failed_timeout,
    countIf(ifNull(failure = 'media_network', false)) AS failed_media_network,
    countIf(ifNull(failure = 'config_or_crypto', false)) AS failed_config_or_crypto,
    countIf(ifNull(failure = 'server_error', false)) AS failed_server_error,
    countIf(ifNull(audio_up = 'poor', false)) AS poor_audio_up,
    countIf(isNotNull(audio_up)) AS graded_audio_up,
    countIf(ifNull(audio_down = 'poor', false)) AS poor_audio_down,
    countIf(isNotNull(audio_down)) AS graded_audio_down,
    countIf(ifNull(video_up = 'poor', false)) AS poor_video_up,
    countIf(isNotNull(video_up)) AS graded_video_up,
    countIf(ifNull(video_down = 'poor', false)) AS poor_video_down,
    countIf(isNotNull(video_down)) AS graded_video_down,
    countIf(ifNull(content_up = 'poor', false)) AS poor_content_up,
    countIf(isNotNull(content_up)) AS graded_content_up,
    countIf(ifNull(content_down = 'poor', false)) AS poor_content_down,
    countIf(isNotNull(content_down)) AS graded_content_down,
    arrayResize(sumForEach(h_loss), {bins_loss:UInt8}, 0) AS h_loss,
    arrayResize(sumForEach(h_jitter), {bins_jitter:UInt8}, 0) AS h_jitter,
    arrayResize(sumForEach(h_rtt), {bins_rtt:UInt8}, 0) AS h_rtt,
    arrayResize(sumForEach(h_mos), {bins_mos:UInt8}, 0) AS h_mos,
    arrayResize(sumForEach(h_fps), {bins_fps:UInt8}, 0) AS h_fps
  FROM {graded_legs:Identifier}
  ARRAY JOIN cells AS cell, cell_ids AS id
  WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
  GROUP BY day, id
) AS sums
INNER JOIN
(
  -- Sums over clusters: m clusters of which the outcome is known, y with it, n of which it is known, squares, products.
  SELECT
    day, id,
    countIf(measured_n > 0) AS measured_m, sum(measured_y) AS measured_y, sum(measured_n) AS measured_n, sum(measured_y * measured_y) AS measured_yy, sum(measured_y * measured_n) AS measured_yn, sum(measured_n * measured_n) AS measured_nn,
    countIf(windows_n > 0) AS windows_m, sum(windows_y) AS windows_y, sum(windows_n) AS windows_n, sum(windows_y * windows_y) AS windows_yy, sum(windows_y * windows_n) AS windows_yn, sum(windows_n * windows_n) AS windows_nn,
    countIf(alarms_n > 0) AS alarms_m, sum(alarms_y) AS alarms_y, sum(alarms_n) AS alarms_n, sum(alarms_y * alarms_y) AS alarms_yy, sum(alarms_y * alarms_n) AS alarms_yn, sum(alarms_n * alarms_n) AS alarms_nn,
    countIf(failed_n > 0) AS failed_m, sum(failed_y) AS failed_y, sum(failed_n) AS failed_n, sum(failed_y * failed_y) AS failed_yy, sum(failed_y * failed_n) AS failed_yn, sum(failed_n * failed_n) AS failed_nn,
    countIf(dropped_n > 0) AS dropped_m, sum(dropped_y) AS dropped_y, sum(dropped_n) AS dropped_n, sum(dropped_y * dropped_y) AS dropped_yy, sum(dropped_y * dropped_n) AS dropped_yn, sum(dropped_n * dropped_n) AS dropped_nn,
    countIf(alone_n > 0) AS alone_m, sum(alone_y) AS alone_y, sum(alone_n) AS alone_n, sum(alone_y * alone_y) AS alone_yy, sum(alone_y * alone_n) AS alone_yn, sum(alone_n * alone_n) AS alone_nn
  FROM
  (
    SELECT
      day,
      id,
      cluster,
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
    ARRAY JOIN cell_ids AS id
    WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
    GROUP BY day, id, cluster
  )
  GROUP BY day, id
) AS clusters ON clusters.day = sums.day AND clusters.id = sums.id
LEFT JOIN {persons:Identifier} AS persons ON persons.period = sums.day AND persons.cell = sums.id
