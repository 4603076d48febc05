/**
 * Swaps: how new content of tables that are partitioned by (tenant_id, date) takes the place of the old, whole partitions
 * at a time, so that a reader sees each partition before or after, never between. It knows nothing of meetings.
 *
 * Enters: rows in the staging tables of a run, and the names of the partitions. Leaves: those partitions, swapped.
 * May fail: EngineError, AppError; what was begun is completed by the next `begin` or `recover`. Keeps: I2, I3.
 */
export { createSwaps, type Partition, type Recovered, type Staging, type Swaps } from './swap.ts'
