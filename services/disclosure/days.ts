/**
 * What is said of a day: two days after it, once, and never again (design, section 8, "Day rates"; data completeness).
 * A day of which nothing has arrived is not spoken of; where its records come later, it is when they have come.
 */
import { z } from 'zod'
import type { Tenant } from '../../schemas/control/tables.ts'
import { addDays, localDayOf } from '../shared/calendar.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Control } from '../shared/control/index.ts'
import { lastFrozenDay } from '../shared/periods.ts'
import { dayFigures } from './core/index.ts'
import { type Cube, SQL } from './cube.ts'
import type { Facts } from './ports.ts'
import type { PublishedRows } from './published.ts'
import { raiseDaysSaid, readSites } from './records.ts'

/** Days after which a day is spoken of. */
const AFTER_DAYS = 2

const count = z.number().int().min(0)
const soundRow = z.strictObject({
  day: z.iso.date(),
  legs: count,
  imputed: count,
  records: count,
  accepted: count,
})
type Sound = z.output<typeof soundRow>

export interface DayParts {
  readonly engine: Engine
  readonly control: Control
  readonly clock: Clock
  readonly facts: Facts
  readonly cube: Cube
  readonly published: PublishedRows
}

/** Says what is due of a tenant's days. @returns the days. @throws EngineError, AppError: the rest follows with the next */
export type SealDays = (tenant: Tenant) => Promise<readonly string[]>

export function createSealDays({ engine, control, clock, facts, cube, published }: DayParts): SealDays {
  const queries = createQueries(engine, SQL)

  const dueOf = async (tenant: Tenant): Promise<readonly Sound[]> => {
    const today = localDayOf(clock.now(), tenant.zone)
    const open = addDays(lastFrozenDay(clock.now(), tenant.zone, tenant.retention.facts), 1)
    const span = {
      first: open > tenant.contract_from ? open : tenant.contract_from,
      last: addDays(today, -AFTER_DAYS),
    }
    if (span.first > span.last) return []
    const [said, sound] = [
      await published.daysSaid(tenant.id, span.first, span.last),
      await queries.tenantQuery('days_sound', tenant.id, span, soundRow),
    ]
    return sound.filter(({ day }) => !said.has(day))
  }

  return async (tenant) => {
    if ((await dueOf(tenant)).length === 0) return []
    await facts.run(tenant.id)
    return facts.alone(async () => {
      const days: string[] = []
      const sites = await readSites(control, tenant.id)
      try {
        for (const { day, legs, imputed, records, accepted } of await dueOf(tenant)) {
          const health = { legs, complete: legs - imputed, records, accepted }
          const cells = await cube.day(tenant.id, day)
          await published.writeDay(tenant.id, dayFigures({ k: tenant.k, day, cells, sites, health }))
          days.push(day)
        }
      } finally {
        // After they are written, also where one of them failed: who keeps days in memory reads them anew.
        if (days.length > 0) await raiseDaysSaid(control, tenant.id)
      }
      return days
    })
  }
}
