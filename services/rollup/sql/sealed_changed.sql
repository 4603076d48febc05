-- Of each people's cell, in folded values: how many legs differ between a revision and now, because they are new, gone or
-- changed, of how many persons, and which part of them the largest one has. A leg that moved from one cell to another has
-- changed in both; a leg whose person changed counts for both persons. Whose a leg is says also a key that does not count.
WITH
  earlier AS
  (
    SELECT leg_key, site, platform, network, transport, model, software, size, weekday, hour, person_key, person_ident, caller_key, ms, row_hash
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
      ))) AS row_hash
    FROM graded_legs
    WHERE tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date} AND population = 'people'
  ),
  changed AS
  (
    SELECT * FROM earlier WHERE (leg_key, row_hash) NOT IN (SELECT leg_key, row_hash FROM now)
    UNION ALL
    SELECT * FROM now WHERE (leg_key, row_hash) NOT IN (SELECT leg_key, row_hash FROM earlier)
  ),
  folded AS
  (
    SELECT
      leg_key,
      platform AS own_platform,
      person_key,
      person_ident,
      caller_key,
      ms,
      if(has({folded_site:Array(String)}, site), 'other', toString(site)) AS f_site,
      if(has({folded_platform:Array(String)}, platform), 'other', toString(platform)) AS f_platform,
      if(has({folded_network:Array(String)}, network), 'other', toString(network)) AS f_network,
      if(has({folded_transport:Array(String)}, transport), 'other', toString(transport)) AS f_transport,
      if(has({folded_model:Array(String)}, model), 'other', toString(model)) AS f_model,
      if(has({folded_software:Array(String)}, software), 'other', toString(software)) AS f_software,
      if(has({folded_size:Array(String)}, size), 'other', toString(size)) AS f_size,
      arrayJoin([
        ('tenant', '', ''), ('site', f_site, ''), ('platform', f_platform, ''), ('network', f_network, ''),
        ('model', f_model, ''), ('size', f_size, ''), ('site_platform', f_site, f_platform),
        ('site_network', f_site, f_network), ('site_transport', f_site, f_transport),
        ('model_software', f_model, f_software), ('weekday_hour', toString(weekday), toString(hour))
      ]) AS cell
    FROM changed
  ),
  -- a leg once a cell and person, as it was and as it is
  legs AS
  (
    SELECT cell, leg_key, caller_key, max(ms) AS ms, groupUniqArrayIf(concat(own_platform, ' ', ifNull(person_ident, '')), isNotNull(person_key)) AS idents
    FROM folded
    GROUP BY cell, leg_key, caller_key
  )
SELECT
  cell.1 AS cut,
  cell.2 AS v1,
  cell.3 AS v2,
  all_legs AS legs,                              -- that differ
  all_ms AS ms,                                  -- their time, the longer of before and now
  connected,                                     -- of them connected, before or now
  persons,                                       -- the largest count of one platform and sort of identifier
  intDiv(most_legs * 100000 + all_legs - 1, all_legs) AS top_legs_mp,
  if(all_ms = 0, 0, intDiv(most_ms * 100000 + all_ms - 1, all_ms)) AS top_ms_mp
FROM
(
  SELECT cell, count() AS all_legs, sum(ms) AS all_ms, countIf(ms > 0) AS connected
  FROM (SELECT cell, leg_key, max(ms) AS ms FROM legs GROUP BY cell, leg_key)
  GROUP BY cell
) AS sums
INNER JOIN
(
  SELECT
    cell,
    arrayMax(sumMap(idents, arrayMap(ident -> toUInt64(1), idents)).2) AS persons,
    maxIf(person_legs, isNotNull(caller_key)) AS most_legs,
    maxIf(person_ms, isNotNull(caller_key)) AS most_ms
  FROM
  (
    SELECT cell, caller_key, count() AS person_legs, sum(ms) AS person_ms, groupUniqArrayArray(idents) AS idents
    FROM legs
    GROUP BY cell, caller_key
  )
  GROUP BY cell
) AS by_person ON by_person.cell = sums.cell
ORDER BY cut, v1, v2
SETTINGS prefer_column_name_to_alias = 1, join_use_nulls = 1
