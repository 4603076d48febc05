/** Sealing a month: its states, what is refused, and that what is published is published once and the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPublication } from '../../../services/disclosure/index.ts'
import { type Group, leg, meetings, openPublishing, type Publishing } from '../../support/publishing.ts'

const GROUPS: readonly Group[] = [
  { name: 'a', persons: 24, site: 'site-a' },
  { name: 'b', persons: 18, site: 'site-b' },
  { name: 'c', persons: 7, site: 'site-c' },
  { name: 'd', persons: 6, site: 'site-d' },
]
const DAYS = ['2026-11-02', '2026-11-03', '2026-11-30']
let made: Publishing

beforeAll(async () => {
  made = await openPublishing('2026-11-30T22:30:00Z')
  await made.addTenant('acme')
  await made.addTenant('beta', { contract_from: '2026-11-10', contract_to: '2026-11-20', k: 5 })
  await made.insert(meetings({ tenant: 'acme', days: DAYS, groups: GROUPS }))
  await made.insert(meetings({ tenant: 'beta', days: ['2026-11-16'], groups: GROUPS.slice(0, 2) }))
  await made.rollup.run()
})
afterAll(() => made.close())

const seal = (month = '2026-11', tenant = 'acme') => made.sealing.seal(tenant, month, 'operator')
const reopen = (month = '2026-11', tenant = 'acme') => made.sealing.reopen(tenant, month, 'operator', 'late records')
const stateOf = async (month = '2026-11', tenant = 'acme') =>
  (await made.sealing.status(tenant)).find((status) => status.month === month)
const published = (month = '2026-11', tenant = 'acme') => readPublication(made, tenant, month)
const figure = async (cut: string, v1: string, measure: string) =>
  (await published())?.figures.find((row) => row.cut === cut && row.v1 === v1 && row.measure === measure)

describe('before its time', () => {
  it('a month that runs is open, by the tenant’s own calendar, and is not sealed', async () => {
    expect(await stateOf()).toMatchObject({ state: 'open', due: '2026-12-06', revision: null, part: false })
    expect(await seal()).toEqual({ refused: 'not_over', due: '2026-12-06' })
  })

  it('a month that is over waits for late records, until the day it is due', async () => {
    made.at('2026-11-30T23:00:00Z') // midnight in Amsterdam
    expect(await stateOf()).toMatchObject({ state: 'closed' })
    expect(await seal()).toEqual({ refused: 'too_early', due: '2026-12-06' })
    made.at('2026-12-05T22:59:59Z')
    await made.sealing.sealDue()
    expect(await seal()).toEqual({ refused: 'too_early', due: '2026-12-06' })
    expect(await published()).toBeNull()
  })

  it('what was not sealed is not opened again', async () => {
    expect(await reopen()).toMatchObject({ refused: 'not_sealed' })
  })

  it('a month without a leg, and one outside the contract, are not sealed', async () => {
    expect(await seal('2026-10')).toMatchObject({ refused: 'no_legs' })
    expect(await seal('2025-12')).toMatchObject({ refused: 'before_contract' })
    expect(await seal('2026-10', 'beta')).toMatchObject({ refused: 'before_contract' })
    expect(await seal('2026-12', 'beta')).toMatchObject({ refused: 'after_contract' })
    await expect(seal('2026-11', 'nobody')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('and none of this is written down as done', async () => {
    expect(await made.audited('acme')).toEqual([])
    expect(await made.table('sealed_legs', "tenant_id = 'acme'")).toEqual([])
  })
})

describe('a month that is due', () => {
  it('is sealed: figures, days, legs remembered, and who did it', async () => {
    made.at('2026-12-05T23:00:00Z')
    expect(await seal()).toMatchObject({ month: '2026-11', revision: 1, anew: true, safe: true, advised: true })
    expect(await stateOf()).toMatchObject({ state: 'sealed', revision: 1, safe: true, reason: null })
    expect(await made.audited('acme')).toEqual(['operator period_sealed {"month":"2026-11","revision":1}'])
    // Two small sites stand together, and everybody met on three days, twice.
    expect(await figure('tenant', '', 'persons')).toMatchObject({ mark: 'shown', value: 55 })
    expect(await figure('tenant', '', 'legs')).toMatchObject({ value: 330 })
    expect(await figure('site', 'other', 'persons')).toMatchObject({ value: 15 })
    expect(await figure('site', 'site-c', 'persons')).toBeUndefined()
    const days = (await published())?.days ?? []
    expect([...new Set(days.map(({ day }) => day))]).toEqual(DAYS)
    expect((await made.table('sealed_legs', "tenant_id = 'acme'")).length).toBe(330)
    expect((await published())?.publication).toMatchObject({
      k: 10,
      profile: 'avesqo-1',
      code_version: '0.1.0',
      safe: 1,
    })
  })

  it('is not sealed twice, nor by the calendar', async () => {
    expect(await seal()).toMatchObject({ refused: 'sealed' })
    const before = await made.table('published', "tenant_id = 'acme'")
    made.at('2026-12-07T02:00:00Z')
    await made.sealing.sealDue()
    expect(await made.table('published', "tenant_id = 'acme'")).toEqual(before)
  })

  it('changes nothing that is published when records come late', async () => {
    const before = await made.table('published', "tenant_id = 'acme'")
    await made.insert(late(['a', 0, 3]))
    await made.rollup.run()
    expect(await made.table('published', "tenant_id = 'acme'")).toEqual(before)
    expect(await figure('tenant', '', 'legs')).toMatchObject({ value: 330 })
  })
})

/** Legs of the 23rd of November, which nobody had before: [group, first person, persons]. */
function late(...groups: readonly (readonly [string, number, number])[]) {
  return groups.flatMap(([name, from, persons]) =>
    Array.from({ length: persons }, (_, index) =>
      leg('acme', `late ${name} ${from + index}`, {
        at: '2026-11-23T10:00:00+01:00',
        conference: 'late',
        person: `acme ${name} ${from + index}`,
        site: `site-${name}`,
      }),
    ),
  )
}

/** One more leg of each of the first persons of a group, on a day of November. */
function again(name: string, persons: number, day = 24) {
  return Array.from({ length: persons }, (_, person) =>
    leg('acme', `again ${day} ${name} ${person}`, {
      at: `2026-11-${day}T10:00:00+01:00`,
      conference: `again ${day}`,
      person: `acme ${name} ${person}`,
      site: `site-${name}`,
    }),
  )
}

describe('a month that is opened again', () => {
  it('says why, and what is published stays', async () => {
    const before = await made.table('published', "tenant_id = 'acme'")
    expect(await reopen()).toEqual({ revision: 1 })
    expect(await stateOf()).toMatchObject({ state: 'reopened', revision: 1, reason: 'late records' })
    expect(await reopen()).toMatchObject({ refused: 'reopened' })
    expect(await made.table('published', "tenant_id = 'acme'")).toEqual(before)
    expect(await made.audited('acme')).toContain('operator period_reopened {"month":"2026-11","revision":1}')
  })

  it('stands as it was where fewer than k persons changed, and the calendar does not seal it', async () => {
    const before = await made.table('published', "tenant_id = 'acme'")
    await made.sealing.sealDue()
    expect(await stateOf()).toMatchObject({ state: 'reopened' })
    expect(await seal()).toMatchObject({ revision: 1, anew: false })
    expect(await made.table('published', "tenant_id = 'acme'")).toEqual(before)
    expect(await stateOf()).toMatchObject({ state: 'sealed', revision: 1, reason: null })
  })

  it('is published anew where k persons changed, since its publication and not since the last attempt', async () => {
    // Three of site a came late before; these make 20 of it, 6 of site b, and 13 of the two small ones.
    await made.insert(late(['a', 3, 17], ['b', 0, 6], ['c', 0, 7], ['d', 0, 6]))
    await reopen()
    expect(await seal()).toMatchObject({ revision: 2, anew: true })
    expect(await figure('tenant', '', 'legs')).toMatchObject({ kept: false, value: 370 })
    expect(await figure('site', 'site-a', 'legs')).toMatchObject({ kept: false, value: 165 })
    // Only 6 of b changed, and alone they would be seen in the tenant's change less that of the others: so the smallest
    // of these keeps its first figures too.
    expect(await figure('site', 'site-b', 'legs')).toMatchObject({ kept: true, value: 110 })
    expect(await figure('site', 'other', 'legs')).toMatchObject({ kept: true, value: 80 })
  })

  it('keeps a kept figure where nobody changed since the last revision, and few since the one it is of', async () => {
    await made.insert(again('a', 20, 26))
    await reopen()
    expect(await seal()).toMatchObject({ revision: 3, anew: true })
    expect(await figure('site', 'site-a', 'legs')).toMatchObject({ kept: false, value: 185 })
    expect(await figure('site', 'site-b', 'legs')).toMatchObject({ kept: true, value: 110 })
    expect(await figure('site', 'other', 'legs')).toMatchObject({ kept: true, value: 80 })
  })

  it('keeps a kept figure where k persons changed since it was made, and fewer since the last revision', async () => {
    // Six more of b: 12 since the first revision, 6 since the third. What is not a's changed by 7 persons, and would be
    // seen in the tenant's change less that of a.
    await made.insert([...late(['b', 6, 6], ['c', 7, 1]), ...again('a', 20)])
    await reopen()
    expect(await seal()).toMatchObject({ revision: 4, anew: true })
    expect(await figure('site', 'site-b', 'legs')).toMatchObject({ kept: true, value: 110 })
    expect(await figure('site', 'other', 'legs')).toMatchObject({ kept: true, value: 80 })
  })

  it('keeps it while what was kept beside it has not changed: what that is now says what it then was', async () => {
    await made.insert([...again('a', 20, 25), ...again('b', 18, 25)])
    await reopen()
    expect(await seal()).toMatchObject({ revision: 5, anew: true })
    expect(await figure('site', 'site-a', 'legs')).toMatchObject({ kept: false, value: 225 })
    expect(await figure('site', 'site-b', 'legs')).toMatchObject({ kept: true, value: 110 })
    expect(await figure('site', 'other', 'legs')).toMatchObject({ kept: true, value: 80 })
  })

  it('says it anew where k persons have changed since every revision, in each that was kept', async () => {
    await made.insert([...again('b', 18, 26), ...again('c', 7, 26), ...again('d', 6, 26)])
    await reopen()
    expect(await seal()).toMatchObject({ revision: 6, anew: true })
    expect(await figure('site', 'site-b', 'legs')).toMatchObject({ kept: false, value: 155 })
    expect(await figure('site', 'other', 'legs')).toMatchObject({ kept: false, value: 105 })
  })

  it('gives identical figures where nothing changed', async () => {
    const before = await published()
    await reopen()
    expect(await seal()).toMatchObject({ revision: 6, anew: false })
    const after = await published()
    expect(after).toEqual(before)
  })
})

describe('the other tenant', () => {
  it('has a part month that its contract ends, sealed by the calendar on the day after', async () => {
    expect(await stateOf('2026-11', 'beta')).toMatchObject({ state: 'sealed', part: true, due: '2026-11-20' })
    const publication = (await published('2026-11', 'beta'))?.publication
    expect(publication).toMatchObject({ revision: 1, k: 5 })
    expect(await made.audited('beta')).toContain('schedule period_sealed {"month":"2026-11","revision":1}')
  })

  it('is not touched by what is done to the first', async () => {
    const own = "tenant_id = 'beta'"
    expect(new Set(await made.table('published', own)).size).toBe((await made.table('published', own)).length)
    expect((await published('2026-11', 'beta'))?.figures.some(({ v1 }) => v1 === 'other')).toBe(false)
    const tenants = (await made.table('sealed_legs', own)).length
    expect(tenants).toBe(84)
  })
})
