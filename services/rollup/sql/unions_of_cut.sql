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
    SELECT ask, day, platform, conference_key, connected, ms, person_key, person_ident
    FROM
    (
      SELECT
        toString({first_dimension:Identifier}) AS own_a, toString({second_dimension:Identifier}) AS own_b,
        day, platform, conference_key, connected, ms, person_key, person_ident
      FROM graded_legs
      WHERE tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date} AND population = 'people'
    ) AS own
    INNER JOIN wanted ON wanted.a = own.own_a AND wanted.b = own.own_b
  )
SELECT
  toUInt32(by_ask.ask - 1) AS ask,               -- position among the asks, from 0
  conferences,                                   -- of which a connected leg lies in them
  persons,                                       -- the largest count of one platform and sort of identifier
  top_legs_mp,                                   -- largest part of the legs that one person has, rounded up
  top_ms_mp,                                     -- the same of the time
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
    arrayMax(sumMapIf(idents, arrayMap(ident -> toUInt64(1), idents), isNotNull(person_key)).2) AS persons,
    intDiv(maxIf(legs, isNotNull(person_key)) * 100000 + sum(legs) - 1, sum(legs)) AS top_legs_mp,
    if(sum(ms) = 0, 0, intDiv(maxIf(ms, isNotNull(person_key)) * 100000 + sum(ms) - 1, sum(ms))) AS top_ms_mp
  FROM
  (
    SELECT ask, person_key, count() AS legs, sum(ms) AS ms, groupUniqArray(concat(platform, ' ', ifNull(person_ident, ''))) AS idents
    FROM legs
    GROUP BY ask, person_key
  )
  GROUP BY ask
) AS by_person ON by_person.ask = by_ask.ask
ORDER BY ask
SETTINGS prefer_column_name_to_alias = 1, join_use_nulls = 1
