-- The sweep, round by round: subjects that share a key with one that is to go and have rows at most a day apart from
-- it, as step 2 joins them. Read are the days from which a leg near the tombstone can be made. A tombstone with more
-- than 16 subjects is not followed further: so many are no leg (link_too_wide).
INSERT INTO sweep_subjects
WITH keyed AS
(
  SELECT subject_key, fact_day, arrayJoin(arrayPushBack(links, subject_key)) AS key
  FROM observations
  WHERE tenant_id = {tenant:String}
    AND subject = 'leg'
    AND fact_day IN (SELECT stone_day + arrayJoin(range(12)) - 5 FROM sweep_subjects)
),
found AS
(
  SELECT DISTINCT stone_key, stone_day, key, fact_day
  FROM keyed
  INNER JOIN sweep_subjects AS known ON known.subject_key = keyed.subject_key
  WHERE fact_day BETWEEN stone_day - 5 AND stone_day + 6
    AND (stone_key, stone_day) IN (
      SELECT stone_key, stone_day FROM sweep_subjects GROUP BY stone_key, stone_day HAVING count() <= {widest:UInt8}
    )
)
SELECT DISTINCT
  found.stone_key AS stone_key,
  found.stone_day AS stone_day,
  other.subject_key AS subject_key -- not among the stone's subjects yet
FROM keyed AS other
INNER JOIN found ON found.key = other.key
WHERE other.key IN (SELECT key FROM found)
  AND abs(dateDiff('day', other.fact_day, found.fact_day)) <= 1
  AND (stone_key, stone_day, subject_key) NOT IN (SELECT stone_key, stone_day, subject_key FROM sweep_subjects)
