/** The comparison of two months opens with its answer: what clearly changed, in the published figures. */
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../../schemas/published.ts'
import { LANGUAGES } from '../../../../services/web/index.ts'
import { earlierMonth, richMonth } from '../../../support/pages/month.ts'
import { compareHtml } from '../../../support/pages/pages.ts'
import { readTables, textOf } from '../../../support/pages/read-page.ts'

/** The tenant's rate of poor connections, with other ends. */
const tenantRate =
  (value: number, low: number, high: number) =>
  (figure: Figure): Figure =>
    figure.cut === 'tenant' && figure.measure === 'measured_rate' ? { ...figure, value, low, high } : figure

const itemsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<ul data-clear[^>]*>(.*?)<\/ul>/gsu)].flatMap(([, list = '']) =>
    [...list.matchAll(/<li>(.*?)<\/li>/gsu)].map(([, item = '']) => textOf(item)),
  )

describe.each(LANGUAGES)('%s', (language) => {
  const from = earlierMonth({ language })
  const to = richMonth({ language })

  it('says each clear change in one line, and draws only rates that have one', () => {
    const html = compareHtml(from, to)
    expect(itemsOf(html)).toEqual([
      {
        nl: 'Groningen: slechte verbindingen volgens metingen van 7,6% naar 14,6%',
        en: 'Groningen: poor connections by measurement from 7.6% to 14.6%',
      }[language],
    ])
    expect(html.match(/class="plot slope"/gu)).toHaveLength(1)
    expect(html.indexOf('data-clear')).toBeLessThan(html.indexOf('class="plot slope"'))
  })

  it('says once that nothing changed clearly, and draws nothing', () => {
    const html = compareHtml({ ...to, publication: from.publication }, to)
    expect(itemsOf(html)).toEqual([])
    const none = {
      nl: 'Tussen deze twee maanden is niets duidelijk veranderd.',
      en: 'Between these two months nothing has clearly changed.',
    }[language]
    expect(textOf(html).split(none)).toHaveLength(2)
    expect(html).not.toContain('class="plot slope"')
  })

  it('marks in words what of all together changed', () => {
    const marked = { nl: 'duidelijk veranderd', en: 'clearly changed' }[language]
    const rows = (figures: typeof to.figures): readonly string[] =>
      readTables(compareHtml({ ...from, figures }, to), 'data-table="tenant"').flatMap((table) =>
        table.rows.flatMap(([head = '']) => (head.endsWith(` ${marked}`) ? [head] : [])),
      )
    expect(rows(from.figures)).toEqual([])
    const [first, ...others] = rows(from.figures.map(tenantRate(20, 15, 25)))
    expect(first).toBe(`${{ nl: 'slecht (gemeten)', en: 'poor (measured)' }[language]} ${marked}`)
    expect(others).toEqual([])
  })
})

it('shows each change of two places of the same name', () => {
  const names = richMonth().names
  const same = { ...names, sites: new Map([...names.sites].map(([id]) => [id, 'Stadhuis'])) }
  const html = compareHtml(earlierMonth({ names: same }), richMonth({ names: same }))
  expect(itemsOf(html)).toEqual(['Stadhuis: poor connections by measurement from 7.6% to 14.6%'])
  const rows = readTables(html, 'data-compare="site"').find(({ rows }) => rows.length > 5)?.rows ?? []
  expect(rows.filter(([name]) => name === 'Stadhuis').length).toBeGreaterThan(5)
})

it('says of no change of what is folded together that it is clear: other groups may be in it', () => {
  const changed = richMonth({ language: 'en' }).figures.map((figure) =>
    figure.cut === 'model' && figure.measure === 'measured_rate' ? { ...figure, value: 0, low: 0, high: 10 } : figure,
  )
  const html = compareHtml(earlierMonth({ language: 'en', figures: changed }), richMonth({ language: 'en' }))
  const items = itemsOf(html).map((item) => item.slice(0, item.indexOf(':')))
  expect(items).toContain('Poly VVX 450')
  expect(items).not.toContain('other')
})
