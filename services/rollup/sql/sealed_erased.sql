-- Whether legs of a month are remembered that are not there any more, in a month with marks of erasure: they may be legs of
-- a person whose data were erased.
SELECT
  count() > 0 AS erased -- 1: such a leg is remembered
FROM sealed_legs
WHERE tenant_id = {tenant:String}
  AND month = {month:Date}
  AND leg_key NOT IN (
    SELECT leg_key FROM graded_legs WHERE tenant_id = {tenant:String} AND day BETWEEN {month:Date} AND {last:Date}
  )
  AND (
    SELECT count() FROM observations
    WHERE tenant_id = {tenant:String} AND fact_day BETWEEN {month:Date} - 2 AND {last:Date} + 2 AND mark = 'erased'
  ) > 0
