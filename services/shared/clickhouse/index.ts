/**
 * ClickHouse, for every service. It knows nothing of meetings.
 *
 * In: SQL of the files in `schemas/clickhouse`, parameters, finished lines of rows. Out: rows, checked by the caller's
 * schema. May fail with `EngineError` (a reason of ours; 503 or 500) and, at start, `UserError`.
 *
 * Keeps: I3 (an insert that resolved is on disk), I8 (the tenant is added in `queries.ts` alone), and of I1 that no
 * text of the engine, which quotes rows, passes `errors.ts`.
 */
export { type Engine, MAX_INSERT_ROWS, openEngine } from './engine.ts'
export { EngineError } from './errors.ts'
export { migrate } from './migrations.ts'
export { createQueries, type Queries } from './queries.ts'
export { DEDUPLICATE } from './settings.ts'
