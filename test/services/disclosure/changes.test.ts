/**
 * What a revision tells of failures and of grades, through the real engine: the legs that differ in them are counted for
 * themselves, so that one caller's failures cannot be read from the difference of two revisions.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Aspect } from '../../../schemas/changed.ts'
import type { FigureName } from '../../../schemas/published.ts'
import { readPublication } from '../../../services/disclosure/index.ts'
import { createSealedLegs } from '../../../services/rollup/sealed.ts'
import type { Given } from '../../support/observations.ts'
import { leg, openPublishing, type Publishing } from '../../support/publishing.ts'

const SITES = ['a', 'b', 'c'] as const
const PERSONS = Array.from({ length: 24 }, (_, person) => person)
type More = Omit<Partial<Given>, 'at'> & { readonly at?: string }
let made: Publishing

/** A leg of a person of a site, in a conference of the site's. */
const of = (site: string, person: number, day: number, what: string, more: More = {}) =>
  leg('acme', `${site} ${String(person)} ${String(day)} ${what}`, {
    at: `2026-11-${String(day).padStart(2, '0')}T10:00:00+01:00`,
    conference: `${site} ${String(day)} ${what}`,
    person: `acme ${site} ${String(person)}`,
    site: `site-${site}`,
    win_good: 20,
    ...more,
  })
const failed = (site: string, person: number, day: number, what: string, more: More = {}) => {
  const start = Date.parse(`2026-11-${String(day).padStart(2, '0')}T11:00:00+01:00`)
  const short = { start, end: start + 2_000, end_class: 'no_answer', win_good: null } as const
  return of(site, person, day, `${what} failed`, { ...short, ...more })
}

beforeAll(async () => {
  made = await openPublishing('2026-12-07T09:00:00Z')
  await made.addTenant('acme')
  await made.insert(
    SITES.flatMap((site) =>
      PERSONS.flatMap((person) => [
        ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((day) => of(site, person, day, 'first')),
        ...[2, 3].map((day) => failed(site, person, day, 'first')),
      ]),
    ),
  )
  await made.sealing.seal('acme', '2026-11', 'operator')
})
afterAll(() => made.close())

const changed = async (aspect: Aspect, revision = 1) => {
  const cells = await createSealedLegs(made.engine).changedCells('acme', '2026-11-01', revision, {})
  return Object.fromEntries(
    cells
      .filter((cell) => cell.aspect === aspect && (cell.cut === 'site' || cell.cut === 'tenant'))
      .map(({ v1, legs, persons, top_legs_mp, untold }) => [v1, [legs, persons, top_legs_mp, untold]]),
  )
}
const again = async () => {
  await made.sealing.reopen('acme', '2026-11', 'operator', 'late records')
  await made.sealing.seal('acme', '2026-11', 'operator')
}
const figure = async (v1: string, measure: FigureName) => {
  const published = await readPublication(made, 'acme', '2026-11')
  const own = published?.figures.find((row) => row.v1 === v1 && row.measure === measure && row.v2 === '')
  return [own?.value, own?.kept]
}

describe('failures that came late', () => {
  it('are counted where a leg fails now and did not, or otherwise than it did', async () => {
    await made.insert([
      // Everybody came once more, and the model of the legs that failed is known better: these failed as before.
      ...SITES.flatMap((site) => PERSONS.map((person) => of(site, person, 9, 'late'))),
      ...PERSONS.map((person) =>
        failed('a', person, 2, 'first', { event: 'better', at: '2026-11-02T12:00:00+01:00', software: '2.0' }),
      ),
      // One caller tries again and again; at the other sites many do.
      ...Array.from({ length: 12 }, (_, time) => failed('a', 0, 10, `late ${String(time)}`)),
      ...PERSONS.map((person) => failed('b', person, 10, 'late')),
      ...[11, 12].flatMap((day) => PERSONS.map((person) => failed('c', person, day, 'late'))),
      // One leg fails otherwise.
      failed('c', 1, 3, 'first', { event: 'better', at: '2026-11-03T12:00:00+01:00', end_class: 'busy' }),
    ])
    await made.rollup.run()
    expect(await changed('legs')).toMatchObject({ 'site-a': [60, 24, 23_334, 0], 'site-b': [48, 24, 4_167, 0] })
    expect(await changed('failures')).toEqual({
      '': [85, 0, 14_118, 0],
      'site-a': [12, 0, 100_000, 0],
      'site-b': [24, 0, 4_167, 0],
      'site-c': [49, 0, 6_123, 0],
    })
  })

  it('are not told where they are one caller’s, nor where these would say them; all else is', async () => {
    await again()
    expect(await figure('site-a', 'legs')).toEqual([300, false])
    expect(await figure('site-a', 'failed')).toEqual([50, true])
    expect(await figure('site-a', 'failed_rate')).toEqual([180, true])
    expect(await figure('site-b', 'legs')).toEqual([310, false])
    expect(await figure('site-b', 'failed')).toEqual([50, true])
    expect(await figure('site-c', 'failed')).toEqual([95, false])
    expect(await figure('', 'failed')).toEqual([230, false])
  })
})

describe('grades that came late', () => {
  it('are not told where they are of few persons', async () => {
    const poor = { win_good: 1, win_bad: 19 } as const
    await made.insert([
      ...SITES.flatMap((site) => PERSONS.map((person) => of(site, person, 16, 'again', { win_good: null }))),
      ...[0, 1, 2].map((person) => of('a', person, 17, 'again', poor)),
      ...PERSONS.flatMap((person) => [of('b', person, 17, 'again', poor), of('c', person, 17, 'again', poor)]),
    ])
    await made.rollup.run()
    expect(await changed('windows', 2)).toEqual({
      '': [51, 51, 1_961, 0],
      'site-a': [3, 3, 33_334, 0],
      'site-b': [24, 24, 4_167, 0],
      'site-c': [24, 24, 4_167, 0],
    })
    await again()
    expect(await figure('site-a', 'legs')).toEqual([325, false])
    expect(await figure('site-a', 'windows_poor')).toEqual([0, true])
    expect(await figure('site-b', 'windows_poor')).toEqual([0, true])
    expect(await figure('site-c', 'windows_poor')).toEqual([25, false])
    expect(await figure('', 'windows_poor')).toEqual([50, false])
  })
})

describe('a revision of which it was not remembered how legs went', () => {
  it('says so of the legs that it had, and then nothing new is told of failures and grades', async () => {
    await made.engine.command(
      "ALTER TABLE sealed_legs UPDATE failure = '', measured_hash = 0, windows = '', alarms = '' WHERE 1 SETTINGS mutations_sync = 1",
    )
    await made.insert([
      ...SITES.flatMap((site) =>
        PERSONS.flatMap((person) => [of(site, person, 23, 'new'), failed(site, person, 23, 'new')]),
      ),
      of('b', 0, 2, 'first', { event: 'better', at: '2026-11-02T12:00:00+01:00', software: '2.0' }),
    ])
    await made.rollup.run()
    // A leg that is new is known for what it is.
    expect(await changed('failures', 3)).toEqual({
      '': [73, 1, 2_740, 1],
      'site-a': [24, 0, 4_167, 0],
      'site-b': [25, 1, 8_000, 1],
      'site-c': [24, 0, 4_167, 0],
    })
    await again()
    expect(await figure('site-c', 'legs')).toEqual([430, false])
    for (const v1 of ['', 'site-a', 'site-b', 'site-c']) {
      for (const measure of ['failed', 'windows_poor'] as const) expect((await figure(v1, measure))[1]).toBe(true)
    }
  })
})
