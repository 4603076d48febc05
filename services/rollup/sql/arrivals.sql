-- Rows that came since the watermark for a local day that had ended more than a day before, that is frozen, or whose month
-- is published. None is both frozen and after_seal: a frozen day is of a frozen month, which cannot be opened again, and
-- so is in no sealed one.
INSERT INTO arrival_health
SELECT
  {tenant:String} AS tenant_id,
  {run_day:Date} AS day,
  {hour_ms:Int64} AS hour_ms,
  ifNull(source_id, '') AS source_id,
  {from_ms:Int64} AS from_ms,
  countIf(local > {frozen:Date}) AS late,
  countIf(local <= {frozen:Date}) AS frozen,
  countIf(has({sealed:Array(String)}, formatDateTime(local, '%Y-%m'))) AS after_seal
FROM
(
  SELECT
    source_id,
    toDate(toDateTime(intDiv(assumeNotNull(coalesce(start_ms, event_ms)), 1000), {zone:String})) AS local
  FROM observations
  WHERE tenant_id = {tenant:String}
    AND fact_day IN {days:Array(Date)}
    AND ingested_at > fromUnixTimestamp64Milli({from_ms:Int64})
    AND ingested_at <= fromUnixTimestamp64Milli({until_ms:Int64})
    AND isNotNull(event_ms)
)
WHERE local < {late_before:Date}
GROUP BY source_id
