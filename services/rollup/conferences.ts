/**
 * Step 4 for the days of a run: which conference each leg is in, and when a leg ended that nobody saw end. Legs of the
 * days around are taken as they stand in call_legs; where one of them is now in another conference, or its imputed end
 * moves, its day has to be built as well: those days are given back, and the step is done again with them.
 */
import { z } from 'zod'
import { addDays, type LocalDay } from '../shared/calendar.ts'
import { createQueries, type Engine } from '../shared/clickhouse/index.ts'
import { SQL, WINDOW } from './build.ts'
import type { Scratch } from './scratch.ts'

/** Days around a day in which a leg of the same conference may start: a leg lasts 24 h, a day may have 23 and a gap 2 minutes. */
const REACH = [-2, -1, 1, 2]
const countRow = z.object({ rows: z.number() })
const dayRow = z.object({ day: z.iso.date().transform((day) => day as LocalDay) })

/**
 * @param built days whose legs stand in the scratch table `legs`
 * @returns days around them whose legs are no longer what they were
 */
export type AssignConferences = (
  tenantId: string,
  built: ReadonlySet<LocalDay>,
  scratch: Scratch,
) => Promise<readonly LocalDay[]>

/** It throws EngineError. */
export function createConferences(engine: Engine): AssignConferences {
  const queries = createQueries(engine, SQL)
  return async (tenantId, built, scratch) => {
    const days = [...built].toSorted()
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) return []
    const around = new Set<LocalDay>()
    const lookAround = (day: LocalDay): void => {
      for (const near of REACH.map((days) => addDays(day, days))) if (!built.has(near)) around.add(near)
    }
    for (const day of days) lookAround(day)
    const parameters = () => ({
      ...scratch.names,
      built: days,
      around: [...around].toSorted(),
      first: addDays(first, -WINDOW.before),
      last: addDays(last, WINDOW.after),
    })
    // A conference may go on over the outermost day: then the day beyond is looked at too, until nothing is added.
    for (let seen = -1; seen < around.size;) {
      seen = around.size
      await scratch.clear(['universe', 'ends'])
      await queries.tenantWork('universe_derived', tenantId, parameters())
      for (const { day } of await queries.tenantQuery('grow', tenantId, parameters(), dayRow)) lookAround(day)
    }
    await queries.tenantWork('universe_stated', tenantId, parameters())
    const [untold] = await queries.tenantQuery('untold', tenantId, parameters(), countRow)
    if ((untold?.rows ?? 0) > 0) {
      await queries.tenantWork('ends_legs', tenantId, parameters())
      await queries.tenantWork('ends_stated', tenantId, parameters())
      await queries.tenantWork('ends_derived', tenantId, parameters())
    }
    const spilled = await queries.tenantQuery('spill', tenantId, parameters(), dayRow)
    return spilled.map(({ day }) => day)
  }
}
