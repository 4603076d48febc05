/** How many legs a technical resource had at once, counted from the legs of the truth. */
import type { z } from 'zod'
import type { concurrency } from '../../../schemas/cube.ts'
import type { Truth, TruthLeg } from '../model.ts'
import { createHours, type Hours } from './hours.ts'
import type { Naming } from './leg.ts'

type ConcurrencyRow = z.output<typeof concurrency>
type Resource = Pick<ConcurrencyRow, 'resource' | 'name'>

/** Every resource's hours in which it was used at all. */
export function truthConcurrency(
  { legs, zone }: Pick<Truth, 'legs' | 'zone'>,
  naming: Naming,
  tenantId: string,
): readonly ConcurrencyRow[] {
  const uses = legs
    .filter(({ startMs, endMs }) => endMs > startMs)
    .flatMap((leg) => resourcesOf(leg, naming).map((resource) => ({ leg, resource })))
  const hours = createHours(zone)
  return [...Map.groupBy(uses, ({ resource }) => JSON.stringify(resource)).values()].flatMap((of) => {
    const [first] = of
    if (first === undefined) return []
    const used = levelsOf(
      of.map(({ leg }) => leg),
      hours,
    )
    return [...used].map(([key, ms]): ConcurrencyRow => {
      const { hourMs, level, day } = JSON.parse(key) as HourLevel
      return { tenant_id: tenantId, day, hour_ms: hourMs, ...first.resource, level, ms }
    })
  })
}

function resourcesOf(leg: TruthLeg, naming: Naming): readonly Resource[] {
  const source = naming.source(leg.platform)
  const used: Resource[] = [{ resource: 'ports', name: source }]
  if (leg.deviceClass === 'gateway') used.push({ resource: 'gateway', name: source })
  if (leg.room !== null) used.push({ resource: 'room', name: naming.room(leg.room) })
  return used
}

interface HourLevel {
  readonly day: string
  readonly hourMs: number
  readonly level: number
}

/** Time by hour and level: between any two moments at which something changes, or an hour begins, the level is one. */
function levelsOf(legs: readonly TruthLeg[], hours: Hours): ReadonlyMap<string, number> {
  const turns = legs
    .flatMap(({ startMs, endMs }) => [
      { ms: startMs, by: 1 },
      { ms: endMs, by: -1 },
    ])
    .toSorted((a, b) => a.ms - b.ms)
  const used = new Map<string, number>()
  let level = 0
  let sinceMs = 0
  for (const { ms, by } of turns) {
    if (level > 0) {
      for (let from = sinceMs; from < ms;) {
        const { day, hourMs } = hours(from)
        const until = Math.min(ms, endOfHour(from, hourMs, hours))
        const key = JSON.stringify({ day, hourMs, level } satisfies HourLevel)
        used.set(key, (used.get(key) ?? 0) + until - from)
        from = until
      }
    }
    level += by
    sinceMs = ms
  }
  return used
}

const QUARTER_MS = 900_000

/** The first quarter of an hour that belongs to another hour: an hour need not last one where clocks change. */
function endOfHour(ms: number, hourMs: number, hours: Hours): number {
  let next = (Math.floor(ms / QUARTER_MS) + 1) * QUARTER_MS
  while (hours(next).hourMs === hourMs) next += QUARTER_MS
  return next
}
