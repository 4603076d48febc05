import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, CUTS, type Cut, SUMS } from '../../../../schemas/cube.ts'
import { OTHER } from '../../../../schemas/published.ts'
import { foldCells, foldDimensions, type Unions } from '../../../../services/disclosure/core/index.ts'
import { isSafe } from '../../../../services/disclosure/core/safe.ts'
import { cellsOf, distinctsOf, MICRO_CUTS, unionsOf } from '../attack/micro-cells.ts'
import { cellWith, monthOf, recipes, RUNS } from './support.ts'

const ONES = MICRO_CUTS.filter((cut) => CUTS[cut].by.length === 1)
const ofCut = (cells: readonly Cell[], cut: Cut) => cells.filter((cell) => cell.cut === cut)

/** Persons of several site cells are the largest's, or all of them where it is said. */
const unionIs =
  (persons: (sites: readonly string[]) => number): Unions =>
  (asks) =>
    Promise.resolve(
      asks.map(({ v1 }) => ({
        conferences: 1,
        persons: persons(v1),
        top_legs_mp: 1_000,
        top_ms_mp: 1_000,
        top_failed_mp: 0,
        days: 1,
      })),
    )

const sites = (counts: Readonly<Record<string, readonly [persons: number, legs: number]>>): Cell[] =>
  Object.entries(counts).map(([name, [persons, legs]]) => cellWith('site', name, '', { persons, legs }))

describe('folding (design, section 8, step 1)', () => {
  test('leaves safe values only, or one; adds sums, and counts persons once', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, async (recipe) => {
        const { k, legs } = monthOf(recipe)
        const cells = cellsOf(legs)
        const unions = unionsOf(legs)
        const folds = await foldDimensions(cells, k, unions)
        const folded = await foldCells(cells, folds, unions)
        for (const cut of ONES) {
          const own = ofCut(folded, cut)
          expect(own.length === 1 || own.every((cell) => isSafe(cell, k))).toBe(true)
        }
        for (const cut of MICRO_CUTS) {
          for (const sum of SUMS) {
            const total = (list: readonly Cell[]) => ofCut(list, cut).reduce((all, cell) => all + cell[sum], 0)
            expect(total(folded)).toBe(total(cells))
          }
        }
        const there = new Set(folds['site'])
        const other = folded.filter((cell) => cell.cut === 'site' && cell.v1 === OTHER)
        const counted = distinctsOf(legs.filter((leg) => there.has(leg.site)))
        expect(other.map((cell) => cell.persons)).toEqual(there.size === 0 ? [] : [counted.persons])
      }),
      RUNS,
    )
  })

  test('gives the same in whatever order the cells come', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, async (recipe) => {
        const { k, legs } = monthOf(recipe)
        const cells = cellsOf(legs)
        const unions = unionsOf(legs)
        expect(await foldDimensions(cells.toReversed(), k, unions)).toEqual(await foldDimensions(cells, k, unions))
      }),
      { ...RUNS, numRuns: 10 },
    )
  })

  test('does not fold where every value is safe', async () => {
    const cells = sites({ a: [10, 100], b: [12, 50], remote: [30, 10] })
    expect(
      (
        await foldDimensions(
          cells,
          10,
          unionIs(() => 0),
        )
      )['site'],
    ).toEqual([])
  })

  test('fills other with remote first, then unknown, then the smallest', async () => {
    const cells = sites({ tiny: [3, 30], big: [50, 900], small: [20, 200], remote: [40, 500], unknown: [30, 400] })
    const until = async (enough: (names: readonly string[]) => boolean) =>
      (
        await foldDimensions(
          cells,
          10,
          unionIs((names) => (enough(names) ? 10 : 9)),
        )
      )['site']
    expect(await until((names) => names.includes('remote'))).toEqual(['remote', 'tiny'])
    expect(await until((names) => names.includes('unknown'))).toEqual(['remote', 'tiny', 'unknown'])
    expect(await until((names) => names.includes('small'))).toEqual(['remote', 'small', 'tiny', 'unknown'])
    expect(await until(() => false)).toEqual(['big', 'remote', 'small', 'tiny', 'unknown'])
  })

  test('A26: folds a value in which one person has over half of the legs or of the minutes', async () => {
    const even = cellWith('site', 'even', '', { top_legs_mp: 50_000, top_ms_mp: 50_000 })
    const legs = cellWith('site', 'legs', '', { top_legs_mp: 50_001 })
    const minutes = cellWith('site', 'minutes', '', { top_ms_mp: 95_000, persons: 40 })
    expect(
      (
        await foldDimensions(
          [even, legs, minutes],
          10,
          unionIs(() => 60),
        )
      )['site'],
    ).toEqual(['legs', 'minutes'])
  })

  test('A30: a person with ten legs on two sites is one person', async () => {
    const cells = sites({ a: [6, 60], b: [6, 60], c: [40, 400] })
    // Six persons, all of whom were at both sites: together still six.
    const folds = await foldDimensions(
      cells,
      10,
      unionIs((names) => (names.includes('c') ? 40 : 6)),
    )
    expect(folds['site']).toEqual(['a', 'b', 'c'])
  })

  test('folds a value of transport by all its legs, which stand in the cells of many sites', async () => {
    const cells = [
      cellWith('site_transport', 'a', 'udp', { persons: 6 }),
      cellWith('site_transport', 'b', 'udp', { persons: 7 }),
      cellWith('site_transport', 'a', 'tcp', { persons: 30 }),
      cellWith('site_transport', 'a', 'relay', { persons: 2 }),
    ]
    const asked: string[] = []
    const unions: Unions = (asks) => {
      asked.push(...asks.map(({ v1, v2 }) => `${v1.join('+')}/${v2.join('+')}`))
      return Promise.resolve(
        asks.map(() => ({
          conferences: 9,
          persons: 13,
          top_legs_mp: 1_000,
          top_ms_mp: 1_000,
          top_failed_mp: 0,
          days: 3,
        })),
      )
    }
    expect((await foldDimensions(cells, 10, unions))['transport']).toEqual(['relay'])
    expect(asked).toEqual(['a+b/udp', 'a+b/relay'])
  })
})
