/**
 * Sealing and freezing that end anywhere: nothing is half published, and the next attempt gives the same rows as one that
 * was never interrupted.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPublication } from '../../../services/disclosure/index.ts'
import { AppError } from '../../../services/shared/errors.ts'
import { type Group, meetings, openPublishing, type Publishing } from '../../support/publishing.ts'

const GROUPS: readonly Group[] = [
  { name: 'a', persons: 16, site: 'site-a' },
  { name: 'b', persons: 14, site: 'site-b' },
]
/** Fails at its first write, its second ... and each time is begun again. */
const TENANTS = ['whole', 'broken'] as const
let made: Publishing

beforeAll(async () => {
  made = await openPublishing('2026-12-07T09:00:00Z')
  for (const tenant of TENANTS) {
    await made.addTenant(tenant)
    // In another order of arrival: it must not be seen in the rows.
    const rows = meetings({ tenant, days: ['2026-11-02', '2026-11-03'], groups: GROUPS })
    await made.insert(tenant === 'whole' ? rows : rows.toReversed())
  }
  await made.rollup.run()
})
afterAll(() => made.close())

/** The rows of a table that tell the tenants apart by nothing but their name. */
const rowsOf = async (table: string, tenant: string) =>
  (await made.table(table, `tenant_id = '${tenant}'`)).map((row) => row.replaceAll(tenant, 'tenant'))

/**
 * Fails the work at its first write, then at its second ... until it is done.
 *
 * @param look is asked after each failure; its answers are given back, one a failure
 */
async function failures<T>(work: (nth: number) => Promise<unknown>, look: () => Promise<T>): Promise<readonly T[]> {
  const seen: T[] = []
  for (let nth = 1; ; nth += 1) {
    const error: unknown = await work(nth).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (error === null) return seen
    if (!(error instanceof AppError) || error.code !== 'unavailable') throw error
    seen.push(await look())
  }
}

describe('an interrupted sealing', () => {
  it('has published nothing, and the next one publishes the same', async () => {
    await made.sealing.seal('whole', '2026-11', 'operator')
    const seen = await failures(
      (nth) => made.failingAt(nth).seal('broken', '2026-11', 'operator'),
      async () => [await readPublication(made, 'broken', '2026-11'), await made.audited('broken')],
    )
    // The left rows dropped, figures, the remembered legs dropped, remembered, the transaction.
    expect(seen).toEqual(Array.from({ length: 5 }, () => [null, []]))
    await made.sealing.sealDays() // the sixth write was that of the advice, which the month does not wait for
    for (const table of ['published', 'published_days']) {
      expect((await rowsOf(table, 'whole')).length).toBeGreaterThan(5)
      expect(await rowsOf(table, 'broken')).toEqual(await rowsOf(table, 'whole'))
    }
    expect((await rowsOf('sealed_legs', 'broken')).length).toBe((await rowsOf('sealed_legs', 'whole')).length)
    const published = await readPublication(made, 'broken', '2026-11')
    const whole = await readPublication(made, 'whole', '2026-11')
    expect(published?.figures).toEqual(whole?.figures)
    expect(published?.publication.protocol).toEqual(whole?.publication.protocol)
  })

  it('whose advice failed has its advice from the next night on', async () => {
    await made.control.transaction((tx) =>
      tx.updateTable('publications').set({ rules: '[]' }).where('tenant_id', '=', 'broken').execute(),
    )
    await made.sealing.sealDue()
    const published = await readPublication(made, 'broken', '2026-11')
    expect(published?.publication.rules).toEqual((await readPublication(made, 'whole', '2026-11'))?.publication.rules)
    expect(published?.publication.rules.length).toBeGreaterThan(0)
  })
})

describe('advice that comes later', () => {
  it('A24: is withheld where legs have changed since the revision, that nobody is told of', async () => {
    await made.addTenant('late')
    await made.insert(meetings({ tenant: 'late', days: ['2026-11-02', '2026-11-03'], groups: GROUPS }))
    await made.rollup.run()
    await made.sealing.seal('late', '2026-11', 'operator')
    const rules = async () => (await readPublication(made, 'late', '2026-11'))?.publication.rules ?? []
    const asked = await rules()
    expect(asked.filter(({ outcome }) => outcome !== 'withheld')).not.toEqual([])
    const again = async () => {
      await made.control.transaction((tx) =>
        tx.updateTable('publications').set({ rules: '[]' }).where('tenant_id', '=', 'late').execute(),
      )
      await made.sealing.sealDue()
      return rules()
    }
    expect(await again()).toEqual(asked)
    const [few = GROUPS[0]] = GROUPS
    if (few === undefined) throw new Error('no group')
    await made.insert(meetings({ tenant: 'late', days: ['2026-11-04'], groups: [{ ...few, persons: 2 }] }))
    await made.rollup.run()
    expect((await again()).map(({ outcome }) => outcome)).toEqual(asked.map(() => 'withheld'))
  })
})

describe('an interrupted freeze', () => {
  it('leaves cells and state as they were, and the next one gives the same', async () => {
    made.at('2027-01-27T02:00:00Z')
    const before = [await rowsOf('cube_day', 'broken'), await rowsOf('cube_month', 'broken')]
    // `broken` comes first in each pass, so `whole` is frozen by the pass that fails nowhere.
    const seen = await failures(
      (nth) => made.failingAt(nth).freezeDue(),
      async () => {
        const periods = made.control.db.selectFrom('periods').select('state').where('tenant_id', '=', 'broken')
        const [period] = await periods.execute()
        return {
          state: period?.state,
          cells: [await rowsOf('cube_day', 'broken'), await rowsOf('cube_month', 'broken')],
        }
      },
    )
    const early = seen.filter(({ state }) => state !== 'frozen')
    expect(early.length).toBeGreaterThan(1)
    expect(early).toEqual(early.map(() => ({ state: 'sealed', cells: before })))
    for (const table of ['cube_day', 'cube_month']) {
      expect(await rowsOf(table, 'broken')).toEqual(await rowsOf(table, 'whole'))
      expect((await rowsOf(table, 'whole')).length).toBeGreaterThan(0)
    }
    expect((await made.table('sealed_legs')).length).toBe(0)
    expect(await made.audited('broken')).toContain('schedule period_frozen {"month":"2026-11","revision":1}')
  })
})
