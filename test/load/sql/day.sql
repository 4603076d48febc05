-- One UTC day of a large customer: {legs:UInt32} legs in meetings of six, about 25 observations for six legs. Three legs of
-- ten are two subjects that name each other, one event of four carries media, 3.5 % of ends are missing, and one meeting
-- of five is named by an id; the others by a name that comes back each day. One meeting of fifty goes on over midnight.
INSERT INTO observations
SELECT
  {tenant:String} AS tenant_id,
  toDate(intDiv(start, 1000), 'UTC') AS fact_day,
  'leg' AS subject,
  if(second, second_key, first_key) AS subject_key,
  reinterpretAsUUID(sipHash128('event', {day_ms:Int64}, n, if(again, 2, event))) AS event_key,
  toUInt64(at) AS rev,
  if(again, 2, 1) AS config_rev,
  NULL AS record_key,
  if(paired, [if(second, first_key, second_key)], []) AS links,
  if(stated AND NOT second, reinterpretAsUUID(sipHash128('conference', {day_ms:Int64}, meeting, n % 2)), NULL) AS in_conference,
  if(stated, NULL, reinterpretAsUUID(sipHash128('name', meeting % greatest(1, intDiv({legs:UInt32}, 24))))) AS name_key,
  if(second, NULL, reinterpretAsUUID(sipHash128('person', dice % 5000))) AS person_key,
  if(second, NULL, 'address') AS person_ident,
  if(second, 'unknown', if(n % 5 = 0, 'room', if(n % 7 = 0, 'guest', 'user'))) AS kind,
  n % 7 != 0 AS internal,
  if(n % 6 = 0, 'host', 'guest') AS role,
  NULL AS mark,
  if(stated, 'cms', 'pexip') AS platform,
  if(stated, 'cms-hq', 'pexip-hq') AS source_id,
  'service' AS measuring_point,
  at AS event_ms,
  start AS start_ms,
  if(event = 0, NULL, start + 800) AS answer_ms,
  if(ends, end, NULL) AS end_ms,
  if(ends, end - start, NULL) AS duration_ms,
  NULL AS ring_ms,
  if(n % 3 = 0, 'webrtc', 'sip') AS protocol,
  'in' AS direction,
  'meeting' AS service,
  NULL AS network,
  'tls' AS transport,
  true AS encrypted,
  if(ends, 1722, NULL) AS bw_up_kbps,
  if(ends, 868 + n % 300, NULL) AS bw_down_kbps,
  if(n % 5 = 0, concat('room-', toString(n % 200)), NULL) AS room_id,
  ['utrecht', 'groningen', 'delft', 'remote'][1 + dice % 4] AS site,
  if(n % 5 = 0, 'room', 'ip') AS site_by,
  if(event = 1, NULL, ['cisco', 'poly', 'chrome', 'edge'][1 + n % 4]) AS vendor,
  if(event = 1 OR n % 5 != 0, NULL, concat('model-', toString(n % 40))) AS model,
  if(event = 1, NULL, concat('11.', toString(n % 12))) AS software,
  if(n % 5 = 0, 'room', 'browser') AS device_class,
  if(ends, 'normal', NULL) AS end_class,
  if(ends, 'call_disconnected', NULL) AS end_code,
  NULL AS sip_code,
  NULL AS q850,
  if(event IN (1, 3), toUInt32(dice % 60), NULL) AS win_good,
  if(event IN (1, 3), toUInt32(dice % 7), NULL) AS win_ok,
  if(event IN (1, 3), toUInt32(dice % 3), NULL) AS win_bad,
  if(event IN (1, 3), 0, NULL) AS win_terrible,
  NULL AS alarm_loss_mp,
  NULL AS alarm_jitter_mp,
  NULL AS alarm_rtt_mp,
  NULL AS mos_c,
  NULL AS rating,
  if(
    ends AND NOT second,
    arrayMap(
      (medium, towards) -> (
        medium, towards, if(medium = 'audio', 'opus', 'h264'), toUInt32((end - start) / 9), toUInt32(dice % 400), toUInt32(dice % 2000), NULL,
        toUInt32(dice % 30000), toUInt32(dice % 90000), NULL, toUInt32(if(medium = 'audio', 48, 1198)),
        if(medium = 'audio', NULL, toUInt32(1280)), if(medium = 'audio', NULL, toUInt32(720)), if(medium = 'audio', NULL, toUInt32(30)),
        toUInt32(end - start), NULL
      ),
      ['audio', 'audio', 'video', 'video'], ['up', 'down', 'up', 'down']
    ),
    []
  ) AS media,
  reinterpretAsUUID(sipHash128('content', {day_ms:Int64}, n, event)) AS content_hash,
  fromUnixTimestamp64Milli({stored_ms:Int64}) AS ingested_at
FROM
(
  SELECT
    *,
    start + 900000 + (dice % 2700) * 1000 AS end,
    -- 0 start, 1 and 3 windows, 2 end, 4 the end decoded anew; 10 and 11 start and end of the second subject
    arrayJoin(arrayConcat(
      [0, 1],
      if(dice % 1000 < 35, [], [2]),
      if(n % 2 = 0, [3], []),
      if(n % 200 = 7, [4], []),
      if(paired, [10, 11], [])
    )) AS event,
    event >= 10 AS second,
    event = 4 AS again,
    event IN (2, 4, 11) AS ends,
    multiIf(event IN (0, 10), start, event = 1, start + 300000, event = 3, start + 600000, end) AS at
  FROM
  (
    SELECT
      number AS n,
      intDiv(number, 6) AS meeting,
      meeting % 5 = 0 AS stated,
      number % 10 < 3 AS paired,
      cityHash64('leg', {day_ms:Int64}, number) AS dice,
      {day_ms:Int64} + if(meeting % 50 = 0, 80100000, 21600000 + (cityHash64('meeting', {day_ms:Int64}, meeting) % 40) * 900000) + dice % 240000 AS start,
      reinterpretAsUUID(sipHash128('leg', {day_ms:Int64}, number)) AS first_key,
      reinterpretAsUUID(sipHash128('second', {day_ms:Int64}, number)) AS second_key
    FROM numbers({legs:UInt32})
  )
)
