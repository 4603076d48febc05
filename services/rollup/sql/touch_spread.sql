-- Step 1, touch: what is tied to what is touched. One round; they follow one another until nothing is found.
INSERT INTO {touched:Identifier}
SELECT DISTINCT
  subject,
  subject_key
FROM
(
  SELECT
    subject,
    subject_key,
    arrayJoin(arrayConcat(
      arrayMap(key -> (toString(subject), key), arrayPushBack(links, subject_key)),
      if(isNull(in_conference), [], [('conference', assumeNotNull(in_conference))]),
      if(isNull(record_key), [], [('record', assumeNotNull(record_key))])
    )) AS tie
  FROM observations
  WHERE tenant_id = {tenant:String}
    AND fact_day IN {days:Array(Date)}
    AND (subject, subject_key) NOT IN (SELECT subject, subject_key FROM {touched:Identifier})
)
WHERE (tie.1, tie.2) IN (SELECT kind, k FROM {ties:Identifier})
