/** What was published: its rows in and out of the database. */
import { z } from 'zod'
import {
  type DayFigure,
  dayFigure,
  type Figure,
  figure,
  publishedDayRow,
  publishedRow,
} from '../../schemas/published.ts'
import { createQueries, DEDUPLICATE, type Engine, MAX_INSERT_ROWS } from '../shared/clickhouse/index.ts'
import { SQL } from './cube.ts'
import { firstDay, lastDay } from './months.ts'

const FIGURE_COLUMNS = Object.keys(publishedRow.shape)
const DAY_COLUMNS = Object.keys(publishedDayRow.shape)
const dayRow = z.strictObject({ day: z.iso.date() })

export interface PublishedRows {
  /** The figures of a revision, in the order of cut, values and measure. */
  figures(tenantId: string, month: string, revision: number): Promise<readonly Figure[]>
  /** Writes a revision, in place of what an interrupted sealing left of it. */
  write(tenantId: string, month: string, revision: number, figures: readonly Figure[]): Promise<void>
  /** What is said about the days of a month. */
  days(tenantId: string, month: string): Promise<readonly DayFigure[]>
  /** Days of a span about which something is said. */
  daysSaid(tenantId: string, first: string, last: string): Promise<ReadonlySet<string>>
  /** Says something about one day. One insert: all of it is stored, or nothing. */
  writeDay(tenantId: string, figures: readonly DayFigure[]): Promise<void>
}

/** @returns what throws EngineError */
export function createPublished(engine: Engine): PublishedRows {
  const queries = createQueries(engine, SQL)
  const insert = async (
    table: string,
    columns: readonly string[],
    rows: readonly Readonly<Record<string, unknown>>[],
  ): Promise<void> => {
    for (let from = 0; from < rows.length; from += MAX_INSERT_ROWS) {
      const lines = rows
        .slice(from, from + MAX_INSERT_ROWS)
        .map((row) => JSON.stringify(columns.map((column) => row[column])))
      // Off: the same figures again, after what was left of them was dropped, are no repetition.
      await engine.insertRows(table, columns, lines.join('\n'), DEDUPLICATE.off)
    }
  }
  return {
    figures: (tenantId, month, revision) =>
      queries.tenantQuery('published_month', tenantId, { month: firstDay(month), revision }, figure),
    async write(tenantId, month, revision, figures) {
      const own = { tenant_id: tenantId, month: firstDay(month), revision }
      await queries.tenantWork('published_drop', tenantId, { month: own.month, revision })
      await insert(
        'published',
        FIGURE_COLUMNS,
        figures.map((row) => ({ ...row, ...own })),
      )
    },
    days: (tenantId, month) =>
      queries.tenantQuery('published_days', tenantId, { first: firstDay(month), last: lastDay(month) }, dayFigure),
    async daysSaid(tenantId, first, last) {
      const rows = await queries.tenantQuery('days_said', tenantId, { first, last }, dayRow)
      return new Set(rows.map(({ day }) => day))
    },
    async writeDay(tenantId, figures) {
      await insert(
        'published_days',
        DAY_COLUMNS,
        figures.map((row) => ({ ...row, tenant_id: tenantId })),
      )
    },
  }
}
