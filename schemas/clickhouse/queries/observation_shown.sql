-- One stored observation, to show that nothing in it names anybody: of the source's rows that say most (a person, equipment,
-- an end, media), the one with the smallest key, so that the same data show the same row.
SELECT * EXCEPT (ingested_at)                  -- the columns of schemas/observation.ts
FROM observations
WHERE tenant_id = {tenant:String} AND source_id = {source:String}
ORDER BY isNull(person_key), isNull(vendor), isNull(end_ms), length(media) DESC, event_key
LIMIT 1
