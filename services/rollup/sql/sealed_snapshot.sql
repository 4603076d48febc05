-- The legs of people that a revision of a month is made of. The hash is made of what figures are made of, as in
-- sealed_changed.sql: a column that is added for something else must not make all legs look changed.
INSERT INTO sealed_legs
SELECT
  tenant_id,
  {month:Date} AS month,
  {revision:UInt32} AS revision,
  leg_key, site, platform, network, transport, model, software, size, weekday, hour, person_key, person_ident, caller_key, ms,
  sipHash64(toString(tuple(
    day, site, platform, network, transport, model, software, size, weekday, hour, conference_key, cluster, person_key,
    person_ident, connected, ms, failure, dropped, alone_ms, gradeable, measured, windows, alarms, audio_up, audio_down,
    video_up, video_down, content_up, content_down, h_loss, h_jitter, h_rtt, h_mos, h_fps
  ))) AS row_hash,
  ifNull(toString(failure), 'none') AS own_failure,
  if(isNull(measured), 0, sipHash64(toString(tuple(
    measured, audio_up, audio_down, video_up, video_down, content_up, content_down, h_loss, h_jitter, h_rtt, h_mos, h_fps
  )))) AS measured_hash,
  ifNull(toString(windows), '') AS own_windows,
  ifNull(toString(alarms), '') AS own_alarms
FROM graded_legs
WHERE tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date} AND population = 'people'
