-- Step 5, cells: of each cell of some days, and of each of the month, how many persons it counts and which part of its legs
-- and time the largest one has (design, section 7). In the environment: those at the other side, that is, people's legs
-- in the conferences of which a connected leg lies in the cell. A person has several keys, one of each platform and sort
-- of identifier, so the largest of these counts is taken and not their sum. What a person has are all legs with the key,
-- also those that came to nothing; a caller who never got through in the period is no person (schemas/cube.ts), but has
-- a part of what failed.
-- Cells do not know of each other: what would be too much at once is counted in {slices:UInt32} parts of them.
INSERT INTO {persons:Identifier}
WITH
  counted AS
  (
    SELECT
      [toDate(0)] AS periods,                                     -- 1970-01-01: the month
      population, platform, conference_key, connected, ms, isNotNull(failure) AS failed, person_key, person_ident, caller_key,
      arrayFilter(cell -> cell % {slices:UInt32} = {slice:UInt32}, cell_ids) AS own_cells
    FROM graded_legs
    WHERE {of_month:Bool} AND tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date} AND day NOT IN {days:Array(Date)}
    UNION ALL
    SELECT
      arrayConcat(if({of_month:Bool}, [toDate(0)], []), if({of_days:Bool}, [day], [])) AS periods,
      population, platform, conference_key, connected, ms, isNotNull(failure) AS failed, person_key, person_ident, caller_key,
      arrayFilter(cell -> cell % {slices:UInt32} = {slice:UInt32}, cell_ids) AS own_cells
    FROM {graded_legs:Identifier}
    WHERE tenant_id = {tenant:String} AND day IN {days:Array(Date)}
  ),
  parts AS
  (
    SELECT arrayJoin(periods) AS period, cell, platform, ms, failed, person_key, person_ident, caller_key
    FROM counted
    ARRAY JOIN own_cells AS cell
    WHERE population = 'people'
    UNION ALL
    SELECT period, cell, platform, ms, false AS failed, person_key, person_ident, caller_key
    FROM
    (
      SELECT arrayJoin(periods) AS period, platform, conference_key, ms, person_key, person_ident, caller_key
      FROM counted
      WHERE population = 'people' AND isNotNull(conference_key)
    ) AS people
    INNER JOIN
    (
      SELECT DISTINCT arrayJoin(periods) AS period, cell, conference_key
      FROM counted
      ARRAY JOIN own_cells AS cell
      WHERE population = 'environment' AND connected AND isNotNull(conference_key)
    ) AS visited ON visited.period = people.period AND visited.conference_key = people.conference_key
  ),
  -- callers who count somewhere in the period
  known AS (SELECT DISTINCT arrayJoin(periods) AS period, assumeNotNull(person_key) AS known_key FROM counted WHERE isNotNull(person_key))
SELECT
  period,
  cell,
  arrayMax(sumForEach(arrayMap(sort -> if(bitTest(sorts, sort), persons, 0), range(64)))) AS persons,
  intDiv(max(most_legs) * 100000 + sum(legs) - 1, sum(legs)) AS top_legs_mp,
  if(sum(ms) = 0, 0, intDiv(max(most_ms) * 100000 + sum(ms) - 1, sum(ms))) AS top_ms_mp,
  if(sum(failed) = 0, 0, intDiv(max(most_failed) * 100000 + sum(failed) - 1, sum(failed))) AS top_failed_mp
FROM
(
  SELECT
    period,
    cell,
    sorts,
    count() AS persons,
    sum(legs) AS legs,
    maxIf(legs, sorts > 0 OR (period, caller) IN known) AS most_legs,
    sum(ms) AS ms,
    maxIf(ms, sorts > 0 OR (period, caller) IN known) AS most_ms,
    sum(failed) AS failed,
    maxIf(failed, caller != toUUID('00000000-0000-0000-0000-000000000000')) AS most_failed
  FROM
  (
    SELECT
      period,
      cell,
      ifNull(caller_key, toUUID('00000000-0000-0000-0000-000000000000')) AS caller,
      count() AS legs,
      sum(ms) AS ms,
      countIf(failed) AS failed,
      -- of which platforms and sorts of identifier the key is, a bit each; none where it counts as nobody's
      groupBitOr(if(isNull(person_key), 0, bitShiftLeft(toUInt64(1), 4 * indexOf({platforms:Array(String)}, platform) + indexOf({idents:Array(String)}, ifNull(person_ident, ''))))) AS sorts
    FROM parts
    GROUP BY period, cell, caller
  )
  GROUP BY period, cell, sorts
)
GROUP BY period, cell
