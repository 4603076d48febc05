-- The names that the engine gives to a tenant's partitions of some periods.
SELECT
  arrayJoin(
    arrayConcat(
      arrayMap(d -> partitionId({tenant:String}, d), {days:Array(Date)}),
      arrayMap(m -> partitionId({tenant:String}, m), {months:Array(UInt32)})
    )
  ) AS period_id -- hash of tenant and period
