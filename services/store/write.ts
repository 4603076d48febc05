/**
 * Puts a batch of deliveries on the disk, in the order that makes `intake` believable (invariant I4): observations,
 * then refusals, then `intake`. Each insert has returned, and is durable, before the next begins, so an intake row
 * never stands there without what it counts. A failure or kill in between leaves rows that a repeat makes again:
 * identical ones collapse.
 */
import type { Delivery, ObservationRow } from '../../schemas/delivery.ts'
import { intakeColumns, refusedColumns } from '../../schemas/intake.ts'
import { observationColumns } from '../../schemas/observation.ts'
import { DEDUPLICATE, type Engine, MAX_INSERT_ROWS } from '../shared/clickhouse/index.ts'
import type { Tombstones } from './tombstones.ts'

export interface WriterParts {
  readonly engine: Engine
  readonly tombstones: Tombstones
  /** Whether a block that was stored before is dropped on arrival; saves work, changes nothing. */
  readonly deduplicate: boolean
}

/** @returns what stores a batch. It throws EngineError when not all of it is durable. */
export function createWriter({ engine, tombstones, deduplicate }: WriterParts) {
  const settings = DEDUPLICATE[deduplicate ? 'on' : 'off']
  const insert = async (table: string, columns: readonly string[], lines: readonly string[]): Promise<void> => {
    for (let from = 0; from < lines.length; from += MAX_INSERT_ROWS) {
      const part = lines.slice(from, from + MAX_INSERT_ROWS)
      await engine.insertRows(table, columns, Buffer.from(part.join('\n')), settings)
    }
  }
  return async function write(batch: readonly Delivery[]): Promise<void> {
    const kept = tombstones.sift(batch)
    await insert(
      'observations',
      observationColumns,
      kept.flat().map((row) => row.line),
    )
    await insert(
      'refused',
      refusedColumns,
      batch.flatMap(({ refused }) => refused.map((row) => lineOf(refusedColumns, row))),
    )
    await insert(
      'intake',
      intakeColumns,
      batch.map(({ intake }, index) => lineOf(intakeColumns, { ...intake, observations: stored(kept[index]) })),
    )
  }
}
export type Write = ReturnType<typeof createWriter>

/** We count ourselves: the engine's summaries count what it dropped (design, I4). */
function stored(rows: readonly ObservationRow[] | undefined): number {
  return rows?.length ?? 0
}

function lineOf<Row extends object>(columns: readonly (keyof Row)[], row: Row): string {
  return JSON.stringify(columns.map((column) => row[column]))
}
