/**
 * A year, day by day (design, section 6, "Frozen"): 20 legs a day, some of them told late, some past the entry. On every
 * day of it, `call_legs` holds exactly the legs of the days whose facts are kept; no frozen day ever changes; and what is
 * over is gone, from the tables and from the disk; and of every cell the days add up to the month (issue PUBLISH, "Cells"). Beside it a customer who keeps facts twice as long and meets once
 * a fortnight, in a zone whose midnight is another one.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays, DAY_MS, localDayOf, spanOfDay } from '../../services/shared/calendar.ts'
import { firstOfMonth } from '../../services/shared/periods.ts'
import { createRandom } from '../../services/simulator/random.ts'
import { observe } from '../support/observations.ts'
import { type DayHeld, type Life, openLife, type Telling } from './frozen-life.ts'

const SEED = 20260115
const FIRST = '2026-01-15'
const DAYS = 365
const CUSTOMERS = [
  { id: 'daily', zone: 'Europe/Amsterdam', facts: 45, legs: 20, everyDays: 1 },
  { id: 'seldom', zone: 'Asia/Kolkata', facts: 90, legs: 3, everyDays: 14 },
] as const
type Customer = (typeof CUSTOMERS)[number]
const MOST_FACTS = Math.max(...CUSTOMERS.map(({ facts }) => facts))

interface Planned {
  readonly day: string
  readonly record: Telling
}

/** What a test must remember of a customer, to say what the tables may hold. */
class Memory {
  /** Records by the day on which they are told. */
  readonly told = new Map<string, Planned[]>()
  /** Legs of each day that have been taken in. */
  readonly legs = new Map<string, number>()
  /** Frozen days as they were when they froze. */
  readonly frozen = new Map<string, DayHeld>()
  past = 0 // records that came past the entry for a day that was frozen
}

const random = createRandom(SEED)
const memories = new Map(CUSTOMERS.map(({ id }) => [id, new Memory()]))
const memoryOf = (customer: Customer): Memory => memories.get(customer.id) ?? new Memory()
let life: Life

beforeAll(async () => {
  life = await openLife(CUSTOMERS, FIRST)
})
afterAll(() => life.close())

/** The legs of a local day; one of them is told late, and one goes on after midnight. */
function plan(customer: Customer, day: string): void {
  const { told } = memoryOf(customer)
  const { from, until } = spanOfDay(day, customer.zone)
  for (let leg = 0; leg < customer.legs; leg += 1) {
    const start = leg === 0 ? until - 600_000 : from + random.whole(8 * 60, 18 * 60) * 60_000
    const late = leg === 1 && random.whole(1, 8) === 1 ? random.whole(1, customer.facts + 5) : 0
    const record = {
      leg_id: `${leg} of ${day}`,
      start: new Date(start).toISOString(),
      end: new Date(start + random.whole(1, 90) * 60_000).toISOString(),
      conference_id: `${leg % 5} of ${day}`,
      address: `person-${random.whole(1, 60)}@voorbeeld.example`,
    }
    const on = addDays(day, late)
    told.set(on, [...(told.get(on) ?? []), { day, record }])
  }
}

const frozenOn = (customer: Customer, today: string): string => addDays(today, 3 - customer.facts)
const goneOn = (customer: Customer, today: string): string => addDays(today, -1 - customer.facts)

/** Sends what is told today; what is of a frozen day is refused. */
async function tell(customer: Customer, today: string): Promise<void> {
  const memory = memoryOf(customer)
  const planned = memory.told.get(today) ?? []
  if (planned.length === 0) return
  const late = planned.filter(({ day }) => day <= frozenOn(customer, today))
  expect(
    await life.send(
      customer.id,
      planned.map(({ record }) => record),
    ),
  ).toEqual(late.map(() => 'period_frozen'))
  for (const { day } of planned) {
    if (day > frozenOn(customer, today)) memory.legs.set(day, (memory.legs.get(day) ?? 0) + 1)
  }
}

/** Past the entry: a leg of the newest frozen day, and one of a day that is gone. */
async function putPast(customer: Customer, today: string): Promise<void> {
  for (const day of [frozenOn(customer, today), addDays(goneOn(customer, today), -3)]) {
    const start = spanOfDay(day, customer.zone).from + DAY_MS / 2
    await life.behind([
      observe({
        tenant_id: customer.id,
        source_id: `${customer.id}-source`,
        platform: 'generic',
        subject: `past ${today} ${day}`,
        event: 'end',
        at: start + 60_000,
        start,
        end: start + 60_000,
      }),
    ])
    memoryOf(customer).past += 1
  }
}

async function check(customer: Customer, today: string): Promise<void> {
  const memory = memoryOf(customer)
  const held = await life.legs(customer.id)
  const gone = goneOn(customer, today)
  const expected = [...memory.legs].filter(([day]) => day > gone)
  expect(new Map([...held].map(([day, { rows }]) => [day, rows])), today).toEqual(new Map(expected))
  const facts = await life.factDays(customer.id)
  expect(
    facts.every((day) => day > gone),
    today,
  ).toBe(true)
  for (const [day, now] of held) {
    if (day > frozenOn(customer, today)) continue
    const then = memory.frozen.get(day) ?? now
    memory.frozen.set(day, then)
    expect(now, `${customer.id} ${day} on ${today}`).toEqual(then)
  }
}

it(`of legs, day by day (seed ${SEED}): frozen days stay as they are, and facts leave on time`, async () => {
  const strays: string[] = [] // directories of what is over
  let months = 0
  for (let n = 0; n < DAYS; n += 1) {
    const day = addDays(FIRST, n)
    life.at(`${day}T16:00:00Z`) // the same local day for both
    for (const customer of CUSTOMERS) {
      if (n % customer.everyDays === 0) plan(customer, day)
      await tell(customer, day)
      if (n > 120 && n % 30 === 0) await putPast(customer, day)
    }
    if (n === 100) await life.restart()
    await life.run(n === 250)
    const night = `${addDays(day, 1)}T01:00:00Z`
    life.at(night)
    await life.expire()
    for (const customer of CUSTOMERS) {
      if (n % 2 === 1 && customer.everyDays > 1) continue
      await check(customer, localDayOf(Date.parse(night), customer.zone))
    }
    // A run builds no month whose first day is frozen for everybody: those are looked at once a week.
    const since = n % 7 === 0 || n === DAYS - 1 ? FIRST : addDays(day, -MOST_FACTS)
    const sums = await life.unequalCells(firstOfMonth(since))
    expect(sums.cells, day).toEqual([])
    months = sums.months
    if (n % 30 === 0) strays.push(...(await life.strayDirectories()))
  }
  expect(strays).toEqual([])
  expect(months).toBeGreaterThan(20) // of both customers
  for (const customer of CUSTOMERS) {
    const { past, frozen } = memoryOf(customer)
    expect((await life.arrivals(customer.id)).frozen).toBe(past)
    expect(frozen.size).toBeGreaterThan((DAYS - customer.facts) / customer.everyDays - 1)
  }
}, 3_000_000)
