/**
 * What outlives the facts cannot single out a person (design, section 8): folded as published, small cells dropped, small
 * days together, and the month still equals the sum of its rows.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CUTS, SUMS } from '../../../schemas/cube.ts'
import { readPublication } from '../../../services/disclosure/index.ts'
import { rowsOf } from '../../support/engine.ts'
import { leg, meetings, openPublishing, type Publishing } from '../../support/publishing.ts'

const DAILY = Object.entries(CUTS).flatMap(([cut, { daily }]) => (daily ? [cut] : []))
let made: Publishing
let before: Awaited<ReturnType<typeof readPublication>>

beforeAll(async () => {
  made = await openPublishing('2026-12-07T09:00:00Z')
  await made.addTenant('acme', { k: 5 })
  await made.addTenant('small', { k: 5 })
  const acme = { tenant: 'acme', times: 1 }
  await made.insert([
    ...meetings({ ...acme, days: ['2026-11-02', '2026-11-04'], groups: [{ name: 'a', persons: 12, site: 'site-a' }] }),
    ...meetings({ ...acme, days: ['2026-11-03'], groups: [{ name: 'a', persons: 3, site: 'site-a' }] }),
    ...meetings({ ...acme, days: ['2026-11-03'], groups: [{ name: 'b', persons: 3, site: 'site-b' }] }),
    ...meetings({ ...acme, days: ['2026-11-05'], groups: [{ name: 'c', persons: 3, site: 'site-c' }] }),
    leg('acme', 'room', {
      at: '2026-11-02T09:00:00+01:00',
      conference: 'acme 2026-11-02 9 a 0',
      kind: 'room',
      room_id: 'room-1',
      device_class: 'room',
      site: 'site-a',
    }),
    ...meetings({ tenant: 'small', days: ['2026-11-02'], groups: [{ name: 'a', persons: 4, site: 'site-a' }] }),
  ])
  await made.sealing.seal('acme', '2026-11', 'operator')
  await made.sealing.seal('small', '2026-11', 'operator')
  before = await readPublication(made, 'acme', '2026-11')
})
afterAll(() => made.close())

const few = (table: string) =>
  rowsOf(made.engine, `SELECT cut, v1, v2 FROM ${table} WHERE population = 'people' AND persons BETWEEN 1 AND 4`)

const sums = async (table: string, tenant: string) =>
  rowsOf(
    made.engine,
    `SELECT cut, v1, v2, room, ${SUMS.map((sum) => `sum(${sum}) AS ${sum}`).join(', ')}, sumForEach(h_loss) AS h_loss
     FROM ${table} WHERE tenant_id = '${tenant}' AND has(['${DAILY.join("','")}'], cut)
     GROUP BY cut, v1, v2, room ORDER BY cut, v1, v2, room SETTINGS prefer_column_name_to_alias = 1`,
  )

describe('a month whose facts are about to go', () => {
  it('stays as computed until then', async () => {
    made.at('2027-01-26T22:59:00Z')
    await made.sealing.freezeDue()
    expect((await few('cube_month')).length).toBeGreaterThan(3)
    expect(await sums('cube_day', 'acme')).toEqual(await sums('cube_month', 'acme'))
    expect((await made.sealing.status('acme'))[0]).toMatchObject({ state: 'sealed' })
  })

  it('is frozen: no people’s cell of 1 to 4 persons is left, and each value is the sum of its rows', async () => {
    made.at('2027-01-27T23:00:00Z')
    await made.sealing.freezeDue()
    expect((await made.sealing.status('acme'))[0]).toMatchObject({ state: 'frozen', revision: 1 })
    expect([await few('cube_month'), await few('cube_day')]).toEqual([[], []])
    const acme = await sums('cube_month', 'acme')
    expect(acme.length).toBeGreaterThan(3)
    expect(await sums('cube_day', 'acme')).toEqual(acme)
    const legs = await rowsOf(
      made.engine,
      `SELECT v1, legs FROM cube_month WHERE cut = 'site' AND population = 'people' ORDER BY v1`,
    )
    expect(legs).toEqual([
      { v1: 'other', legs: 6 }, // three of b and three of c
      { v1: 'site-a', legs: 27 },
    ])
    const days = await rowsOf(
      made.engine,
      "SELECT DISTINCT toString(day) AS day FROM cube_day WHERE cut = 'tenant' AND tenant_id = 'acme' ORDER BY day",
    )
    expect(days.map((row) => (row as { day: string }).day)).toContain('1970-01-01')
    const cuts = await rowsOf<{ cut: string }>(made.engine, 'SELECT DISTINCT cut FROM cube_day')
    expect(cuts.filter(({ cut }) => !DAILY.includes(cut))).toEqual([])
  })

  it('leaves nothing of a tenant of four, and the room of the other as it was', async () => {
    expect(await made.table('cube_month', "tenant_id = 'small' AND population = 'people'")).toEqual([])
    expect((await made.table('cube_month', "population = 'environment'")).length).toBe(4)
    expect((await made.table('sealed_legs')).length).toBe(0)
  })

  it('is published as before, and never again', async () => {
    expect(await readPublication(made, 'acme', '2026-11')).toEqual(before)
    expect(await made.sealing.seal('acme', '2026-11', 'operator')).toMatchObject({ refused: 'frozen' })
    expect(await made.sealing.reopen('acme', '2026-11', 'operator', 'late')).toMatchObject({ refused: 'frozen' })
    const cells = await made.table('cube_month')
    await made.rollup.run({ full: true })
    await made.sealing.freezeDue()
    expect(await made.table('cube_month')).toEqual(cells)
  })
})

it('a month that was never sealed is sealed before it is frozen', async () => {
  await made.addTenant('late', { k: 5 })
  made.at('2027-01-05T09:00:00Z')
  await made.insert(
    meetings({ tenant: 'late', days: ['2026-12-01'], groups: [{ name: 'a', persons: 9, site: 'site-a' }] }),
  )
  await made.rollup.run({ tenantId: 'late' })
  made.at('2027-02-27T02:00:00Z')
  await made.sealing.freezeDue()
  expect((await made.sealing.status('late'))[0]).toMatchObject({ month: '2026-12', state: 'frozen', revision: 1 })
  expect((await readPublication(made, 'late', '2026-12'))?.publication.safe).toBe(1)
  expect(await made.audited('late')).toEqual([
    'schedule period_sealed {"month":"2026-12","revision":1}',
    'schedule period_frozen {"month":"2026-12","revision":1}',
  ])
})
