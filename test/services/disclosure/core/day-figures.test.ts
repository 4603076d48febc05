import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../../schemas/cube.ts'
import { dayFigure } from '../../../../schemas/published.ts'
import { dayFigures } from '../../../../services/disclosure/core/index.ts'
import { apart, cellWith } from './support.ts'

const HEALTH = { legs: 60, complete: 59, records: 200, accepted: 199 }
const said = (cells: readonly Cell[], sites: readonly string[] = [], health = HEALTH) =>
  dayFigures({ k: 10, day: '2026-10-05', cells, sites, health })
const failedRate = (measures: Partial<Cell>) =>
  said([cellWith('tenant', '', '', measures)]).find((row) => row.measure === 'failed_rate')

const soundness = (health: typeof HEALTH) =>
  said([], [], health).map(({ measure, mark, value }) => [measure, mark, value])

const failedAt = (cells: readonly Cell[], site: string) =>
  said(cells, ['a', 'b', 'c']).find((row) => row.measure === 'failed_rate' && row.site === site)?.mark

const measuredAt = (cells: readonly Cell[], site: string) =>
  said(cells, ['a', 'b', 'c']).find((row) => row.measure === 'measured_rate' && row.site === site)?.mark

const siteOf = (name: string, persons: number, legs: number) => [
  cellWith('site', name, '', { legs: 240, top_legs_mp: 5_000, ...apart('measured', 10, legs) }),
  cellWith('site_platform', name, 'pexip', { legs: 240 - legs }),
  cellWith('site_platform', name, 'generic', { legs, persons, ...apart('measured', 10, legs) }),
]

const platformsOf = (persons: number) => [
  cellWith('platform', 'generic', '', { legs: 60, persons, ...apart('measured', 10, 60) }),
  cellWith('platform', 'pexip', '', { legs: 340 }),
]

describe('day rates (design, section 8)', () => {
  test('are whole per cent, from 50 legs, k persons, and nobody over half', () => {
    const enough = { legs: 60, ...apart('failed', 7, 60) }
    expect(failedRate(enough)).toMatchObject({ mark: 'shown', value: 120 })
    expect(failedRate({ legs: 49, ...apart('failed', 7, 49) })).toMatchObject({ mark: 'few', value: null })
    expect(failedRate({ ...enough, persons: 9 })).toMatchObject({ mark: 'few', value: null })
    expect(failedRate({ ...enough, top_ms_mp: 50_001 })).toMatchObject({ mark: 'few', value: null })
  })

  test('list every site with every rate, so that the list does not tell who was there (A34)', () => {
    const busy = cellWith('site', 'a', '', { legs: 60, ...apart('failed', 7, 60) })
    const lone = cellWith('site', 'b', '', { legs: 1, persons: 1 })
    const folded = cellWith('site', 'not declared', '', { legs: 90, ...apart('failed', 7, 90) })
    const rows = said([busy, lone, folded], ['c', 'b', 'a'])
    const sites = (site: string) => rows.filter((row) => row.site === site)
    expect(sites('b').map(({ measure, mark, value }) => [measure, mark, value])).toEqual(
      sites('c').map(({ measure, mark, value }) => [measure, mark, value]),
    )
    expect([...new Set(rows.map((row) => row.site))]).toEqual(['', 'a', 'b', 'c'])
    for (const row of rows) dayFigure.parse(row)
  })

  test('say of a measuring kind nothing below 50 cases', () => {
    const cell = cellWith('tenant', '', '', {
      legs: 200,
      top_legs_mp: 2_000, // so that few cannot have the fifty
      ...apart('windows', 20, 49),
      ...apart('alarms', 20, 50),
    })
    const rows = said([cell])
    expect(rows.find((row) => row.measure === 'windows_rate')?.mark).toBe('few')
    expect(rows.find((row) => row.measure === 'alarms_rate')).toMatchObject({ mark: 'shown', value: 400 })
  })

  test('say nothing of failures that are mostly one caller’s, of the tenant or of a site', () => {
    const enough = { legs: 100, failed: 20, ...apart('failed', 20, 100) }
    const own = (name: string, more: Partial<Cell>) => cellWith('site', name, '', { ...enough, ...more })
    const tenant = cellWith('tenant', '', '', { ...enough, legs: 300 })
    const sites = [own('a', { top_failed_mp: 50_001 }), own('b', { legs: 90 }), own('c', {})]
    // What b says would, beside c's and the tenant's, say what a does not.
    expect(['', 'a', 'b', 'c'].map((site) => failedAt([tenant, ...sites], site))).toEqual([
      'shown',
      'few',
      'few',
      'shown',
    ])
    const scanned = { ...tenant, top_failed_mp: 50_001 }
    expect(['', 'c'].map((site) => failedAt([scanned, own('c', {})], site))).toEqual(['few', 'few'])
  })

  test('say a kind only where its legs are a safe group, and then not the rest of it (A22)', () => {
    const all = [...siteOf('a', 3, 60), ...siteOf('b', 30, 70), ...siteOf('c', 30, 90)]
    expect(['a', 'b', 'c'].map((name) => measuredAt(all, name))).toEqual(['few', 'few', 'shown'])
    const fine = [...siteOf('a', 30, 60), ...siteOf('b', 30, 70)]
    expect(['a', 'b'].map((name) => measuredAt(fine, name))).toEqual(['shown', 'shown'])
    // The tenant by its platforms: three persons use the one that measures.
    const tenant = cellWith('tenant', '', '', { legs: 400, top_legs_mp: 3_000, ...apart('measured', 10, 60) })
    expect(measuredAt([tenant, ...platformsOf(3)], '')).toBe('few')
    expect(measuredAt([tenant, ...platformsOf(12)], '')).toBe('shown')
  })

  test('completeness is always visible, and 100 % says that nothing is missing', () => {
    expect(soundness({ legs: 1_000, complete: 999, records: 5, accepted: 5 }).slice(0, 2)).toEqual([
      ['complete', 'shown', 990],
      ['taken', 'shown', 1_000],
    ])
    expect(soundness({ legs: 0, complete: 0, records: 0, accepted: 0 }).slice(0, 2)).toEqual([
      ['complete', 'none', null],
      ['taken', 'none', null],
    ])
  })
})
