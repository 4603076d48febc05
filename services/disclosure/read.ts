/** What is published of a month: all that pages, files, mails and advice may say (invariant I5). */
import type { Publication, Tenant } from '../../schemas/control/tables.ts'
import type { DayFigure, Figure } from '../../schemas/published.ts'
import { localDayOf } from '../shared/calendar.ts'
import type { Engine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import { createKept } from './kept.ts'
import { createPublished } from './published.ts'
import { readDaysSaid, readPeriod, readPublication as readRow, readTenant } from './records.ts'

export interface Published {
  readonly publication: Publication
  /** Of the publication's revision. */
  readonly figures: readonly Figure[]
  /** Of the month's days, as far as something is said of them. */
  readonly days: readonly DayFigure[]
}

interface Stores {
  readonly engine: Engine
  readonly control: Control
}

/**
 * @param month `YYYY-MM`
 * @returns null where the month was never sealed
 * @throws EngineError, AppError
 */
export async function readPublication(
  { engine, control }: Stores,
  tenantId: string,
  month: string,
): Promise<Published | null> {
  const publication = await publicationOf(control, tenantId, month)
  return publication === null ? null : { publication, ...(await readRows(engine, publication)) }
}

/** As `readPublication`. @throws as it, and AppError `not_found` for a tenant that is gone */
export type ReadPublication = (tenantId: string, month: string) => Promise<Published | null>

/** Figures of all months together; some hundred bytes each. */
const MOST_FIGURES = 100_000
/** So that nothing of a customer stays in memory whom nobody reads any more, ms. */
const KEPT_MS = 10 * 60_000

/**
 * `readPublication` for who is asked often: figures of a revision never change, so they are kept in memory for a while.
 *
 * What was decided about the month is read each time, so that another revision, or none, is known at once; so is whether
 * something was said of further days. Where the contract is over nothing is kept and nothing kept is given: its figures
 * go (services/rollup/expire.ts). A contract that is prolonged afterwards is read anew.
 */
export function createPublicationReader({
  engine,
  control,
  clock,
}: Stores & { readonly clock: Clock }): ReadPublication {
  const kept = createKept<Rows>({ most: MOST_FIGURES, forMs: KEPT_MS })

  return async (tenantId, month) => {
    const publication = await publicationOf(control, tenantId, month)
    if (publication === null) return null
    const tenant = await readTenant(control, tenantId)
    if (isOver(tenant, clock.now())) return { publication, ...(await readRows(engine, publication)) }
    const { revision, sealed_ms } = publication
    // Read before the rows are: rows that are newer than their key are read anew, older ones never stand under it.
    const daysSaid = await readDaysSaid(control, tenantId)
    const key = JSON.stringify([tenantId, month, revision, sealed_ms, tenant.contract_to, daysSaid])
    const known = kept.get(key)
    if (known !== undefined) return { publication, ...known }
    const rows = frozen(await readRows(engine, publication))
    kept.set(key, rows, rows.figures.length + rows.days.length)
    return { publication, ...rows }
  }
}

type Rows = Pick<Published, 'figures' | 'days'>

async function readRows(engine: Engine, { tenant_id, month, revision }: Publication): Promise<Rows> {
  const published = createPublished(engine)
  return { figures: await published.figures(tenant_id, month, revision), days: await published.days(tenant_id, month) }
}

/** Several requests are given the same rows. */
function frozen({ figures, days }: Rows): Rows {
  for (const row of [...figures, ...days]) Object.freeze(row)
  return { figures: Object.freeze(figures), days: Object.freeze(days) }
}

function isOver({ contract_to, zone }: Tenant, nowMs: number): boolean {
  return contract_to !== null && localDayOf(nowMs, zone) > contract_to
}

/** What was decided about a month, without its figures; null where it was never sealed. @throws AppError */
export async function publicationOf(control: Control, tenantId: string, month: string): Promise<Publication | null> {
  const period = await readPeriod(control, tenantId, month)
  return period === null ? null : readRow(control, tenantId, month, period.revision)
}
