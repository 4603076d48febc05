import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Aspect, ChangedCell } from '../../../../schemas/changed.ts'
import type { Figure } from '../../../../schemas/published.ts'
import { revise } from '../../../../services/disclosure/core/index.ts'
import { aspectOf } from '../../../../services/disclosure/core/changes.ts'
import { isSafe, tellsFailures } from '../../../../services/disclosure/core/safe.ts'
import { publishLegs, type Published } from '../attack/cubes.ts'
import { changesOf, IN_ASPECT, type Reopened, reopened } from '../attack/reopened.ts'
import { distinctsOf } from '../attack/micro-cells.ts'
import { type MicroLeg, microLegs } from '../attack/micro-legs.ts'
import { monthOf, type Recipe, recipes, RUNS } from './support.ts'

const ONES = ['site', 'platform', 'network', 'model', 'size'] as const

/** Months whose legs of some persons came after the month was sealed. */
const late = fc.record({
  recipe: recipes,
  share: fc.integer({ min: 1, max: 60 }),
  chance: fc.nat(1_000),
  failing: fc.constantFrom(0, 15, 30),
})
type Late = Readonly<Record<'share' | 'chance' | 'failing', number>> & { readonly recipe: Recipe }
const lateOf = ({ recipe, share, chance, failing }: Late) => {
  const { k, legs } = monthOf(recipe)
  return { k, ...reopened(legs, share / 100, chance, failing) }
}

/** There is one revision before. */
const onlySince = (changed: readonly ChangedCell[], said: readonly Figure[]) => [{ changed, said }]

const revisionOf = async ({ before, after, changed, k }: Reopened & { k: number }) => {
  const [first, second] = [await publishLegs(before, k), await publishLegs(after, k)]
  const cells = changesOf(changed, second.folds)
  return {
    first,
    second,
    revised: revise({
      k,
      before: first.result.figures,
      after: second.result,
      since: onlySince(cells, first.result.figures),
    }),
  }
}

const saysAny = (figures: readonly Figure[], aspect: Aspect): boolean =>
  figures.some((row) => row.population === 'people' && aspectOf(row.measure) === aspect)

const rowsOf = (published: Pick<Published['result'], 'figures'>, cut: string, v1: string) =>
  published.figures.filter((row) => row.cut === cut && row.v1 === v1).map((row) => ({ ...row, kept: false }))

describe('a month that is sealed again (design, section 8: Revision; attack A24)', () => {
  test('changes only what k persons changed; and what is kept changed by k persons together', async () => {
    let kept = 0
    await fc.assert(
      fc.asyncProperty(late, async (some) => {
        const month = lateOf(some)
        const { k, changed } = month
        const { first, second, revised } = await revisionOf(month)
        fc.pre(first.result.safe && second.result.safe && isSafe(distinctsOf(changed), k))
        expect(revised.published).toBe(true)
        for (const cut of ONES) {
          const values = new Set(revised.figures.filter((row) => row.cut === cut).map((row) => row.v1))
          const old = new Set(first.result.figures.filter((row) => row.cut === cut).map((row) => row.v1))
          if (values.size === 0 || [...values].some((value) => !old.has(value)) || values.size !== old.size) continue
          const name = (leg: MicroLeg, { folds }: Published) =>
            (folds[cut] ?? []).includes(leg[cut]) ? 'other' : leg[cut]
          const keptValues = new Set(
            revised.figures.filter((row) => row.cut === cut && row.kept && row.measure === 'legs').map((row) => row.v1),
          )
          for (const value of keptValues) {
            expect(rowsOf(revised, cut, value)).toEqual(rowsOf(first.result, cut, value))
          }
          // What is kept is folded as it was.
          const together = changed.filter(
            (leg) => keptValues.has(name(leg, first)) || keptValues.has(name(leg, second)),
          )
          const apart = [...values]
            .filter((value) => !keptValues.has(value))
            .map((value) => changed.filter((leg) => name(leg, second) === value))
          const unsafe = [together, ...apart].filter((legs) => legs.length > 0 && !isSafe(distinctsOf(legs), k))
          expect(unsafe).toEqual([])
          kept += keptValues.size
        }
      }),
      { ...RUNS, numRuns: 60 },
    )
    // Else the property above says nothing.
    expect(kept).toBeGreaterThan(20)
  })

  test('changes failures and grades only where theirs is a safe change, and hides what is not told', async () => {
    const hidden = { failures: 0, measured: 0, windows: 0, alarms: 0 }
    await fc.assert(
      fc.asyncProperty(late, async (some) => {
        const month = lateOf(some)
        const { k, changed } = month
        const { first, second, revised } = await revisionOf(month)
        fc.pre(first.result.safe && revised.published)
        for (const aspect of ['failures', 'measured', 'windows', 'alarms'] as const) {
          const own = changed.filter(IN_ASPECT[aspect])
          const tells = (legs: readonly MicroLeg[]): boolean => {
            const counts = distinctsOf(legs)
            if (legs.length === 0) return true
            return aspect === 'failures' ? tellsFailures({ ...counts, failed: legs.length }, k) : isSafe(counts, k)
          }
          const fresh = (cut: string) =>
            new Set(
              revised.figures
                .filter((row) => row.cut === cut && !row.kept && aspectOf(row.measure) === aspect)
                .map((row) => row.v1),
            )
          const whole = fresh('tenant').size > 0
          const compared = saysAny(first.result.figures, aspect)
          expect([aspect, !compared || !whole || tells(own)]).toEqual([aspect, true])
          for (const cut of ONES) {
            const old = new Set(first.result.figures.filter((row) => row.cut === cut).map((row) => row.v1))
            const values = new Set(second.result.figures.filter((row) => row.cut === cut).map((row) => row.v1))
            if (!compared || old.size === 0 || [...old].toSorted().join() !== [...values].toSorted().join()) continue
            const told = fresh(cut)
            const legsOf = (value: string) =>
              own.filter((leg) => ((second.folds[cut] ?? []).includes(leg[cut]) ? 'other' : leg[cut]) === value)
            for (const value of told)
              expect([aspect, cut, value, tells(legsOf(value))]).toEqual([aspect, cut, value, true])
            const left = [...values].filter((value) => !told.has(value))
            if (!whole) continue
            expect([aspect, cut, left, tells(left.flatMap(legsOf))]).toEqual([aspect, cut, left, true])
            hidden[aspect] += left.filter((value) => legsOf(value).length > 0).length
          }
        }
      }),
      { ...RUNS, numRuns: 60 },
    )
    for (const count of Object.values(hidden)) expect(count).toBeGreaterThan(20)
  })

  test('is not published where fewer than k persons changed, or mostly one', async () => {
    await fc.assert(
      fc.asyncProperty(late, async (some) => {
        const month = lateOf({ ...some, share: 4 })
        const { first, revised } = await revisionOf(month)
        fc.pre(first.result.safe && month.changed.length > 0 && !isSafe(distinctsOf(month.changed), month.k))
        expect(revised).toMatchObject({ published: false, figures: first.result.figures })
      }),
      { ...RUNS, numRuns: 30 },
    )
  })

  test('is not published again where nothing changed, and stays byte-identical', async () => {
    const { result } = await publishLegs(microLegs(21, 120, 10), 10)
    const again = revise({ k: 10, before: result.figures, after: result, since: onlySince([], result.figures) })
    expect(again.published).toBe(false)
    expect(JSON.stringify(again.figures)).toBe(JSON.stringify(result.figures))
  })

  test('A24: one erased person changes nothing that is published', async () => {
    const legs = microLegs(22, 120, 10)
    const erased = legs.filter((leg) => leg.person === legs[0]?.person)
    const { revised, first } = await revisionOf({
      k: 10,
      before: legs,
      after: legs.filter((leg) => !erased.includes(leg)),
      changed: erased,
    })
    expect(revised).toMatchObject({ published: false, figures: first.result.figures })
  })

  test('says of people for the first time what could not be said before', async () => {
    const legs = microLegs(23, 40, 10)
    const nine = new Set([...new Set(legs.map((leg) => leg.person))].filter((person) => person >= 0).slice(0, 9))
    const before = legs.filter((leg) => nine.has(leg.person))
    const changed = legs.filter((leg) => !nine.has(leg.person))
    const { first, second, revised } = await revisionOf({ k: 10, before, after: legs, changed })
    expect(first.result.safe).toBe(false)
    expect(revised).toMatchObject({ figures: second.result.figures, protocol: second.result.protocol, published: true })
  })

  test('keeps what was said where nothing would be said now', async () => {
    const legs = microLegs(24, 60, 10)
    const { result } = await publishLegs(legs, 10)
    const nothing = { figures: [], protocol: [], safe: false }
    const changed = changesOf(legs, {})
    expect(
      revise({ k: 10, before: result.figures, after: nothing, since: onlySince(changed, result.figures) }),
    ).toEqual({
      figures: result.figures,
      protocol: [],
      published: false,
    })
  })

  test('says nothing where what is left of an earlier change comes from few', async () => {
    const legs = microLegs(26, 120, 10)
    const people = [...new Set(legs.map((leg) => leg.person))].filter((person) => person >= 0)
    const of = (persons: readonly number[]) =>
      changesOf(
        legs.filter((leg) => persons.includes(leg.person)),
        {},
      )
    const { result } = await publishLegs(legs, 10)
    const before = result.figures.map((figure) => ({
      ...figure,
      value: figure.value === null ? null : figure.value + 5,
    }))
    const [two, many] = [of(people.slice(0, 2)), of(people.slice(0, 60))]
    const since = (first: readonly ChangedCell[]) => [...onlySince(first, result.figures), ...onlySince(many, before)]
    expect(revise({ k: 10, before, after: result, since: since(two) }).published).toBe(false)
    expect(revise({ k: 10, before, after: result, since: since([]) }).published).toBe(true)
    expect(revise({ k: 10, before, after: result, since: since(many) }).published).toBe(true)
  })

  test('shows a platform whose records came late', async () => {
    const legs = microLegs(25, 150, 12)
    const platforms = Map.groupBy(legs, (leg) => leg.platform)
    const [name, changed] = [...platforms].toSorted(([, a], [, b]) => a.length - b.length).at(-2) ?? ['', []]
    const { second, revised } = await revisionOf({
      k: 10,
      before: legs.filter((leg) => leg.platform !== name),
      after: legs,
      changed,
    })
    expect(second.result.figures.some((row) => row.cut === 'platform' && row.v1 === name)).toBe(true)
    expect(revised.figures.some((row) => row.cut === 'platform' && row.v1 === name && !row.kept)).toBe(true)
  })

  test('a cell of few is never marked as kept: the mark would tell that somebody of it changed', async () => {
    await fc.assert(
      fc.asyncProperty(late, async (some) => {
        const month = lateOf(some)
        const { revised } = await revisionOf(month)
        expect(revised.figures.filter((row) => row.kept && row.mark === 'few')).toEqual([])
      }),
      { ...RUNS, numRuns: 20 },
    )
  })
})
