/**
 * Freezes a month whose facts are about to go (design, section 8, "What outlives the facts cannot single out a person"):
 * its cells are folded as they were published, small ones are dropped, small days added together, and from then on it is
 * never counted again. The cells and the month's state change together: the state is entered with the intents of the swap.
 */
import { type Cell, dayColumns, monthColumns } from '../../schemas/cube.ts'
import { type Engine, MAX_INSERT_ROWS } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import { foldCells, freezeDays, freezeMonth } from './core/index.ts'
import type { Cube, DatedCell } from './cube.ts'
import { firstDay } from './months.ts'
import type { Facts, WriteAudit } from './ports.ts'
import { readPeriod, readPublication, writePeriod } from './records.ts'

export interface FreezeParts {
  readonly engine: Engine
  readonly control: Control
  readonly clock: Clock
  readonly facts: Facts
  readonly cube: Cube
  readonly audit: WriteAudit
}

const ACTOR = 'schedule'
const TABLES = ['cube_month', 'cube_day'] as const

/** Freezes a sealed month. Ended anywhere, it is done again or completed at the next start. @throws EngineError, AppError */
export type Freeze = (tenantId: string, month: string) => Promise<void>

export function createFreeze({ engine, control, clock, facts, cube, audit }: FreezeParts): Freeze {
  const insert = async (table: string, columns: readonly string[], rows: readonly Row[]): Promise<void> => {
    for (let from = 0; from < rows.length; from += MAX_INSERT_ROWS) {
      const lines = rows
        .slice(from, from + MAX_INSERT_ROWS)
        .map((row) => JSON.stringify(columns.map((column) => row[column])))
      await engine.insertRows(table, columns, lines.join('\n'))
    }
  }

  return async (tenantId, month) => {
    const first = firstDay(month)
    await facts.alone(async (swaps) => {
      // First of all: it completes what was begun before, also a swap of these very cells.
      const staging = await swaps.begin(TABLES)
      try {
        const period = await readPeriod(control, tenantId, month)
        if (period?.state !== 'sealed') return
        const { revision } = period
        const { folds } = await readPublication(control, tenantId, month, revision)
        const unions = facts.unionsOf(tenantId, first)
        const cells = await cube.month(tenantId, month)
        const folded = await foldCells(cells.filter(isPeople), folds, unions)
        const own = { tenant_id: tenantId, month: first }
        const months = [...freezeMonth(folded), ...cells.filter((cell) => !isPeople(cell))]
        const days = freezeDays(await cube.days(tenantId, month), folds, months)
        await insert(
          staging.table('cube_month'),
          monthColumns,
          months.map((cell) => ({ ...cell, ...own })),
        )
        await insert(
          staging.table('cube_day'),
          dayColumns,
          days.map((cell) => ({ ...cell, ...own })),
        )
        const partitions = TABLES.map((table) => ({ table, tenantId, period: first }))
        await staging.swap(partitions, async (tx) => {
          const row = { tenant_id: tenantId, month, revision, changed_ms: clock.now(), reason: null }
          await writePeriod(tx, { ...row, state: 'frozen' })
          await audit({ actor: ACTOR, action: 'period_frozen', tenantId, detail: { month, revision } }, tx)
        })
      } finally {
        await staging.drop()
      }
    })
  }
}

type Row = Readonly<Record<string, unknown>>

function isPeople({ population }: Cell | DatedCell): boolean {
  return population === 'people'
}
