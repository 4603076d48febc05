-- Of each people's cell of a cut, in folded values, and of each aspect of a leg (schemas/changed.ts): how many legs differ in it
-- between a revision and now, because they are new, gone or changed, of how many persons, and which part of them the
-- largest one has. A leg that moved from one cell to another has changed in both; a leg whose person changed counts for
-- both persons. Whose a leg is says also a key that does not count. In an aspect a leg differs where it is something else
-- in the cell than it was: one that did not fail and is not in the cell are the same to its failures.
WITH
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
  changed AS
  (
    SELECT * FROM earlier WHERE (leg_key, row_hash) NOT IN (SELECT leg_key, row_hash FROM now)
    UNION ALL
    SELECT * FROM now WHERE (leg_key, row_hash) NOT IN (SELECT leg_key, row_hash FROM earlier)
  ),
  -- what a leg is in an aspect; empty: nothing; ?: it is not remembered what it was
  told AS
  (
    SELECT
      *,
      own_failure = '' AS forgotten,
      arrayFilter(state -> state.2 != '', [
        ('legs', toString(row_hash)),
        ('failures', multiIf(forgotten, '?', own_failure = 'none', '', toString(own_failure))),
        ('measured', multiIf(forgotten, '?', measured_hash = 0, '', toString(measured_hash))),
        ('windows', if(forgotten, '?', toString(own_windows))),
        ('alarms', if(forgotten, '?', toString(own_alarms)))
      ]) AS states
    FROM changed
  ),
  folded AS
  (
    SELECT
      leg_key,
      caller_key,
      ms,
      if(isNull(person_key), '', concat(platform, ' ', ifNull(person_ident, ''))) AS ident,
      if(has({folded_site:Array(String)}, site), 'other', toString(site)) AS f_site,
      if(has({folded_platform:Array(String)}, platform), 'other', toString(platform)) AS f_platform,
      if(has({folded_network:Array(String)}, network), 'other', toString(network)) AS f_network,
      if(has({folded_transport:Array(String)}, transport), 'other', toString(transport)) AS f_transport,
      if(has({folded_model:Array(String)}, model), 'other', toString(model)) AS f_model,
      if(has({folded_software:Array(String)}, software), 'other', toString(software)) AS f_software,
      if(has({folded_size:Array(String)}, size), 'other', toString(size)) AS f_size,
      arrayJoin(arrayFilter(own -> own.1 = {cut:String}, [
        ('tenant', '', ''), ('site', f_site, ''), ('platform', f_platform, ''), ('network', f_network, ''),
        ('model', f_model, ''), ('size', f_size, ''), ('site_platform', f_site, f_platform),
        ('site_network', f_site, f_network), ('site_transport', f_site, f_transport),
        ('model_software', f_model, f_software), ('weekday_hour', toString(weekday), toString(hour))
      ])) AS cell,
      arrayJoin(states) AS state
    FROM told
  ),
  -- what a leg was in a cell and is not, or is and was not
  differing AS
  (
    SELECT
      tuple(state.1, cell.1, cell.2, cell.3) AS of_cell,
      leg_key,
      any(caller_key) AS own_caller,
      any(ms) AS own_ms,
      any(ident) AS own_ident,
      state.2 = '?' AS is_untold
    FROM folded
    GROUP BY cell, state, leg_key
    HAVING count() = 1
  ),
  -- a leg once a cell and person, as it was and as it is
  legs AS
  (
    SELECT
      of_cell,
      leg_key,
      own_caller,
      max(own_ms) AS own_ms,
      groupUniqArrayIf(own_ident, own_ident != '') AS idents,
      max(is_untold) AS is_untold
    FROM differing
    GROUP BY of_cell, leg_key, own_caller
  )
SELECT
  of_cell.1 AS aspect,
  of_cell.2 AS cut,
  of_cell.3 AS v1,
  of_cell.4 AS v2,
  all_legs AS legs,                              -- that differ
  all_ms AS ms,                                  -- their time, the longer of before and now
  persons,                                       -- the largest count of one platform and sort of identifier
  intDiv(most_legs * 100000 + all_legs - 1, all_legs) AS top_legs_mp,
  if(all_ms = 0, 0, intDiv(most_ms * 100000 + all_ms - 1, all_ms)) AS top_ms_mp,
  untold                                         -- legs that were remembered without this aspect
FROM
(
  SELECT of_cell, count() AS all_legs, sum(leg_ms) AS all_ms, sum(leg_untold) AS untold
  FROM (SELECT of_cell, leg_key, max(own_ms) AS leg_ms, max(is_untold) AS leg_untold FROM legs GROUP BY of_cell, leg_key)
  GROUP BY of_cell
) AS sums
INNER JOIN
(
  SELECT
    of_cell,
    arrayMax(sumMap(idents, arrayMap(ident -> toUInt64(1), idents)).2) AS persons,
    maxIf(person_legs, isNotNull(own_caller)) AS most_legs,
    maxIf(person_ms, isNotNull(own_caller)) AS most_ms
  FROM
  (
    SELECT of_cell, own_caller, count() AS person_legs, sum(own_ms) AS person_ms, groupUniqArrayArray(idents) AS idents
    FROM legs
    GROUP BY of_cell, own_caller
  )
  GROUP BY of_cell
) AS by_person ON by_person.of_cell = sums.of_cell
ORDER BY aspect, cut, v1, v2
SETTINGS prefer_column_name_to_alias = 1, join_use_nulls = 1
