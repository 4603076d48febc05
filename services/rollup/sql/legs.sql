-- Step 3, legs: one row a leg (schemas/leg.ts says what each field is). First each subject by itself: of a field, what its
-- highest row in the one order states. Then the subjects of a leg: of a field, what the subject states whose kind comes
-- first in the order of kinds (a pre-join channel is a shadow and comes last), of equals the one observed first. Conference and imputed end follow in step 4; until then conference_key is what the records name, and an
-- unknown end is the last observation and 60 s.
INSERT INTO {legs:Identifier}
WITH
  subjects AS
  (
    SELECT
      day,
      label,
      subject_key,
      min(event_ms) AS first_ms,                                      -- earliest observation of the subject
      max(event_ms) AS last_ms,                                       -- latest
      uniqExact(event_key) AS events,
      argMin(in_conference, moment) AS in_conference,                 -- of the earliest row that has one
      minIf(event_ms, isNotNull(in_conference)) AS conference_at,     -- when that was observed
      argMin(name_key, moment) AS name_key,
      minIf(event_ms, isNotNull(name_key)) AS name_at,
      argMin(person_key, moment) AS person_key,
      argMinIf(person_ident, moment, isNotNull(person_key)) AS person_ident,
      minIf(event_ms, isNotNull(person_key)) AS person_at,
      argMin(platform, moment) AS platform,
      argMin(source_id, moment) AS source_id,
      argMax(kind, place) AS kind,
      max(ifNull(mark = 'objected', false)) AS objected,
      argMax(start_ms, place) AS start_ms,
      argMax(end_ms - duration_ms, place) AS back_ms,                 -- counted back within one row
      argMax(answer_ms, place) AS answer_ms,
      argMax(end_ms, place) AS end_ms,
      argMax(duration_ms, place) AS duration_ms,
      argMax(site, place_of_site) AS site,                            -- room before address before label, then the one order
      argMax(site_by, place_of_site) AS site_by,
      max(isNotNull(coalesce(start_ms, end_ms, answer_ms, duration_ms)) OR isNotNull(coalesce(in_conference, name_key)) OR isNotNull(kind)) AS speaks, -- of the leg itself, not of its quality only
      argMax(internal, place) AS internal,
      argMax(role, place) AS role,
      argMax(measuring_point, place) AS measuring_point,
      argMax(ring_ms, place) AS ring_ms,
      argMax(protocol, place) AS protocol,
      argMax(direction, place) AS direction,
      argMax(service, place) AS service,
      argMax(network, place) AS network,
      argMax(transport, place) AS transport,
      argMax(encrypted, place) AS encrypted,
      argMax(bw_up_kbps, place) AS bw_up_kbps,
      argMax(bw_down_kbps, place) AS bw_down_kbps,
      argMax(room_id, place) AS room_id,
      argMax(vendor, place) AS vendor,
      argMax(model, place) AS model,
      argMax(software, place) AS software,
      argMax(device_class, place) AS device_class,
      argMax(end_class, place) AS end_class,
      argMax(end_code, place) AS end_code,
      argMax(sip_code, place) AS sip_code,
      argMax(q850, place) AS q850,
      argMax(alarm_loss_mp, place) AS alarm_loss_mp,
      argMax(alarm_jitter_mp, place) AS alarm_jitter_mp,
      argMax(alarm_rtt_mp, place) AS alarm_rtt_mp,
      argMax(mos_c, place) AS mos_c,
      argMax(rating, place) AS rating
    FROM
    (
      SELECT
        *,
        members.day AS day,                                         -- that is being built
        members.label AS label,
        bitOr(bitShiftLeft(toUInt256(rev), 160), bitOr(bitShiftLeft(toUInt256(config_rev), 128), toUInt256(toUInt128(content_hash)))) AS place,
        bitOr(bitShiftLeft(toUInt256(assumeNotNull(event_ms)), 212), bitShiftRight(place, 12)) AS moment, -- event time, then the one order
        bitOr(bitShiftLeft(toUInt256(transform(ifNull(site_by, ''), ['room', 'ip', 'label', 'remote'], [4, 3, 2, 1], 0)), 232), place) AS place_of_site
      FROM observations
      INNER JOIN (SELECT * FROM {members:Identifier} WHERE cityHash64(label) % {slices:UInt16} = {slice:UInt16}) AS members ON members.subject_key = observations.subject_key
      WHERE tenant_id = {tenant:String}
        AND fact_day IN {fact_days:Array(Date)}
        AND fact_day BETWEEN members.day - {before:UInt8} AND members.day + {after:UInt8}
        AND subject = 'leg'
        AND observations.subject_key IN (SELECT subject_key FROM {members:Identifier} WHERE cityHash64(label) % {slices:UInt16} = {slice:UInt16})
        AND isNotNull(event_ms)
        AND (members.day, observations.subject_key, event_key, place) NOT IN (SELECT day, subject_key, event_key, place FROM {excluded:Identifier})
    )
    GROUP BY day, label, subject_key
  ),
  merged AS
  (
    SELECT
      day,
      label,
      argMin(subject_key, toUInt128(subject_key)) AS leg_key,
      count() AS subjects,
      sum(events) AS observations,
      argMin(in_conference, turn_conference) AS in_conference,
      argMin(name_key, turn_name) AS name_key,
      argMin(person_key, turn_person) AS person_key,
      argMin(person_ident, turn_person) AS person_ident,
      min(if(isNull(kind), NULL, rank)) AS kind_rank,                 -- NULL: no subject states one
      max(objected) AS objected,
      argMin(platform, turn_first) AS platform,
      argMin(source_id, turn_first) AS source_id,
      min(start_ms) AS stated_start,
      min(back_ms) AS back_start,
      min(first_ms) AS first_ms,
      max(last_ms) AS last_ms,
      min(answer_ms) AS answer_ms,
      max(end_ms) AS stated_end,
      max(duration_ms) AS stated_duration,
      argMin(site, turn_site) AS site,
      argMin(site_by, turn_site) AS site_by,
      max(speaks) AS speaks,
      argMin(internal, turn) AS internal,
      argMin(role, turn) AS role,
      argMin(measuring_point, turn) AS measuring_point,
      argMin(ring_ms, turn) AS ring_ms,
      argMin(protocol, turn) AS protocol,
      argMin(direction, turn) AS direction,
      argMin(service, turn) AS service,
      argMin(network, turn) AS network,
      argMin(transport, turn) AS transport,
      argMin(encrypted, turn) AS encrypted,
      argMin(bw_up_kbps, turn) AS bw_up_kbps,
      argMin(bw_down_kbps, turn) AS bw_down_kbps,
      argMin(room_id, turn) AS room_id,
      argMin(vendor, turn) AS vendor,
      argMin(model, turn) AS model,
      argMin(software, turn) AS software,
      argMin(device_class, turn) AS device_class,
      argMin(end_class, turn) AS end_class,
      argMin(end_code, turn) AS end_code,
      argMin(sip_code, turn) AS sip_code,
      argMin(q850, turn) AS q850,
      argMin(alarm_loss_mp, turn) AS alarm_loss_mp,
      argMin(alarm_jitter_mp, turn) AS alarm_jitter_mp,
      argMin(alarm_rtt_mp, turn) AS alarm_rtt_mp,
      argMin(mos_c, turn) AS mos_c,
      argMin(rating, turn) AS rating
    FROM
    (
      SELECT
        *,
        bitOr(bitShiftLeft(toUInt256(first_ms), 128), toUInt256(toUInt128(subject_key))) AS turn_first,    -- who was observed first
        transform(ifNull(kind, 'unknown'), {kinds:Array(String)}, arrayEnumerate({kinds:Array(String)}), 5) AS rank,
        bitOr(bitShiftLeft(toUInt256(rank), 200), turn_first) AS turn,  -- what the leg itself is before what only came with it
        bitOr(bitShiftLeft(toUInt256(conference_at), 128), toUInt256(toUInt128(subject_key))) AS turn_conference,
        bitOr(bitShiftLeft(toUInt256(name_at), 128), toUInt256(toUInt128(subject_key))) AS turn_name,
        bitOr(bitShiftLeft(toUInt256(person_at), 128), toUInt256(toUInt128(subject_key))) AS turn_person,
        bitOr(bitShiftLeft(toUInt256(transform(ifNull(site_by, ''), ['room', 'ip', 'label', 'remote'], [0, 1, 2, 3], 4)), 208), turn) AS turn_site
      FROM subjects
    )
    GROUP BY day, label
    HAVING max(speaks) AND ({rooms_only:Bool} = false OR countIf(isNotNull(room_id)) > 0)
  ),
  timed AS
  (
    SELECT
      *,
      assumeNotNull(coalesce(stated_start, back_start, first_ms)) AS start_at,
      multiIf(isNotNull(stated_start), 'stated', isNotNull(back_start), 'counted_back', 'observed') AS start_by,
      coalesce(stated_end, start_at + stated_duration) AS told_end,
      multiIf(isNotNull(stated_end), 'stated', isNotNull(stated_duration), 'counted_on', 'observed') AS end_by,
      greatest(start_at, assumeNotNull(coalesce(told_end, last_ms))) AS known_end,
      known_end - start_at > 86400000 OR ifNull(stated_duration > 86400000, false) AS capped,
      least(start_at + 86400000, known_end) AS known_end_ms,
      least(start_at + 86400000, if(isNull(told_end), known_end + 60000, known_end)) AS end_at
    FROM merged
  )
SELECT
  {tenant:String} AS tenant_id,
  timed.day AS day,
  leg_key,
  subjects,
  observations,
  in_conference AS conference_key,                              -- as named; step 4 puts the conference in its place
  if(isNull(in_conference), NULL, 'stated') AS conference_by,
  if(objected, NULL, name_key) AS name_key,
  if(objected, NULL, person_key) AS person_key,
  if(objected, NULL, person_ident) AS person_ident,
  {kinds:Array(String)}[ifNull(kind_rank, indexOf({kinds:Array(String)}, 'unknown'))] AS kind,
  internal,
  role,
  objected,
  assumeNotNull(platform) AS platform,
  assumeNotNull(source_id) AS source_id,
  measuring_point,
  start_at AS start_ms,
  start_by,
  answer_ms,
  end_at AS end_ms,
  end_by,
  known_end_ms,
  least(86400000, coalesce(stated_duration, end_at - start_at)) AS duration_ms,
  capped,
  ring_ms,
  protocol,
  direction,
  service,
  network,
  transport,
  encrypted,
  bw_up_kbps,
  bw_down_kbps,
  room_id,
  site,
  site_by,
  if(objected, NULL, vendor) AS vendor,
  if(objected, NULL, model) AS model,
  if(objected, NULL, software) AS software,
  if(objected, NULL, device_class) AS device_class,
  end_class,
  end_code,
  sip_code,
  q850,
  windows.win_good AS win_good,
  windows.win_ok AS win_ok,
  windows.win_bad AS win_bad,
  windows.win_terrible AS win_terrible,
  alarm_loss_mp,
  alarm_jitter_mp,
  alarm_rtt_mp,
  mos_c,
  rating,
  media.media AS media
FROM timed
LEFT JOIN (SELECT * FROM {windows:Identifier} WHERE cityHash64(label) % {slices:UInt16} = {slice:UInt16}) AS windows ON windows.day = timed.day AND windows.label = timed.label
LEFT JOIN (SELECT * FROM {media:Identifier} WHERE cityHash64(label) % {slices:UInt16} = {slice:UInt16}) AS media ON media.day = timed.day AND media.label = timed.label
WHERE start_at >= {from_ms:Array(Int64)}[indexOf({days:Array(Date)}, timed.day)] AND start_at < {until_ms:Array(Int64)}[indexOf({days:Array(Date)}, timed.day)]
