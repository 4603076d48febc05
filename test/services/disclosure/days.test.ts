/** What is said of a day: two days after it, once, and never again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPublication } from '../../../services/disclosure/index.ts'
import { rowsOf } from '../../support/engine.ts'
import { meetings, openPublishing, type Publishing } from '../../support/publishing.ts'

let made: Publishing
beforeAll(async () => {
  made = await openPublishing('2026-11-04T22:59:00Z') // still the 4th in Amsterdam
  await made.addTenant('acme')
  await made.addTenant('beta')
  await made.insert([
    // The 2nd has 60 legs of 30 persons, the 3rd 48 legs of 24.
    ...meetings({ tenant: 'acme', days: ['2026-11-02'], groups: [{ name: 'a', persons: 30, site: 'site-a' }] }),
    ...meetings({ tenant: 'acme', days: ['2026-11-03'], groups: [{ name: 'a', persons: 24, site: 'site-a' }] }),
    // 60 legs of 6 persons
    ...meetings({
      tenant: 'beta',
      days: ['2026-11-02'],
      times: 10,
      groups: [{ name: 'a', persons: 6, site: 'site-a' }],
    }),
  ])
  await made.rollup.run()
  await made.sealing.sealDays()
})
afterAll(() => made.close())

const said = (tenant = 'acme') =>
  rowsOf<{ day: string; measure: string; mark: string; value: number | null }>(
    made.engine,
    `SELECT day, measure, mark, value FROM published_days WHERE tenant_id = '${tenant}' AND site = '' ORDER BY day, measure`,
  )
const of = async (measure: string, tenant = 'acme') =>
  (await said(tenant)).filter((row) => row.measure === measure).map(({ day, mark, value }) => [day, mark, value])

describe('a day', () => {
  it('is spoken of when it was the day before yesterday, and no day without anything is', async () => {
    expect(await of('complete')).toEqual([['2026-11-02', 'shown', 1000]])
    made.at('2026-11-04T23:00:00Z')
    await made.sealing.sealDays()
    expect(await of('complete')).toEqual([
      ['2026-11-02', 'shown', 1000],
      ['2026-11-03', 'shown', 1000],
    ])
  })

  it('has rates from 50 legs and k persons only', async () => {
    expect(await of('failed_rate')).toEqual([
      ['2026-11-02', 'shown', 0],
      ['2026-11-03', 'few', null],
    ])
    expect(await of('failed_rate', 'beta')).toEqual([['2026-11-02', 'few', null]])
  })

  it('is never spoken of again', async () => {
    const before = await said()
    await made.insert(
      meetings({ tenant: 'acme', days: ['2026-11-03'], groups: [{ name: 'late', persons: 30, site: 'site-a' }] }),
    )
    await made.sealing.sealDays()
    expect(await said()).toEqual(before)
  })

  it('stands in the publication of its month, the rest of which is spoken of at the latest then', async () => {
    await made.insert(
      meetings({ tenant: 'acme', days: ['2026-11-20'], groups: [{ name: 'a', persons: 30, site: 'site-a' }] }),
    )
    made.at('2026-12-06T09:00:00Z')
    await made.sealing.seal('acme', '2026-11', 'operator')
    const published = await readPublication(made, 'acme', '2026-11')
    expect([...new Set(published?.days.map(({ day }) => day))]).toEqual(['2026-11-02', '2026-11-03', '2026-11-20'])
    expect(await readPublication(made, 'beta', '2026-11')).toBeNull()
  })
})
