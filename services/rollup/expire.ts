/**
 * What is over leaves (invariant I7; design, section 7, "Retention by default"): whole partitions, by the tenant's own
 * calendar and terms. Dropping a partition removes its files at once, unless a reader holds one of its parts; that one
 * is dropped again by the next pass, which finds it in the engine's list of parts. There is no TTL, because expired rows
 * would stay readable until a merge.
 *
 * A partition by day goes when its day is over; one by month when the month's last day is; what is kept until the contract
 * ends goes with the contract.
 *
 * Whose tenant is not in the control store (any more): nothing may be kept for a customer without a contract. But a
 * control store that was lost, or put back from a backup, knows too few tenants, and what is dropped does not come back.
 * So it goes as a whole `UNKNOWN_DAYS` after a pass first missed the tenant, and until then by the default terms.
 */
import { z } from 'zod'
import { DEFAULT_RETENTION, type Retention, tenantRow } from '../../schemas/control/tables.ts'
import { slug } from '../../schemas/control/values.ts'
import { addDays, DAY_MS, localDayOf } from '../shared/calendar.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import { type Logger, word } from '../shared/logger.ts'
import { firstOfMonth, lastExpiredDay, lastOfMonth } from '../shared/periods.ts'
import { expireDetached, type Kept } from './expire-detached.ts'

/**
 * Every table with rows of a tenant: its retention class (`contract`: as long as the contract), and what its partitions
 * are: a day, a month (`YYYYMM`), a month by its first day, or that and a revision.
 */
const EXPIRING = {
  observations: { retention: 'facts', by: 'day' },
  call_legs: { retention: 'facts', by: 'day' },
  leg_health: { retention: 'intake', by: 'day' },
  arrival_health: { retention: 'intake', by: 'month' },
  intake: { retention: 'intake', by: 'month' },
  refused: { retention: 'intake', by: 'month' },
  graded_legs: { retention: 'facts', by: 'day' },
  strata: { retention: 'facts', by: 'day' },
  strata_models: { retention: 'facts', by: 'day' },
  concurrency: { retention: 'cube_day', by: 'day' },
  cube_day: { retention: 'cube_day', by: 'first_day' },
  cube_month: { retention: 'contract', by: 'first_day' },
  published: { retention: 'contract', by: 'revision' },
  published_days: { retention: 'contract', by: 'day' },
  sealed_legs: { retention: 'facts', by: 'revision' }, // gone with the freezing of their month, which is earlier
} as const satisfies Record<
  string,
  { retention: keyof Retention | 'contract'; by: 'day' | 'month' | 'first_day' | 'revision' }
>
type ExpiringTable = keyof typeof EXPIRING
const TABLES = Object.keys(EXPIRING) as [ExpiringTable, ...ExpiringTable[]]

/** How long the partitions of a tenant wait that the control store does not know: time to notice and put it back. */
const UNKNOWN_DAYS = 7
/** Watermark: when a pass first missed the tenant, ms UTC of our clock. */
const UNKNOWN_SINCE = 'unknown_since'

/** What of one table left in one pass. */
export interface Expired {
  readonly tenantId: string
  readonly table: ExpiringTable
  /** Its partitions: `YYYY-MM-DD`, of a month its first day, or `YYYYMM`. */
  readonly periods: readonly string[]
  readonly rows: number
  readonly bytes: number
}

export interface Expiry {
  /**
   * One pass over all tenants. Again at once, it does nothing.
   *
   * @throws EngineError, AppError: what is left goes with the next pass
   */
  expire(): Promise<readonly Expired[]>
}

interface Terms {
  readonly tenantId: string
  readonly zone: string
  readonly retention: Retention
  /** The contract is over: nothing is kept. */
  readonly over: boolean
}

const termsRow = tenantRow.pick({ id: true, zone: true, retention: true })
const partitionRow = z.object({
  of_table: z.enum(TABLES),
  period: z.string().regex(/^(?:\d{4}-\d\d-\d\d|\d{6})$/u),
  revision: z.string(), // means something where the table goes by revision
  held_rows: z.number(),
  held_bytes: z.number(),
})
type Held = z.output<typeof partitionRow>

export function createExpiry(parts: { engine: Engine; control: Control; clock: Clock; logger: Logger }): Expiry {
  const { engine, control, clock, logger } = parts
  const queries = createQueries(engine, new URL('sql/', import.meta.url))

  /** Tenants with partitions and without a row of their own; remembers since when. */
  const unknownTenants = async (known: ReadonlySet<string>, now: number): Promise<readonly Terms[]> => {
    const found = await queries.acrossTenants('expire_tenants', { tables: TABLES }, z.object({ tenant: slug }))
    const unknown = found.map((row) => row.tenant).filter((tenantId) => !known.has(tenantId))
    const since = await control.transaction(async (tx) => {
      const marks = tx.deleteFrom('watermarks').where('name', '=', UNKNOWN_SINCE)
      // Known again, or nothing left of it.
      await (unknown.length === 0 ? marks : marks.where('tenant_id', 'not in', unknown)).execute()
      for (const tenantId of unknown) {
        await tx
          .insertInto('watermarks')
          .values({ tenant_id: tenantId, name: UNKNOWN_SINCE, value_ms: now })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doNothing())
          .execute()
      }
      return tx.selectFrom('watermarks').selectAll().where('name', '=', UNKNOWN_SINCE).execute()
    })
    return since.map(({ tenant_id: tenantId, value_ms: first }) => ({
      tenantId,
      zone: 'UTC',
      retention: DEFAULT_RETENTION,
      over: now - first >= UNKNOWN_DAYS * DAY_MS,
    }))
  }

  const drop = ({ of_table: table, period, revision }: Held, tenantId: string): Promise<void> => {
    const { by } = EXPIRING[table]
    if (by === 'month') return queries.tenantWork('drop_month', tenantId, { table, month: Number(period) })
    if (by === 'revision') {
      return queries.tenantWork('drop_revision', tenantId, { table, day: period, revision: Number(revision) })
    }
    return queries.tenantWork('drop_day', tenantId, { table, day: period })
  }

  const expireTenant = async (terms: Terms, now: number): Promise<readonly Expired[]> => {
    const { tenantId } = terms
    const held = await queries.tenantQuery('expire_partitions', tenantId, { tables: TABLES }, partitionRow)
    const over = held.filter((partition) => isOver(partition, terms, now))
    for (const partition of over) await drop(partition, tenantId)
    return TABLES.flatMap((table) => {
      const ofTable = over.filter((partition) => partition.of_table === table)
      if (ofTable.length === 0) return []
      const rows = ofTable.reduce((sum, partition) => sum + partition.held_rows, 0)
      const bytes = ofTable.reduce((sum, partition) => sum + partition.held_bytes, 0)
      const names = { tenant: word(tenantId), table: word(table) }
      logger.event('expired', { ...names, partitions: ofTable.length, rows, bytes })
      return [{ tenantId, table, periods: ofTable.map(({ period }) => period), rows, bytes }]
    })
  }

  return {
    async expire() {
      const now = clock.now()
      const rows = await control.db.selectFrom('tenants').select(['id', 'zone', 'retention']).orderBy('id').execute()
      const known = rows.map((row): Terms => {
        const { id: tenantId, zone, retention } = termsRow.parse(row)
        return { tenantId, zone, retention, over: false }
      })
      const unknown = await unknownTenants(new Set(known.map(({ tenantId }) => tenantId)), now)
      const expired: Expired[] = []
      for (const terms of [...known, ...unknown]) expired.push(...(await expireTenant(terms, now)))
      const detached = await expireDetached(engine, TABLES, () => keptOf([...known, ...unknown], now))
      for (const { table, parts: partitions, bytes } of detached) {
        logger.event('expired', { table: word(table), partitions, rows: 0, bytes })
      }
      return expired
    },
  }
}

/** The newest day of which nothing is kept; null where everything is. */
function lastOver(table: ExpiringTable, { zone, retention }: Terms, now: number): string | null {
  const kept = EXPIRING[table].retention
  return kept === 'contract' ? null : lastExpiredDay(now, zone, retention[kept])
}

function isOver({ of_table: table, period }: Held, terms: Terms, now: number): boolean {
  if (terms.over) return true
  const over = lastOver(table, terms, now)
  return over !== null && (EXPIRING[table].by === 'day' ? period : lastDayOfMonth(period)) <= over
}

/** Every period that may be there and is not over. */
function keptOf(all: readonly Terms[], now: number): readonly Kept<ExpiringTable>[] {
  return TABLES.flatMap((table) =>
    all
      .filter((terms) => !terms.over)
      .map((terms) => {
        const days: string[] = []
        // A record may lie up to a day ahead of our clock, and the UTC day a day ahead of the tenant's.
        const end = addDays(localDayOf(now, terms.zone), 2)
        const over = lastOver(table, terms, now)
        const first = over === null ? EARLIEST : addDays(over, 1)
        for (let day = first; day <= end; day = addDays(day, 1)) days.push(day)
        const kept = { tenantId: terms.tenantId, table, days: NONE, months: NONE, revised: NONE }
        const { by } = EXPIRING[table]
        if (by === 'day') return { ...kept, days }
        const months = [...new Set(days.map((day) => firstOfMonth(day)))]
        if (by === 'revision') return { ...kept, revised: months }
        if (by === 'first_day') return { ...kept, days: months }
        return { ...kept, months: months.map((first) => Number(first.slice(0, 7).replace('-', ''))) }
      }),
  )
}

const NONE: readonly never[] = []
/** Before it nobody had a contract. */
const EARLIEST = '2020-01-01'

/** @param month `YYYYMM`, or its first day */
function lastDayOfMonth(month: string): string {
  return lastOfMonth(month.length === 6 ? `${month.slice(0, 4)}-${month.slice(4)}-01` : month)
}
