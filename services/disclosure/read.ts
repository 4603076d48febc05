/** What is published of a month: all that pages, files, mails and advice may say (invariant I5). */
import type { Publication } from '../../schemas/control/tables.ts'
import type { DayFigure, Figure } from '../../schemas/published.ts'
import type { Engine } from '../shared/clickhouse/index.ts'
import type { Control } from '../shared/control/index.ts'
import { createPublished } from './published.ts'
import { readPeriod, readPublication as readRow } from './records.ts'

export interface Published {
  readonly publication: Publication
  /** Of the publication's revision. */
  readonly figures: readonly Figure[]
  /** Of the month's days, as far as something is said of them. */
  readonly days: readonly DayFigure[]
}

/**
 * @param month `YYYY-MM`
 * @returns null where the month was never sealed
 * @throws EngineError, AppError
 */
export async function readPublication(
  { engine, control }: { engine: Engine; control: Control },
  tenantId: string,
  month: string,
): Promise<Published | null> {
  const period = await readPeriod(control, tenantId, month)
  if (period === null) return null
  const published = createPublished(engine)
  const publication = await readRow(control, tenantId, month, period.revision)
  const figures = await published.figures(tenantId, month, publication.revision)
  return { publication, figures, days: await published.days(tenantId, month) }
}

/** What was decided about a month, without its figures; null where it was never sealed. @throws AppError */
export async function publicationOf(control: Control, tenantId: string, month: string): Promise<Publication | null> {
  const period = await readPeriod(control, tenantId, month)
  return period === null ? null : readRow(control, tenantId, month, period.revision)
}
