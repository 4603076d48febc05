-- Of each people's cell, in folded values, and of each aspect of a leg (schemas/changed.ts): how many legs differ in it
-- between a revision and now, because they are new, gone or changed, of how many persons, and which part of them the
-- largest one has. A leg that moved from one cell to another has changed in both; a leg whose person changed counts for
-- both persons. Whose a leg is says also a key that does not count. In an aspect a leg differs where it is something else
-- in the cell than it was: one that did not fail and is not in the cell are the same to its failures.
-- All legs of a large month may differ: a leg as it was and as it is stand in one row, cells and states as numbers.
WITH
  (word, folded) -> if(has(folded, word), 'other', toString(word)) AS fold,
  (site, platform, network, transport, model, software, size, weekday, hour) -> [
    ('tenant', '', ''), ('site', site, ''), ('platform', platform, ''), ('network', network, ''), ('model', model, ''),
    ('size', size, ''), ('site_platform', site, platform), ('site_network', site, network),
    ('site_transport', site, transport), ('model_software', model, software), ('weekday_hour', weekday, hour)
  ] AS cells_of,
  (site, platform, network, transport, model, software, size, weekday, hour) -> cells_of(
    fold(site, {folded_site:Array(String)}), fold(platform, {folded_platform:Array(String)}), fold(network, {folded_network:Array(String)}),
    fold(transport, {folded_transport:Array(String)}), fold(model, {folded_model:Array(String)}), fold(software, {folded_software:Array(String)}),
    fold(size, {folded_size:Array(String)}), toString(weekday), toString(hour)
  ) AS folded_cells,
  -- what a leg is in an aspect; 0: nothing; 1: it is not remembered what it was
  (failure, forgotten) -> multiIf(forgotten, 1, failure = 'none', 0, cityHash64(failure)) AS state_of_failure,
  (grade, forgotten) -> multiIf(forgotten, 1, grade = '', 0, cityHash64(grade)) AS state_of_grade,
  ['legs', 'failures', 'measured', 'windows', 'alarms'] AS aspects,
  toUUID('00000000-0000-0000-0000-000000000000') AS nobody,
  earlier AS
  (
    SELECT
      leg_key, site, platform, network, transport, model, software, size, weekday, hour, person_key, person_ident, caller_key, ms,
      row_hash, failure AS own_failure, measured_hash, windows AS own_windows, alarms AS own_alarms
    FROM sealed_legs
    WHERE tenant_id = {tenant:String} AND month = {month:Date} AND revision = {revision:UInt32}
  ),
  now AS
  (
    SELECT
      leg_key, site, platform, network, transport, model, software, size, weekday, hour, person_key, person_ident, caller_key, ms,
      sipHash64(toString(tuple(
        day, site, platform, network, transport, model, software, size, weekday, hour, conference_key, cluster, person_key,
        person_ident, connected, ms, failure, dropped, alone_ms, gradeable, measured, windows, alarms, audio_up, audio_down,
        video_up, video_down, content_up, content_down, h_loss, h_jitter, h_rtt, h_mos, h_fps
      ))) AS row_hash,
      ifNull(toString(failure), 'none') AS own_failure,
      if(isNull(measured), 0, sipHash64(toString(tuple(
        measured, audio_up, audio_down, video_up, video_down, content_up, content_down, h_loss, h_jitter, h_rtt, h_mos, h_fps
      )))) AS measured_hash,
      ifNull(toString(windows), '') AS own_windows,
      ifNull(toString(alarms), '') AS own_alarms
    FROM graded_legs
    WHERE tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date} AND population = 'people'
  ),
  folded AS
  (
    SELECT
      leg_key,
      is_now,
      ifNull(caller_key, nobody) AS caller,
      if(isNull(person_key), 0, cityHash64(platform, ifNull(person_ident, ''))) AS ident,
      ms,
      own_failure = '' AS forgotten,
      [
        row_hash, state_of_failure(own_failure, forgotten), if(forgotten, 1, measured_hash),
        state_of_grade(own_windows, forgotten), state_of_grade(own_alarms, forgotten)
      ] AS states,
      arrayMap(cell -> cityHash64(cell), folded_cells(site, platform, network, transport, model, software, size, weekday, hour)) AS ids
    FROM
    (
      SELECT *, false AS is_now FROM earlier WHERE cityHash64(leg_key, row_hash) NOT IN (SELECT cityHash64(leg_key, row_hash) FROM now)
      UNION ALL
      SELECT *, true AS is_now FROM now WHERE cityHash64(leg_key, row_hash) NOT IN (SELECT cityHash64(leg_key, row_hash) FROM earlier)
    )
  ),
  -- a leg as it was (b: before) and as it is (a: after); no cells and states where it was not or is not
  both AS
  (
    SELECT
      leg_key,
      anyIf(caller, NOT is_now) AS caller_b,
      anyIf(caller, is_now) AS caller_a,
      anyIf(ident, NOT is_now) AS ident_b,
      anyIf(ident, is_now) AS ident_a,
      anyIf(ms, NOT is_now) AS ms_b,
      anyIf(ms, is_now) AS ms_a,
      anyIf(ids, NOT is_now) AS cells_b,
      anyIf(ids, is_now) AS cells_a,
      anyIf(states, NOT is_now) AS states_b,
      anyIf(states, is_now) AS states_a
    FROM folded
    GROUP BY leg_key
  ),
  -- a leg once a cell and aspect in which it differs: by what it was, by what it is, or by both
  differing AS
  (
    SELECT
      caller_b, caller_a, ident_b, ident_a, ms_b, ms_a,
      arrayMap(n -> intDiv(n, length(aspects)) + 1, range(length(aspects) * greatest(length(cells_b), length(cells_a)))) AS which_cell,
      arrayMap(n -> n % length(aspects) + 1, range(length(aspects) * greatest(length(cells_b), length(cells_a)))) AS which_aspect,
      arrayJoin(arrayFlatten(arrayMap(
        (aspect, cell_b, cell_a, state_b, state_a) -> multiIf(
          cell_b = cell_a AND state_b = state_a, [],
          cell_b = cell_a, [tuple(cell_b, aspect, state_b != 0, state_a != 0, state_b = 1)],
          arrayFilter(own -> own.3 OR own.4, [tuple(cell_b, aspect, state_b != 0, false, state_b = 1), tuple(cell_a, aspect, false, state_a != 0, false)])
        ),
        which_aspect,
        arrayMap(i -> cells_b[i], which_cell), arrayMap(i -> cells_a[i], which_cell),
        arrayMap(i -> states_b[i], which_aspect), arrayMap(i -> states_a[i], which_aspect)
      ))) AS place,
      place.1 AS cell_id,
      place.2 AS aspect,
      place.3 AS was,
      place.4 AS is,
      -- a row a person; the leg itself is counted in the first
      arrayJoin(multiIf(
        was AND is AND caller_b = caller_a, [(caller_b, greatest(ms_b, ms_a), [ident_b, ident_a], 1)],
        was AND is, [(caller_b, ms_b, [ident_b], 1), (caller_a, ms_a, [ident_a], 0)],
        was, [(caller_b, ms_b, [ident_b], 1)],
        [(caller_a, ms_a, [ident_a], 1)]
      )) AS one,
      one.4 AS own_legs,
      one.4 * greatest(if(was, ms_b, 0), if(is, ms_a, 0)) AS own_ms,
      one.4 * place.5 AS own_untold
    FROM both
  ),
  names AS
  (
    SELECT DISTINCT arrayJoin(folded_cells(site, platform, network, transport, model, software, size, weekday, hour)) AS cell, cityHash64(cell) AS cell_id
    FROM
    (
      SELECT DISTINCT site, platform, network, transport, model, software, size, weekday, hour
      FROM sealed_legs
      WHERE tenant_id = {tenant:String} AND month = {month:Date} AND revision = {revision:UInt32}
      UNION ALL
      SELECT DISTINCT site, platform, network, transport, model, software, size, weekday, hour
      FROM graded_legs
      WHERE tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date} AND population = 'people'
    )
  )
SELECT
  aspects[by_cell.aspect] AS aspect,
  names.cell.1 AS cut,
  names.cell.2 AS v1,
  names.cell.3 AS v2,
  all_legs AS legs,                              -- that differ
  all_ms AS ms,                                  -- their time, the longer of before and now
  persons,                                       -- the largest count of one platform and sort of identifier
  intDiv(most_legs * 100000 + all_legs - 1, all_legs) AS top_legs_mp,
  if(all_ms = 0, 0, intDiv(most_ms * 100000 + all_ms - 1, all_ms)) AS top_ms_mp,
  untold                                         -- legs that were remembered without this aspect
FROM
(
  SELECT
    cell_id,
    aspect,
    sum(part_legs) AS all_legs,
    sum(part_ms) AS all_ms,
    sum(part_untold) AS untold,
    arrayMax(sumMap(idents, arrayMap(ident -> toUInt64(1), idents)).2) AS persons,
    maxIf(person_legs, caller != nobody) AS most_legs,
    maxIf(person_ms, caller != nobody) AS most_ms
  FROM
  (
    SELECT
      cell_id,
      aspect,
      one.1 AS caller,
      count() AS person_legs,
      sum(one.2) AS person_ms,
      arrayFilter(ident -> ident != 0, groupUniqArrayArray(one.3)) AS idents,
      sum(own_legs) AS part_legs,
      sum(own_ms) AS part_ms,
      sum(own_untold) AS part_untold
    FROM differing
    GROUP BY cell_id, aspect, caller
  )
  GROUP BY cell_id, aspect
) AS by_cell
INNER JOIN names ON names.cell_id = by_cell.cell_id
ORDER BY aspect, cut, v1, v2
SETTINGS prefer_column_name_to_alias = 1, join_use_nulls = 1, max_execution_time = 600, max_bytes_before_external_group_by = 300000000
