-- Step 3, legs: media of the legs that one event tells of: as that event has them, which the entry has folded already.
-- First which legs these are, from keys alone: an aggregate over media keeps each of its values as a tree.
INSERT INTO {media:Identifier}
WITH
  told AS
  (
    SELECT
      members.day AS day,
      members.label AS label,
      observations.subject_key AS subject_key,
      event_key,
      media
    FROM observations
    INNER JOIN {members:Identifier} AS members ON members.subject_key = observations.subject_key
    WHERE tenant_id = {tenant:String}
      AND fact_day IN {fact_days:Array(Date)}
      AND fact_day BETWEEN members.day - {before:UInt8} AND members.day + {after:UInt8}
      AND subject = 'leg'
      AND notEmpty(media)
      AND observations.subject_key IN (SELECT subject_key FROM {members:Identifier})
      AND (
        members.day,
        observations.subject_key,
        event_key,
        bitOr(bitShiftLeft(toUInt256(rev), 160), bitOr(bitShiftLeft(toUInt256(config_rev), 128), toUInt256(toUInt128(content_hash))))
      ) NOT IN (SELECT day, subject_key, event_key, place FROM {excluded:Identifier})
  )
SELECT
  day,
  label,
  media                          -- exact repeats of one row are equal
FROM told
WHERE (day, label) IN (SELECT day, label FROM told GROUP BY day, label HAVING min(event_key) = max(event_key) AND min(subject_key) = max(subject_key))
LIMIT 1 BY day, label
