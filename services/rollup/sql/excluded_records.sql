-- Step 3, legs: rows of a record that a newer version replaces, wherever that version stands.
INSERT INTO {excluded:Identifier}
SELECT DISTINCT
  day,
  subject_key,
  event_key,
  place                          -- of the row that does not count
FROM {rows:Identifier} AS versions
INNER JOIN
(
  SELECT record_key, max(rev) AS newest
  FROM observations
  WHERE tenant_id = {tenant:String}
    AND record_key IN (SELECT record_key FROM {rows:Identifier} WHERE isNotNull(record_key))
  GROUP BY record_key
) AS records ON records.record_key = versions.record_key
WHERE rev < newest
