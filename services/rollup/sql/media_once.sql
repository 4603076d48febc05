-- Step 3, legs: media of the legs that one event tells of: as that event has them, which the entry has folded already.
INSERT INTO {media:Identifier}
SELECT
  label,
  any(media) AS media            -- exact repeats of one row are equal
FROM observations
INNER JOIN {members:Identifier} AS members ON members.subject_key = observations.subject_key
WHERE tenant_id = {tenant:String}
  AND fact_day BETWEEN {first:Date} AND {last:Date}
  AND subject = 'leg'
  AND notEmpty(media)
  AND observations.subject_key IN (SELECT subject_key FROM {members:Identifier})
  AND (
    observations.subject_key,
    event_key,
    bitOr(bitShiftLeft(toUInt256(rev), 160), bitOr(bitShiftLeft(toUInt256(config_rev), 128), toUInt256(toUInt128(content_hash))))
  ) NOT IN (SELECT subject_key, event_key, place FROM {excluded:Identifier})
GROUP BY label
HAVING min(event_key) = max(event_key) AND min(observations.subject_key) = max(observations.subject_key)
