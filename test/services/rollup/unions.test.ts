/** Distinct counts over several cells: what disclosure asks where it folds values. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CUTS, type Cut, DISTINCTS } from '../../../schemas/cube.ts'
import { createUnions } from '../../../services/rollup/index.ts'
import { rowsOf } from '../../support/engine.ts'
import { leg, meetings, openPublishing, type Publishing } from '../../support/publishing.ts'

const MONTH = '2026-11-01'
let made: Publishing
let unions: ReturnType<ReturnType<typeof createUnions>>

beforeAll(async () => {
  made = await openPublishing('2026-11-30T09:00:00Z')
  await made.addTenant('acme')
  await made.addTenant('beta')
  const groups = [
    { name: 'a', persons: 9, site: 'site-a' },
    { name: 'b', persons: 3, site: 'site-b', more: { platform: 'cms', software: '2.0', network: 'wifi' } },
  ] as const
  await made.insert([
    ...meetings({ tenant: 'acme', days: ['2026-11-02', '2026-11-03'], groups }),
    // Two of a's persons once at site b, one of them by telephone too, and one leg of nobody.
    ...['acme a 0', 'acme a 1'].map((person) =>
      leg('acme', `b ${person}`, { at: '2026-11-04T09:00:00+01:00', conference: 'guests', person, site: 'site-b' }),
    ),
    leg('acme', 'phone', {
      at: '2026-11-04T09:00:00+01:00',
      conference: 'guests',
      person: 'acme number',
      person_ident: 'phone',
      kind: 'pstn',
      site: 'site-b',
    }),
    leg('acme', 'nobody', { at: '2026-11-05T09:00:00+01:00', site: 'site-b', kind: 'unknown' }),
    ...meetings({ tenant: 'beta', days: ['2026-11-02'], groups: [{ name: 'a', persons: 5, site: 'site-a' }] }),
  ])
  await made.rollup.run()
  unions = createUnions(made.engine)('acme', MONTH)
})
afterAll(() => made.close())

interface Row extends Record<(typeof DISTINCTS)[number], number> {
  readonly cut: Cut
  readonly v1: string
  readonly v2: string
}

describe('a union', () => {
  it('of one cell is that cell, in every cut of people', async () => {
    const cells = await rowsOf<Row>(
      made.engine,
      `SELECT cut, v1, v2, ${DISTINCTS.join(', ')} FROM cube_month WHERE tenant_id = 'acme' AND population = 'people'`,
    )
    expect(new Set(cells.map(({ cut }) => cut)).size).toBe(11)
    const asks = cells.map(({ cut, v1, v2 }) => ({ cut, v1: [v1], v2: CUTS[cut].by.length === 2 ? [v2] : [] }))
    expect(await unions(asks)).toEqual(
      cells.map((cell) => Object.fromEntries(DISTINCTS.map((name) => [name, cell[name]]))),
    )
  })

  it('counts who is in both once, by the sort of identifier that has most', async () => {
    const [a, b, both] = await unions([
      { cut: 'site', v1: ['site-a'], v2: [] },
      { cut: 'site', v1: ['site-b'], v2: [] },
      { cut: 'site', v1: ['site-a', 'site-b'], v2: [] },
    ])
    expect([a?.persons, b?.persons, both?.persons]).toEqual([9, 3, 9])
    expect(both?.conferences).toBe((a?.conferences ?? 0) + (b?.conferences ?? 0))
    expect([a?.days, b?.days, both?.days]).toEqual([2, 4, 4])
  })

  it('of what is not there is nothing, and each answer stands where it was asked', async () => {
    const nothing = { conferences: 0, persons: 0, top_legs_mp: 0, top_ms_mp: 0, top_failed_mp: 0, days: 0 }
    const [none, rows, one] = await unions([
      { cut: 'site', v1: ['site-z'], v2: [] },
      { cut: 'site_platform', v1: ['site-a', 'site-b'], v2: ['cms'] },
      { cut: 'tenant', v1: [], v2: [] },
    ])
    expect(none).toEqual(nothing)
    expect(rows).toMatchObject({ persons: 3, days: 2 })
    expect(one).toMatchObject({ persons: 9 })
  })

  it('is of its tenant and month alone', async () => {
    const of = createUnions(made.engine)
    const ask = [{ cut: 'site' as const, v1: ['site-a'], v2: [] }]
    expect(await of('beta', MONTH)(ask)).toMatchObject([{ persons: 5, days: 1 }])
    expect(await of('acme', '2026-10-01')(ask)).toMatchObject([{ persons: 0, days: 0 }])
  })
})
