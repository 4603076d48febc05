-- Distinct counts over several cells of a cut of people taken together: who is in two of them is one person. Counted as
-- cells_persons.sql and cells_day.sql count them for one cell.
WITH
  wanted AS
  (
    SELECT
      a,
      b,
      arrayJoin(arrayFilter(
        i -> has({v1:Array(Array(String))}[i], a) AND (empty({v2:Array(Array(String))}[i]) OR has({v2:Array(Array(String))}[i], b)),
        arrayEnumerate({v1:Array(Array(String))})
      )) AS ask
    FROM
    (
      SELECT DISTINCT toString({first_dimension:Identifier}) AS a, toString({second_dimension:Identifier}) AS b
      FROM graded_legs
      WHERE tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date} AND population = 'people'
    )
  ),
  legs AS
  (
    SELECT ask, day, platform, conference_key, connected, ms, failed, person_key, person_ident, caller_key
    FROM
    (
      SELECT
        toString({first_dimension:Identifier}) AS own_a, toString({second_dimension:Identifier}) AS own_b,
        day, platform, conference_key, connected, ms, isNotNull(failure) AS failed, person_key, person_ident, caller_key
      FROM graded_legs
      WHERE tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date} AND population = 'people'
    ) AS own
    INNER JOIN wanted ON wanted.a = own.own_a AND wanted.b = own.own_b
  ),
  known AS                                       -- callers who count somewhere in the month
  (
    SELECT DISTINCT assumeNotNull(person_key) AS known_key
    FROM graded_legs
    WHERE tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date} AND population = 'people' AND isNotNull(person_key)
  )
SELECT
  toUInt32(by_ask.ask - 1) AS ask,               -- position among the asks, from 0
  conferences,                                   -- of which a connected leg lies in them
  persons,                                       -- the largest count of one platform and sort of identifier
  top_legs_mp,                                   -- largest part of the legs that one person has, rounded up
  top_ms_mp,                                     -- the same of the time
  top_failed_mp,                                 -- the same of the failed legs, of any caller
  days                                           -- with a connected leg
FROM
(
  SELECT ask, uniqExactIf(conference_key, connected) AS conferences, uniqExactIf(day, connected) AS days
  FROM legs
  GROUP BY ask
) AS by_ask
INNER JOIN
(
  SELECT
    ask,
    arrayMax(sumMap(idents, arrayMap(ident -> toUInt64(1), idents)).2) AS persons,
    intDiv(maxIf(legs, is_person) * 100000 + sum(legs) - 1, sum(legs)) AS top_legs_mp,
    if(sum(ms) = 0, 0, intDiv(maxIf(ms, is_person) * 100000 + sum(ms) - 1, sum(ms))) AS top_ms_mp,
    if(sum(failed) = 0, 0, intDiv(maxIf(failed, isNotNull(caller_key)) * 100000 + sum(failed) - 1, sum(failed))) AS top_failed_mp
  FROM
  (
    SELECT
      ask,
      caller_key,
      ifNull(caller_key, toUUID('00000000-0000-0000-0000-000000000000')) IN known AS is_person,
      count() AS legs,
      sum(ms) AS ms,
      countIf(failed) AS failed,
      groupUniqArrayIf(concat(platform, ' ', ifNull(person_ident, '')), isNotNull(person_key)) AS idents
    FROM legs
    GROUP BY ask, caller_key
  )
  GROUP BY ask
) AS by_person ON by_person.ask = by_ask.ask
ORDER BY ask
SETTINGS prefer_column_name_to_alias = 1, join_use_nulls = 1
