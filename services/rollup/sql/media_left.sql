-- Whether several events tell of some leg's media.
SELECT
  count() AS rows
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day BETWEEN {first:Date} AND {last:Date}
  AND subject = 'leg'
  AND notEmpty(media)
  AND subject_key IN (SELECT subject_key FROM {members:Identifier} WHERE label NOT IN (SELECT label FROM {media:Identifier}))
