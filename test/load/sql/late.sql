-- One late record of a leg of the day: it ended a second later than was said.
INSERT INTO observations
SELECT
  * REPLACE (
    reinterpretAsUUID(sipHash128('late', event_key)) AS event_key,
    reinterpretAsUUID(sipHash128('late', content_hash)) AS content_hash,
    rev + 1000 AS rev,
    event_ms + 1000 AS event_ms,
    end_ms + 1000 AS end_ms,
    duration_ms + 1000 AS duration_ms,
    [] AS media,
    now64(3) AS ingested_at
  )
FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day = {day:Date}
  AND subject = 'leg'
  AND isNotNull(end_ms)
  AND event_ms < {before_ms:Int64}
ORDER BY sipHash64(subject_key, {nth:UInt32})
LIMIT 1
