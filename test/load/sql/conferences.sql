-- The conferences that legs of a day of day.sql name: two bridges each, that know of one another; one says when it ended.
INSERT INTO observations (tenant_id, fact_day, subject, subject_key, event_key, rev, config_rev, links, platform, source_id, event_ms, start_ms, end_ms, media, content_hash, ingested_at)
SELECT
  {tenant:String} AS tenant_id,
  toDate(intDiv(start, 1000), 'UTC') AS fact_day,
  'conference' AS subject,
  reinterpretAsUUID(sipHash128('conference', {day_ms:Int64}, meeting, bridge)) AS subject_key,
  reinterpretAsUUID(sipHash128('conference event', {day_ms:Int64}, meeting, bridge, event)) AS event_key,
  event AS rev,
  1 AS config_rev,
  [reinterpretAsUUID(sipHash128('correlator', {day_ms:Int64}, meeting))] AS links,
  'cms' AS platform,
  'cms-hq' AS source_id,
  if(event = 0, start, start + 3600000) AS event_ms,
  start AS start_ms,
  if(event = 0 OR bridge = 1, NULL, start + 3600000) AS end_ms,
  [] AS media,
  reinterpretAsUUID(sipHash128('conference content', {day_ms:Int64}, meeting, bridge, event)) AS content_hash,
  fromUnixTimestamp64Milli({stored_ms:Int64}) AS ingested_at
FROM
(
  SELECT
    number * 5 AS meeting,
    {day_ms:Int64} + if(meeting % 50 = 0, 80100000, 21600000 + (cityHash64('meeting', {day_ms:Int64}, meeting) % 40) * 900000) AS start,
    arrayJoin([0, 1]) AS bridge,
    arrayJoin([0, 1]) AS event
  FROM numbers(intDiv({legs:UInt32} + 29, 30))
)
