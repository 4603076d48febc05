-- One stored observation, for the operator and the demo to show that nothing in it names anybody: of the source's rows
-- with the most stated fields, the one with the smallest key, so that the same data show the same row.
SELECT * EXCEPT (ingested_at)                  -- the columns of schemas/observation.ts
FROM observations
WHERE tenant_id = {tenant:String} AND source_id = {source:String}
ORDER BY length(media) DESC, isNull(start_ms), isNull(end_ms), event_key
LIMIT 1
