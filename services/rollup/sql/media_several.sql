-- Step 3, legs: media of the legs that several events tell of, at most one entry a medium and direction; an event counts
-- once, however often its row is stored. Several entries become one as in the entry's foldMedia: counts are summed, loss is that of the sums, means
-- are weighted by length if every entry that states the figure has one, half rounds up, maxima stay, and the picture is
-- the largest.
INSERT INTO {media:Identifier}
WITH
  (v, w) -> arrayFilter((pair, x) -> isNotNull(x), arrayZip(v, w), v) AS stated,
  (p) -> if(
    empty(p), NULL,
    if(arrayAll(x -> ifNull(x.2, 0) > 0, p),
      intDiv(2 * arraySum(x -> toUInt64(assumeNotNull(x.1)) * assumeNotNull(x.2), p) + arraySum(x -> assumeNotNull(x.2), p), 2 * arraySum(x -> toUInt64(assumeNotNull(x.2)), p)),
      intDiv(2 * arraySum(x -> toUInt64(assumeNotNull(x.1)), p) + length(p), 2 * length(p)))
  ) AS mean,
  (v) -> if(arrayAll(x -> isNull(x), v), NULL, least(4294967295, arraySum(x -> toUInt64(ifNull(x, 0)), v))) AS total,
  (v) -> if(arrayAll(x -> isNull(x), v), NULL, arrayMax(x -> ifNull(x, 0), v)) AS most
SELECT
  day,
  label,
  arraySort(m -> (indexOf(['audio', 'video', 'content'], m.1), m.2 = 'down'), groupArray(entry)) AS media
FROM
(
  SELECT
    day,
    label,
    arrayFilter(m -> isNotNull(m.packets) AND isNotNull(m.lost), entries) AS counted,        -- entries that state both counts
    arraySum(m -> toUInt64(assumeNotNull(m.lost)), counted) AS counted_lost,
    arraySum(m -> toUInt64(assumeNotNull(m.packets)), counted) + if(entries[1].dir = 'up', counted_lost, 0) AS counted_sent,
    arraySort(m -> (-toInt64(ifNull(m.active_ms, 0)), assumeNotNull(m.codec)), arrayFilter(m -> isNotNull(m.codec), entries)) AS by_length,
    arraySort(m -> (-toInt64(assumeNotNull(m.width)) * assumeNotNull(m.height), -toInt64(assumeNotNull(m.width))), arrayFilter(m -> isNotNull(m.width) AND isNotNull(m.height), entries)) AS by_picture,
    if(length(entries) = 1, entries[1], tuple(
      entries[1].kind,
      entries[1].dir,
      if(empty(by_length), NULL, by_length[1].codec),
      total(entries.packets),
      total(entries.lost),
      if(counted_sent > 0, least(100000, intDiv(2 * counted_lost * 100000 + counted_sent, 2 * counted_sent)), mean(stated(entries.loss_mp, entries.active_ms))),
      most(entries.loss_max_mp),
      mean(stated(entries.jitter_us, entries.active_ms)),
      most(entries.jitter_max_us),
      mean(stated(entries.rtt_us, entries.active_ms)),
      mean(stated(entries.kbps, entries.active_ms)),
      if(empty(by_picture), NULL, by_picture[1].width),
      if(empty(by_picture), NULL, by_picture[1].height),
      mean(stated(entries.fps, entries.active_ms)),
      total(entries.active_ms),
      arraySum(x -> ifNull(x, 1), entries.samples)
    )::Tuple(kind String, dir String, codec Nullable(String), packets Nullable(UInt32), lost Nullable(UInt32), loss_mp Nullable(UInt32), loss_max_mp Nullable(UInt32), jitter_us Nullable(UInt32), jitter_max_us Nullable(UInt32), rtt_us Nullable(UInt32), kbps Nullable(UInt32), width Nullable(UInt32), height Nullable(UInt32), fps Nullable(UInt32), active_ms Nullable(UInt32), samples Nullable(UInt32))) AS entry
  FROM
  (
    SELECT day, label, groupArray(medium) AS entries
    FROM
    (
      SELECT day, label, arrayJoin(media) AS medium
      FROM
      (
        SELECT members.day AS day, members.label AS label, media
        FROM observations
        INNER JOIN {members:Identifier} AS members ON members.subject_key = observations.subject_key
        WHERE tenant_id = {tenant:String}
          AND fact_day IN {fact_days:Array(Date)}
          AND fact_day BETWEEN members.day - {before:UInt8} AND members.day + {after:UInt8}
          AND subject = 'leg'
          AND notEmpty(media)
          AND observations.subject_key IN (SELECT subject_key FROM {members:Identifier})
          AND (members.day, members.label) NOT IN (SELECT day, label FROM {media:Identifier})
          AND (
            members.day,
            observations.subject_key,
            event_key,
            bitOr(bitShiftLeft(toUInt256(rev), 160), bitOr(bitShiftLeft(toUInt256(config_rev), 128), toUInt256(toUInt128(content_hash))))
          ) NOT IN (SELECT day, subject_key, event_key, place FROM {excluded:Identifier})
        LIMIT 1 BY members.day, observations.subject_key, event_key
      )
    )
    GROUP BY day, label, medium.kind, medium.dir
  )
)
GROUP BY day, label
