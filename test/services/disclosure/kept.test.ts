/** What is kept of published months in memory never outlives them, and never stands for another. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createPublicationReader, readPublication, type ReadPublication } from '../../../services/disclosure/index.ts'
import { createKept } from '../../../services/disclosure/kept.ts'
import type { Engine } from '../../../services/shared/clickhouse/index.ts'
import { meetings, openPublishing, type Publishing } from '../../support/publishing.ts'

const NOVEMBER = '2026-11'
const DAYS = ['2026-11-02', '2026-11-03', '2026-11-04']

let made: Publishing
let read: ReadPublication
let asked = 0
beforeAll(async () => {
  made = await openPublishing('2026-12-07T09:00:00Z')
  const counted: Engine = {
    ...made.engine,
    query: (...query) => {
      asked += 1
      return made.engine.query(...query)
    },
  }
  read = createPublicationReader({ ...made, engine: counted })
  for (const [tenant, persons] of [
    ['acme', 24],
    ['beta', 36],
  ] as const) {
    await made.addTenant(tenant)
    await made.insert(meetings({ tenant, days: DAYS, groups: [{ name: 'a', persons, site: 'site-a' }] }))
    await made.sealing.seal(tenant, NOVEMBER, 'operator')
  }
})
afterAll(() => made.close())

/** Queries that reading took, after which it says what the stores say. */
async function costOf(tenant: string, month = NOVEMBER): Promise<number> {
  const before = asked
  const given = await read(tenant, month)
  const cost = asked - before
  expect(given).toEqual(await readPublication(made, tenant, month))
  return cost
}

/** Connections of everybody, as published. */
async function legs(tenant: string) {
  const given = await read(tenant, NOVEMBER)
  return given?.figures.find(({ cut, measure }) => cut === 'tenant' && measure === 'legs')?.value
}

describe('a published month', () => {
  it('is read once, and each customer’s for itself', async () => {
    expect(await costOf('acme')).toBeGreaterThan(0)
    expect(await costOf('beta')).toBeGreaterThan(0)
    expect([await costOf('acme'), await costOf('beta')]).toEqual([0, 0])
    expect([await legs('acme'), await legs('beta')]).toEqual([145, 215])
  })

  it('is the same for all who ask: nobody can change it for the others', async () => {
    const given = await read('acme', NOVEMBER)
    expect(() => Object.assign(given?.figures[0] ?? {}, { value: 1 })).toThrow(TypeError)
  })

  it('that was never sealed is never kept', async () => {
    expect(await read('acme', '2026-12')).toBeNull()
    expect(await read('nobody', NOVEMBER)).toBeNull()
  })

  it('is read anew when more is said of its days', async () => {
    await made.insert(
      meetings({ tenant: 'acme', days: ['2026-11-20'], groups: [{ name: 'a', persons: 24, site: 'site-a' }] }),
    )
    await made.rollup.run()
    await made.sealing.sealDays()
    expect((await read('acme', NOVEMBER))?.days.map(({ day }) => day)).toContain('2026-11-20')
    expect([await costOf('acme'), await costOf('beta')]).toEqual([0, 0])
  })

  it('is the next revision as soon as that is published, and what was decided is never kept', async () => {
    await made.sealing.reopen('acme', NOVEMBER, 'operator', 'late records')
    await made.sealing.seal('acme', NOVEMBER, 'operator')
    const next = await read('acme', NOVEMBER)
    expect(next?.publication.revision).toBe(2)
    expect(next).toEqual(await readPublication(made, 'acme', NOVEMBER))
    await made.control.transaction((tx) =>
      tx.updateTable('publications').set({ rules: '[]' }).where('tenant_id', '=', 'acme').execute(),
    )
    expect(await costOf('acme')).toBe(0)
  })

  it('stays what it was when its facts go', async () => {
    const before = await read('beta', NOVEMBER)
    made.at('2027-02-27T23:00:00Z')
    await made.sealing.freezeDue()
    expect((await made.sealing.status('beta')).find(({ month }) => month === NOVEMBER)?.state).toBe('frozen')
    expect(await read('beta', NOVEMBER)).toEqual(before)
  })

  it('is not given from memory when its contract is over, nor after that was prolonged', async () => {
    const endsOn = (day: string | null) =>
      made.control.change((tx) =>
        tx.updateTable('tenants').set({ contract_to: day }).where('id', '=', 'beta').execute(),
      )
    await endsOn('2027-03-31')
    await costOf('beta')
    expect(await costOf('beta')).toBe(0)
    made.at('2027-04-01T09:00:00Z')
    await made.engine.command("ALTER TABLE published DELETE WHERE tenant_id = 'beta' SETTINGS mutations_sync = 2")
    expect((await read('beta', NOVEMBER))?.figures).toEqual([])
    await endsOn('2027-12-31')
    expect((await read('beta', NOVEMBER))?.figures).toEqual([])
  })
})

describe('memory', () => {
  it('keeps what was asked for last, and never more than it may', () => {
    const kept = createKept<string>({ most: 10, forMs: 60_000 })
    kept.set('one', '1', 4)
    kept.set('two', '2', 4)
    expect(kept.get('one')).toBe('1')
    kept.set('three', '3', 4)
    kept.set('huge', '4', 11)
    expect(['one', 'two', 'three', 'huge'].map((key) => kept.get(key))).toEqual(['1', undefined, '3', undefined])
  })

  it('lets go by itself, however often a value is asked for', () => {
    vi.useFakeTimers()
    try {
      const kept = createKept<string>({ most: 10, forMs: 1_000 })
      kept.set('one', '1', 1)
      vi.advanceTimersByTime(999)
      expect(kept.get('one')).toBe('1')
      vi.advanceTimersByTime(1)
      expect(kept.get('one')).toBeUndefined()
    } finally {
      vi.useRealTimers()
    }
  })
})
