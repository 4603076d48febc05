/**
 * What a revision tells of a part of the legs: failures, and how one kind graded them. Whoever holds both revisions subtracts
 * them, so that a part of the change must be as safe as the whole (design, section 8: Revision; attack A24).
 */
import { describe, expect, test } from 'vitest'
import type { Aspect, ChangedCell } from '../../../../schemas/changed.ts'
import type { Cell, Cut } from '../../../../schemas/cube.ts'
import type { Figure, FigureName } from '../../../../schemas/published.ts'
import { publishMonth, revise, type Since } from '../../../../services/disclosure/core/index.ts'
import { apart, binned, cellWith } from './support.ts'

const K = 10
const SITES = ['a', 'b', 'c', 'd'] as const
const NETWORKS = ['wifi', 'wired'] as const
const FAILURES = ['failed', 'failed_rate', 'failed_timeout', 'mean_length'] as const
const MEASURED = ['measured_poor', 'measured_rate', 'loss_p50'] as const

/** A month of four sites of as many legs, failed ones among them, half of them graded by measurements. */
function month(legs: number, failed: number) {
  const part = (cut: Cut, v1: string, v2: string, parts: number): Cell => {
    const n = legs * parts
    return cellWith(cut, v1, v2, {
      legs: n,
      connected: n - failed * parts,
      failed: failed * parts,
      failed_timeout: failed * parts,
      ...apart('failed', failed * parts, n),
      top_failed_mp: 10_000,
      ...apart('measured', failed * parts, n / 2),
      ...binned('loss', 3, n / 2),
      top_legs_mp: 1_000,
      top_ms_mp: 1_000,
      persons: 30 * parts,
    })
  }
  const cells = [
    part('tenant', '', '', 4),
    ...SITES.map((site) => part('site', site, '', 1)),
    ...NETWORKS.map((network) => part('network', network, '', 2)),
    ...SITES.flatMap((site) => NETWORKS.map((network) => part('site_network', site, network, 0.5))),
  ]
  return publishMonth({ k: K, cells, rooms: [], folds: {}, mode: 'full' })
}
const BEFORE = month(1_000, 20)
const AFTER = month(1_200, 40)

interface Changed {
  readonly legs: number
  readonly persons?: number
  /** Of the largest, milli-percent. */
  readonly top?: number
  readonly untold?: number
}
const change = (
  aspect: Aspect,
  cut: Cut,
  v1: string,
  { legs, persons = 30, top = 10_000, untold = 0 }: Changed,
): ChangedCell => ({
  aspect,
  cut,
  v1,
  v2: '',
  legs,
  ms: legs * 600_000,
  persons,
  top_legs_mp: top,
  top_ms_mp: top,
  untold,
})

/** A change of all sites and of the tenant; of the aspect, by site. */
const changes = (aspect: Aspect, bySite: Partial<Record<string, Changed>>, tenant: Changed): readonly ChangedCell[] => [
  change('legs', 'tenant', '', { legs: 800, persons: 120 }),
  ...SITES.map((site) => change('legs', 'site', site, { legs: 200 })),
  change(aspect, 'tenant', '', tenant),
  ...Object.entries(bySite).flatMap(([site, of]) => (of === undefined ? [] : [change(aspect, 'site', site, of)])),
]
const again = (since: readonly Since[], after = AFTER) =>
  revise({ k: K, before: since.at(-1)?.said ?? [], after, since })
const once = (changed: readonly ChangedCell[], before = BEFORE) => again([{ changed, said: before.figures }])

const valueOf = (figures: readonly Figure[], v1: string, measure: FigureName, cut: Cut = 'site') =>
  figures.find((row) => row.cut === cut && row.v1 === v1 && row.measure === measure)
/** Of these measures, the sites where all are kept as they were before; nothing where some are and some are not. */
function keptSites(figures: readonly Figure[], measures: readonly FigureName[], before = BEFORE.figures) {
  return SITES.filter((site) => {
    const rows = measures.map((measure) => valueOf(figures, site, measure))
    const kept = rows.filter((row) => row?.kept === true)
    if (kept.length === 0) return false
    expect(rows).toEqual(measures.map((measure) => ({ ...valueOf(before, site, measure), kept: true })))
    return true
  })
}
const ONE_CALLER: Changed = { legs: 20, top: 100_000 }
const MANY: Changed = { legs: 20 }

describe('failures of a change', () => {
  test('that are mostly one caller’s are not told, nor those that would say them by subtraction', () => {
    const changed = changes(
      'failures',
      { a: ONE_CALLER, b: { legs: 40 }, c: { legs: 30 }, d: { legs: 25 } },
      { legs: 115 },
    )
    const { figures } = once(changed)
    // With the smallest of the others the caller has half of what is kept, at most.
    expect(keptSites(figures, FAILURES)).toEqual(['a', 'd'])
    expect(keptSites(figures, ['legs', 'minutes', 'dropped'])).toEqual([])
    expect(valueOf(figures, 'a', 'legs')?.value).toBe(1_200)
    expect(valueOf(figures, 'b', 'failed')).toMatchObject({ value: 40, kept: false })
  })

  test('are told where there are none, where they are many callers’, and where one has fewer than k', () => {
    const few: Changed = { legs: K - 1, top: 100_000 }
    expect(keptSites(once(changes('failures', { b: MANY, c: few }, { legs: 29 })).figures, FAILURES)).toEqual([])
  })

  test('are told in no cut where those of the tenant may not be', () => {
    const changed = changes('failures', { a: ONE_CALLER, b: { legs: 12 } }, { legs: 32, top: 62_500 })
    const { figures, protocol } = once(changed)
    expect(keptSites(figures, FAILURES)).toEqual(SITES)
    for (const measure of FAILURES) expect(valueOf(figures, '', measure, 'tenant')?.kept).toBe(true)
    expect(valueOf(figures, '', 'legs', 'tenant')?.kept).toBe(false)
    const cells = figures.filter((row) => row.cut === 'site_network')
    expect(new Set(cells.filter((row) => row.kept).map((row) => row.measure))).toEqual(new Set(['failed_rate']))
    expect(cells.filter((row) => row.kept).length).toBe(8)
    expect(protocol.find(({ cut }) => cut === 'site')?.by_rule).toEqual({ kept: 4 })
  })

  test('of two dimensions are kept by each cell for itself', () => {
    const cell = { ...change('failures', 'site_network', 'a', ONE_CALLER), v2: 'wifi' }
    const { figures } = once([...changes('failures', { a: { legs: 60 } }, { legs: 60 }), cell])
    expect(figures.filter((row) => row.kept).map(({ v1, v2, measure }) => [v1, v2, measure])).toEqual([
      ['a', 'wifi', 'failed_rate'],
    ])
  })

  test('are not told of legs of which it is not remembered whether they failed', () => {
    const unknown: Changed = { legs: 30, untold: 1 }
    expect(keptSites(once(changes('failures', { b: unknown }, unknown)).figures, FAILURES)).toEqual(SITES)
    expect(keptSites(once(changes('failures', { b: unknown }, MANY)).figures, FAILURES)).toContain('b')
  })

  test('stay kept beside the others while these have not changed since they were kept', () => {
    const first = changes(
      'failures',
      { a: ONE_CALLER, b: { legs: 40 }, c: { legs: 30 }, d: { legs: 25 } },
      { legs: 115 },
    )
    const second = once(first)
    // Now many more of a failed; d has not changed since, so what it is now is what it was, and with it what a was.
    const since = [
      {
        changed: changes('failures', { a: { legs: 90, top: 22_000 }, d: { legs: 25 } }, { legs: 185 }),
        said: BEFORE.figures,
      },
      { changed: changes('failures', { a: { legs: 70 } }, { legs: 70 }), said: second.figures },
    ]
    expect(keptSites(again(since).figures, FAILURES)).toEqual(['a', 'd'])
    const few = since.map((each, at) =>
      at === 0 ? each : { ...each, changed: [...each.changed, change('failures', 'site', 'd', { legs: 3 })] },
    )
    expect(keptSites(again(few).figures, FAILURES)).toEqual(['a', 'd'])
    const both = since.map((each, at) =>
      at === 0 ? each : { ...each, changed: [...each.changed, change('failures', 'site', 'd', { legs: 15 })] },
    )
    expect(keptSites(again(both).figures, FAILURES)).toEqual([])
  })

  test('are compared with the revisions that told them, and not with one that told none', () => {
    const second = once(changes('failures', { a: ONE_CALLER }, ONE_CALLER))
    expect(keptSites(second.figures, FAILURES)).toEqual(SITES)
    const since = [
      { changed: changes('failures', { a: { legs: 60, top: 33_000 }, b: MANY }, { legs: 80 }), said: BEFORE.figures },
      { changed: changes('failures', { a: { legs: 40 } }, { legs: 40 }), said: second.figures },
    ]
    expect(keptSites(again(since).figures, FAILURES)).toEqual([])
  })
})

describe('legs that a kind of measuring graded', () => {
  test('of few persons are not told, nor those that would say them by subtraction', () => {
    const few: Changed = { legs: 30, persons: 3, top: 40_000 }
    const changed = changes('measured', { a: few, b: { legs: 50 }, c: { legs: 25 }, d: { legs: 90 } }, { legs: 195 })
    const { figures } = once(changed)
    expect(keptSites(figures, MEASURED)).toEqual(['a', 'c'])
    expect(keptSites(figures, FAILURES)).toEqual([])
  })

  test('are told in no cut where those of the tenant are of few', () => {
    const few: Changed = { legs: 30, persons: 3, top: 40_000 }
    expect(keptSites(once(changes('measured', { a: few }, few)).figures, MEASURED)).toEqual(SITES)
  })

  test('of a value that is folded otherwise than before are neither told nor kept', () => {
    const renamed = AFTER.figures.map((row) => (row.v1 === 'd' ? { ...row, v1: 'other' } : row))
    const few: Changed = { legs: 30, persons: 3, top: 40_000 }
    const changed = [
      ...changes('measured', {}, { legs: 195 }),
      ...['legs' as const, 'measured' as const].map((aspect) =>
        change(aspect, 'site', 'other', aspect === 'legs' ? { legs: 400 } : few),
      ),
    ]
    const { figures } = again([{ changed, said: BEFORE.figures }], { ...AFTER, figures: renamed })
    expect(valueOf(figures, 'other', 'legs')).toMatchObject({ value: 1_200, kept: false })
    for (const measure of MEASURED) expect(valueOf(figures, 'other', measure)).toBeUndefined()
  })
})

describe('a value that was kept beside another', () => {
  const legsOf = (bySite: Partial<Record<string, Changed>>, tenant: Changed): readonly ChangedCell[] => [
    change('legs', 'tenant', '', tenant),
    ...Object.entries(bySite).flatMap(([site, of]) => (of === undefined ? [] : [change('legs', 'site', site, of)])),
  ]
  const FEW: Changed = { legs: 40, persons: 3, top: 40_000 }
  const second = once(legsOf({ a: FEW, b: { legs: 50 }, c: { legs: 90 }, d: { legs: 90 } }, { legs: 270 }))

  test('stays kept, and the other with it, while it has not changed: alone it would say what the other was', () => {
    expect(keptSites(second.figures, ['legs'])).toEqual(['a', 'b'])
    const third = again([
      { changed: legsOf({ a: { legs: 140 }, b: { legs: 50 }, c: { legs: 90 } }, { legs: 280 }), said: BEFORE.figures },
      { changed: legsOf({ a: { legs: 100 } }, { legs: 100 }), said: second.figures },
    ])
    expect(keptSites(third.figures, ['legs'])).toEqual(['a', 'b'])
  })

  test('does not hide behind one that was told then and has not changed since', () => {
    // c was told in the second revision: less it, what is kept is again what a and b are.
    const third = again([
      {
        changed: legsOf({ a: FEW, b: { legs: 5, persons: 2 }, c: { legs: 90 }, d: { legs: 190 } }, { legs: 325 }),
        said: BEFORE.figures,
      },
      { changed: legsOf({ b: { legs: 45 }, d: { legs: 100 } }, { legs: 145 }), said: second.figures },
    ])
    expect(keptSites(third.figures, ['legs'], second.figures)).toEqual(SITES)
  })

  test('is compared with what was said before a revision that left its cut out', () => {
    const without = BEFORE.figures.filter(({ cut }) => cut !== 'site')
    const third = again([
      { changed: legsOf({ a: FEW, b: { legs: 50 }, c: { legs: 90 } }, { legs: 180 }), said: BEFORE.figures },
      { changed: legsOf({ b: { legs: 50 }, c: { legs: 90 } }, { legs: 140 }), said: without },
    ])
    expect(keptSites(third.figures, ['legs'])).toContain('a')
  })
})
