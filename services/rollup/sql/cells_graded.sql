-- Step 5, cells: the legs of some days as they are counted (schemas/cube.ts): in words, with how many met, how long one was
-- alone, and graded after the profile. Who was there at the same time is looked up on the day itself and on the days
-- beside it, of each day by itself, so that it does not matter which days are built together.
INSERT INTO {graded_legs:Identifier}
WITH
  -- Estimated MOS in hundredths (ITU-T G.107 as in reference quality-and-advice 1.2.1). Delay: half the round trip, twice
  -- the jitter as jitter buffer, where it is known, and packetisation. x: log2 of the delay over 100 ms.
  (x) -> 25 * (pow(1 + pow(x, 6), 1 / 6) - 3 * pow(1 + pow(x / 3, 6), 1 / 6) + 2) AS impairment_of_delay,
  (loss_percent, ie, bpl) -> ie + (95 - ie) * loss_percent / (loss_percent + bpl) AS impairment_of_equipment,
  (r) -> toUInt16(floor(100 * multiIf(r <= 0, 1, r >= 100, 4.5, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 0.000007) + 0.5)) AS mos_of,
  -- Loss of counts, milli-percent, half rounds up.
  (lost, sent, known) -> if(known AND sent > 0, toNullable(toUInt32(least(100000, intDiv(2 * lost * 100000 + sent, 2 * greatest(sent, 1))))), NULL) AS loss_of,
  -- Grade of a share that is given as part and whole: 0 none, 1 good, 2 fair, 3 poor.
  (part, whole, known, poor, fair) -> multiIf(NOT known OR whole = 0, 0, part >= whole * poor, 3, part >= whole * fair, 2, 1) AS grade_of_share,
  -- Of figures, how many fall into each bin; the first bin lies below the first edge. Of none: empty.
  (figures, edges) -> if(
    empty(figures),
    [],
    arrayMap(bin -> toUInt8(arrayCount(figure -> arrayCount(edge -> figure >= edge, edges) = bin, figures)), range(length(edges) + 1))
  ) AS bins,
  met AS
  (
    SELECT
      target,                                                     -- the day whose legs are graded
      leg_key,
      any(most) AS size,                                          -- most people and rooms connected at one moment
      sum(part.2) AS alone_ms
    FROM
    (
      SELECT
        target,
        if(empty(levels), 0, arrayMax(levels)) AS most,
        -- each leg of the day, and each time that one of them is alone
        arrayConcat(
          own,
          arrayMap(i -> tuple(there[who[i]].1, lasts[i]), arrayFilter(i -> levels[i] = 1 AND there[who[i]].4, arrayEnumerate(levels)))
        ) AS parts
      FROM
      (
        SELECT
          target,
          own,
          there,
          arrayCumSum(moves.2) AS levels,                         -- how many are there after each move
          arrayCumSum(moves.3) AS who,                            -- and, where it is one, who
          arrayPushBack(arrayPopFront(arrayDifference(moves.1)), 0) AS lasts
        FROM
        (
          SELECT
            target,
            own,
            there,
            -- who comes and goes, in order; at one moment those who go go first
            arraySort(arrayConcat(
              arrayMap((leg, i) -> tuple(leg.2, toInt32(1), toInt64(i)), there, arrayEnumerate(there)),
              arrayMap((leg, i) -> tuple(leg.3, toInt32(-1), -toInt64(i)), there, arrayEnumerate(there))
            )) AS moves
          FROM
          (
            SELECT
              target,
              groupArrayIf(tuple(leg_key, toInt64(0)), on_target) AS own,
              groupArrayIf(tuple(leg_key, start_ms, end_ms, on_target), present) AS there
            FROM
            (
              SELECT
                target,
                conference_key,
                leg_key,
                start_ms,
                end_ms,
                day = target AS on_target,
                kind IN {present_kinds:Array(String)} AND duration_ms >= {connected_ms:UInt32} AND end_ms > start_ms AS present
              FROM call_legs
              ARRAY JOIN arrayFilter(d -> abs(toInt32(d) - toInt32(day)) <= 1, {days:Array(Date)}) AS target
              WHERE tenant_id = {tenant:String}
                AND day IN {around:Array(Date)}
                AND isNotNull(conference_key)
                AND (
                  day = target
                  OR (target, conference_key) IN (
                    SELECT day, conference_key FROM call_legs
                    WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)} AND isNotNull(conference_key)
                  )
                )
            )
            GROUP BY target, conference_key
          )
        )
      )
    )
    ARRAY JOIN parts AS part
    GROUP BY target, part.1 AS leg_key
  )
SELECT
  {tenant:String} AS tenant_id,
  day,
  leg_key,
  if(isNull(room_id), 'people', 'environment') AS population,
  ifNull(site, {unknown:String}) AS site,
  platform,
  ifNull(network, {unknown:String}) AS network,
  ifNull(transport, {unknown:String}) AS transport,
  ifNull(device_class, {unknown:String}) AS device_class,
  if(isNull(vendor) AND isNull(model), {unknown:String}, trimBoth(concat(ifNull(vendor, ''), ' ', ifNull(model, '')))) AS model,
  ifNull(software, {unknown:String}) AS software,
  if(most = 0, {unknown:String}, {size_bands:Array(String)}[arrayCount(from_size -> most >= from_size, {size_from:Array(UInt32)})]) AS size,
  {weekdays:Array(String)}[least(6, toDayOfWeek(local))] AS weekday,
  {hours:Array(String)}[if(toHour(local) BETWEEN 8 AND 17, toHour(local) - 6, 1)] AS hour,
  ifNull(room_id, '') AS room,
  conference_key,
  ifNull(conference_key, leg_key) AS cluster,
  if(counts, person_key, NULL) AS person_key,
  if(counts, person_ident, NULL) AS person_ident,
  if(calls, person_key, NULL) AS caller_key,
  connected,
  if(connected, duration_ms, 0) AS ms,
  if(NOT connected AND has({failures:Array(String)}, ifNull(end_class, '')), end_class, NULL) AS failure,
  connected AND has({drops:Array(String)}, ifNull(end_class, '')) AS dropped,
  if(connected, alone, 0) AS alone_ms,
  gradeable,
  {grades:Array(String)}[nullIf(measured_grade, 0)] AS measured,
  {grades:Array(String)}[nullIf(windows_grade, 0)] AS windows,
  {grades:Array(String)}[nullIf(alarms_grade, 0)] AS alarms,
  {grades:Array(String)}[nullIf(media_grades[1], 0)] AS audio_up,
  {grades:Array(String)}[nullIf(media_grades[2], 0)] AS audio_down,
  {grades:Array(String)}[nullIf(media_grades[3], 0)] AS video_up,
  {grades:Array(String)}[nullIf(media_grades[4], 0)] AS video_down,
  {grades:Array(String)}[nullIf(media_grades[5], 0)] AS content_up,
  {grades:Array(String)}[nullIf(media_grades[6], 0)] AS content_down,
  best_mos AS mos_c,
  bins(losses, {edges_loss:Array(UInt32)}) AS h_loss,
  bins(jitters, {edges_jitter:Array(UInt32)}) AS h_jitter,
  bins(round_trips, {edges_rtt:Array(UInt32)}) AS h_rtt,
  bins(if(isNull(best_mos), [], [assumeNotNull(best_mos)]), {edges_mos:Array(UInt32)}) AS h_mos,
  bins(rates, {edges_fps:Array(UInt32)}) AS h_fps
FROM
(
  SELECT
    * EXCEPT (graded, stated_grade, stated_mos),
    greatest(arrayMax(entry -> entry.8, graded), stated_grade) AS measured_grade,
    arrayMap(
      medium -> arrayMax(entry -> if(entry.1 = medium.1 AND entry.2 = medium.2, entry.8, 0), graded),
      [('audio', 'up'), ('audio', 'down'), ('video', 'up'), ('video', 'down'), ('content', 'up'), ('content', 'down')]
    ) AS media_grades,
    -- the stated one, else the smallest estimate; of a leg that is graded
    multiIf(stated_grade > 0, stated_mos, arrayExists(entry -> isNotNull(entry.7), graded), toNullable(arrayMin(entry -> ifNull(entry.7, 450), graded)), NULL) AS best_mos,
    arrayMap(entry -> assumeNotNull(entry.3), arrayFilter(entry -> entry.1 = 'audio' AND isNotNull(entry.3), graded)) AS losses,
    arrayMap(entry -> assumeNotNull(entry.4), arrayFilter(entry -> entry.1 = 'audio' AND isNotNull(entry.4), graded)) AS jitters,
    arrayMap(entry -> assumeNotNull(entry.5), arrayFilter(entry -> entry.1 = 'audio' AND isNotNull(entry.5), graded)) AS round_trips,
    arrayMap(entry -> assumeNotNull(entry.6), arrayFilter(entry -> entry.1 = 'video' AND isNotNull(entry.6), graded)) AS rates
  FROM
  (
    SELECT
      * EXCEPT (estimated),
      -- the entries that are graded, with their grade: 1 good, 2 fair, 3 poor; what is not known decides nothing
      arrayFilter(
        entry -> entry.8 > 0,
        arrayMap(
          e -> tuple(
            e.1, e.2, e.3, e.4, e.5, e.6, e.7,
            multiIf(
              e.1 = 'audio',
              multiIf(
                isNull(coalesce(e.3, e.4, e.5)), 0,
                e.3 >= {audio_poor_loss_mp:UInt32} OR e.4 > {audio_poor_jitter_us:UInt32} OR e.5 > {audio_poor_rtt_us:UInt32} OR e.7 < {audio_poor_mos_c:UInt32}, 3,
                e.3 >= {audio_fair_loss_mp:UInt32} OR e.4 > {audio_fair_jitter_us:UInt32} OR e.5 > {audio_fair_rtt_us:UInt32} OR e.7 < {audio_fair_mos_c:UInt32}, 2,
                1
              ),
              isNull(coalesce(e.3, e.6)), 0,
              e.3 >= {video_poor_loss_mp:UInt32} OR e.6 < {video_poor_fps:UInt32}, 3,
              e.3 >= {video_fair_loss_mp:UInt32}, 2,
              1
            )
          ),
          estimated
        )
      ) AS graded
    FROM
    (
      SELECT
        * EXCEPT (stated),
        -- and MOS as estimated, of sound whose delay and loss are known: not to know them is not to have none
        arrayMap(
          m -> tuple(
            m.1, m.2, m.3, m.4, m.5, m.6,
            if(
              m.1 = 'audio' AND isNotNull(m.5) AND isNotNull(m.3),
              mos_of(
                93.2
                - impairment_of_delay(log2(greatest(100, assumeNotNull(m.5) / 2000 + ifNull(m.4, 0) / 500 + {packetisation_ms:Float64}) / 100))
                - impairment_of_equipment(
                  assumeNotNull(m.3) / 1000,
                  transform(ifNull(m.7, ''), {codecs:Array(String)}, {codecs_ie:Array(Float64)}, {other_ie:Float64}),
                  transform(ifNull(m.7, ''), {codecs:Array(String)}, {codecs_bpl:Array(Float64)}, {other_bpl:Float64})
                )
              ),
              NULL
            )
          ),
          stated
        ) AS estimated
      FROM
      (
        SELECT
          day, leg_key, room_id, site, platform, network, transport, device_class, vendor, model, software, conference_key,
          person_key, person_ident, duration_ms, end_class,
          ifNull(met.size, 0) AS most,
          ifNull(met.alone_ms, 0) AS alone,
          toDateTime(intDiv(start_ms, 1000), {zone:String}) AS local,
          duration_ms >= {connected_ms:UInt32} AS connected,
          duration_ms >= {shortest_ms:UInt32} AS gradeable,
          -- a key that may be a machine's, or of another month, or of somebody who was not really there, is no person
          duration_ms >= {connected_ms:UInt32} AND isNotNull(conference_key) AND isNotNull(person_key) AND isNotNull(person_ident)
            AND isNull(room_id) AND NOT capped AND kind IN {counted_kinds:Array(String)}
            AND NOT has({uncounted_devices:Array(String)}, ifNull(device_class, '')) AS counts,
          -- whose leg it is, whatever it came to
          isNotNull(person_key) AND isNull(room_id) AND kind IN {people_kinds:Array(String)}
            AND NOT has({uncounted_devices:Array(String)}, ifNull(device_class, '')) AS calls,
          -- media with enough packets: kind, dir, loss, jitter, round trip, frame rate, codec
          arrayMap(
            m -> tuple(
              m.kind,
              m.dir,
              coalesce(m.loss_mp, loss_of(toUInt64(ifNull(m.lost, 0)), toUInt64(ifNull(m.packets, 0)) + if(m.dir = 'up', ifNull(m.lost, 0), 0), isNotNull(m.lost) AND isNotNull(m.packets))),
              m.jitter_us,
              m.rtt_us,
              if(m.kind = 'video', m.fps, NULL),
              m.codec
            ),
            if(duration_ms >= {shortest_ms:UInt32}, arrayFilter(m -> isNull(m.packets) OR m.packets >= {fewest_packets:UInt32}, media), [])
          ) AS stated,
          toNullable(toUInt16(least(65535, ifNull(mos_c, 0)))) AS stated_mos,
          multiIf(duration_ms < {shortest_ms:UInt32} OR isNull(mos_c), 0, mos_c < {audio_poor_mos_c:UInt32}, 3, mos_c < {audio_fair_mos_c:UInt32}, 2, 1) AS stated_grade,
          grade_of_share(
            (toUInt64(ifNull(win_bad, 0)) + ifNull(win_terrible, 0)) * 100000,
            toUInt64(ifNull(win_good, 0)) + ifNull(win_ok, 0) + ifNull(win_bad, 0) + ifNull(win_terrible, 0),
            duration_ms >= {shortest_ms:UInt32},
            {windows_poor_mp:UInt32},
            {windows_fair_mp:UInt32}
          ) AS windows_grade,
          -- only a platform that states alarms at the end of a leg says by their absence that there were none
          grade_of_share(
            greatest(ifNull(alarm_loss_mp, 0), ifNull(alarm_jitter_mp, 0), ifNull(alarm_rtt_mp, 0)),
            1,
            duration_ms >= {shortest_ms:UInt32} AND platform = {alarm_platform:String} AND end_by = 'stated',
            {alarms_poor_mp:UInt32},
            {alarms_fair_mp:UInt32}
          ) AS alarms_grade
        FROM call_legs AS legs
        LEFT JOIN met ON met.target = legs.day AND met.leg_key = legs.leg_key
        WHERE tenant_id = {tenant:String}
          AND legs.day IN {days:Array(Date)}
          AND (kind IN {people_kinds:Array(String)} AND isNull(room_id) OR kind = 'room' AND isNotNull(room_id))
      )
    )
  )
)
