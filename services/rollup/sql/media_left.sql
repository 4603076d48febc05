-- Whether several events tell of some leg's media.
SELECT
  count() AS rows
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day IN {fact_days:Array(Date)}
  AND subject = 'leg'
  AND notEmpty(media)
  AND subject_key IN (SELECT subject_key FROM {members:Identifier} WHERE (day, label) NOT IN (SELECT day, label FROM {media:Identifier}))
