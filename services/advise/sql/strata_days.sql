-- Strata of people over all media, day by day: of the month, and of the days before it that still have facts.
SELECT *                             -- the columns of a stratum (schemas/cube.ts)
FROM strata
WHERE tenant_id = {tenant:String}
  AND day BETWEEN {from:Date} AND {last:Date}
  AND population = 'people'
  AND medium = 'all'
ORDER BY day, site, platform, network, device_class
