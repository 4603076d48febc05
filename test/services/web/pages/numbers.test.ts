/** Numbers that a page works out of published ones are no more than any reader can, and are marked as about. */
import { describe, expect, it } from 'vitest'
import { FAILURES } from '../../../../schemas/cube.ts'
import type { Figure, FigureName } from '../../../../schemas/published.ts'
import { richMonth } from '../../../support/pages/month.ts'
import { cutHtml, reportHtml } from '../../../support/pages/pages.ts'
import { readTables, textOf } from '../../../support/pages/read-page.ts'
import { figuresOf } from '../reports/invented.ts'

const { figures } = richMonth()
const isCause = ({ measure }: Figure): boolean => FAILURES.some((failure) => measure === `failed_${failure}`)

/** The rich month with these causes of its 485 failures, in the columns of the page. */
function causes(said: Readonly<Partial<Record<FigureName, number>>>): readonly (readonly string[])[] {
  const others = figures.filter((figure) => figure.cut !== 'tenant' || !isCause(figure))
  const html = reportHtml(richMonth({ language: 'en', figures: [...others, ...figuresOf('tenant', ['', ''], said)] }))
  return (
    readTables(html, 'data-plot="causes"')[0]
      ?.rows.slice(1)
      .map((row) => row.slice(0, 2)) ?? []
  )
}

/** What stands beside the connections of each site. */
function graded(of: readonly Figure[]): ReadonlyMap<string | undefined, string | undefined> {
  const html = reportHtml(richMonth({ language: 'en', figures: of }))
  return new Map(readTables(html, 'data-plot="site"')[0]?.rows.map((row) => [row[0], row[2]]))
}

describe('the causes of failure', () => {
  it('have a row for what is not shown, which is the difference and says about, above all that failed', () => {
    expect(causes({ failed_busy: 35, failed_not_found: 145 })).toEqual([
      ['address not found', '145'],
      ['busy', '35'],
      ['other causes, not shown', '≈ 305'],
      ['all together', '485'],
    ])
  })

  it('have no such row where the difference may be nothing but rounding, or where every cause is shown', () => {
    expect(causes({ failed_busy: 480, failed_not_found: 0 }).map(([name]) => name)).not.toContain(
      'other causes, not shown',
    )
    const all = Object.fromEntries(FAILURES.map((failure) => [`failed_${failure}`, 10]))
    expect(causes(all).map(([name]) => name)).toHaveLength(FAILURES.length + 1)
  })

  it('are named as not shown where none is, with the number that failed', () => {
    const html = reportHtml(richMonth({ language: 'en', figures: figures.filter((figure) => !isCause(figure)) }))
    expect(textOf(html)).toContain('About 485 connections failed to join. Their causes are not shown')
  })
})

describe('the connections that were graded', () => {
  it('stand beside all connections, as the sum of three rounded counts', () => {
    expect(graded(figures).get('site')).toBe('of which graded')
    expect(graded(figures).get('Groningen')).toBe('≈ 1,450 graded') // 1,145 good, 90 fair, 215 poor
  })

  it('are fewer than 50 where the share is only bounded, also where no count of them is published', () => {
    const without = figures.filter(({ cut, measure }) => cut !== 'site' || !/_(?:good|fair|poor)$/u.test(measure))
    expect(graded(without).get('Middelburg')).toBe('< 50 graded')
    expect(graded(without).get('Utrecht')).toBe('')
    // Three counts that were rounded up may come to more than the bound.
    const up = figures.map((figure) => ({
      ...figure,
      ...(/_(?:good|fair|poor)$/u.test(figure.measure) && { value: 25 }),
    }))
    expect(graded(up).get('Middelburg')).toBe('< 50 graded')
  })

  it('are not told where rounding leaves nothing of their number', () => {
    const few = figures.map((figure) => ({
      ...figure,
      ...(/_(?:good|fair|poor)$/u.test(figure.measure) && { value: 0 }),
    }))
    expect(graded(few).get('Groningen')).toBe('')
  })
})

describe('what is folded together', () => {
  const SAYS = 'other: groups too small to be shown alone'

  it('is explained below each table and drawing that has it, and only there', () => {
    const input = richMonth({ language: 'en' })
    expect(textOf(cutHtml(input, 'model')).split(SAYS)).toHaveLength(4) // bars, drawings, table
    expect(textOf(cutHtml(input, 'platform'))).not.toContain(SAYS)
  })
})
