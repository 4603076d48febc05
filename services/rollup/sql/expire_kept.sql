-- The names that the engine gives to a tenant's partitions of some periods.
SELECT
  arrayJoin(
    arrayConcat(
      arrayMap(d -> partitionId({tenant:String}, d), {days:Array(Date)}),
      arrayMap(m -> partitionId({tenant:String}, m), {months:Array(UInt32)}),
      arrayFlatten(arrayMap(
        d -> arrayMap(r -> partitionId({tenant:String}, d, toUInt32(r)), range(1, {revisions:UInt32} + 1)),
        {revised:Array(Date)}
      ))
    )
  ) AS period_id -- hash of tenant and period
