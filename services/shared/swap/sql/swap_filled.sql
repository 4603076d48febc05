-- The partitions of a run's staging tables that hold rows, among some: without rows the table's partition is dropped,
-- because a partition cannot be replaced from one that is not there.
SELECT DISTINCT
  table AS staging, -- name of the staging table
  toString(period) AS period -- date of the partition
FROM system.parts AS parts
INNER JOIN
(
  SELECT
    arrayJoin({periods:Array(Date)}) AS period,
    partitionId({tenant:String}, period) AS period_id
) AS wanted ON parts.partition_id = wanted.period_id
WHERE database = currentDatabase() AND has({stagings:Array(String)}, table) AND active AND rows > 0
