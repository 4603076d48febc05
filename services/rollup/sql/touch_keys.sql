-- Step 1, touch: every key that could tie what is touched to something else: a leg's links, the conference it names, a
-- conference's links, the record that a newer version replaces.
INSERT INTO {ties:Identifier}
SELECT DISTINCT
  tie.1 AS kind,                 -- of what the key is
  tie.2 AS k
FROM
(
  SELECT arrayJoin(arrayConcat(
    arrayMap(key -> (toString(subject), key), arrayPushBack(links, subject_key)),
    if(isNull(in_conference), [], [('conference', assumeNotNull(in_conference))]),
    if(isNull(record_key), [], [('record', assumeNotNull(record_key))])
  )) AS tie
  FROM observations
WHERE tenant_id = {tenant:String}
  AND fact_day IN {days:Array(Date)}
  AND (subject, subject_key) IN (SELECT subject, subject_key FROM {touched:Identifier})
)
