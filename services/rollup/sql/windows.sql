-- Step 3, legs: windows of each leg, summed over its events; an event counts once, however often its row is stored.
INSERT INTO {windows:Identifier}
SELECT
  day,
  label,
  if(isNull(sum(win_good)), NULL, least(sum(win_good), 4294967295)) AS win_good,  -- NULL: no event states it
  if(isNull(sum(win_ok)), NULL, least(sum(win_ok), 4294967295)) AS win_ok,
  if(isNull(sum(win_bad)), NULL, least(sum(win_bad), 4294967295)) AS win_bad,
  if(isNull(sum(win_terrible)), NULL, least(sum(win_terrible), 4294967295)) AS win_terrible
FROM
(
  SELECT members.day AS day, label, win_good, win_ok, win_bad, win_terrible
  FROM observations
  INNER JOIN {members:Identifier} AS members ON members.subject_key = observations.subject_key
  WHERE tenant_id = {tenant:String}
    AND fact_day IN {fact_days:Array(Date)}
    AND fact_day BETWEEN members.day - {before:UInt8} AND members.day + {after:UInt8}
    AND subject = 'leg'
    AND isNotNull(coalesce(win_good, win_ok, win_bad, win_terrible))
    AND observations.subject_key IN (SELECT subject_key FROM {members:Identifier})
    AND (
      members.day,
      observations.subject_key,
      event_key,
      bitOr(bitShiftLeft(toUInt256(rev), 160), bitOr(bitShiftLeft(toUInt256(config_rev), 128), toUInt256(toUInt128(content_hash))))
    ) NOT IN (SELECT day, subject_key, event_key, place FROM {excluded:Identifier})
  LIMIT 1 BY members.day, observations.subject_key, event_key
)
GROUP BY day, label
