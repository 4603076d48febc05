/** Every figure of a page is that of the report, to the digit; what is hidden is drawn as nothing and named by nothing. */
import { describe, expect, it } from 'vitest'
import { CUT_NAMES } from '../../../../schemas/cube.ts'
import { cellsOf, LANGUAGES, type ReportInput, reportOf } from '../../../../services/web/index.ts'
import { pageText } from '../../../../services/web/pages/parts/cell.tsx'
import { saysOf } from '../../../../services/web/pages/says.ts'
import type { Cell, Table } from '../../../../services/web/reports/report.ts'
import { earlierMonth, richMonth, smallMonth } from '../../../support/pages/month.ts'
import { compareHtml, cutHtml, previewPages, reportHtml } from '../../../support/pages/pages.ts'
import { readTables, textOf } from '../../../support/pages/read-page.ts'
import { figuresOf } from '../reports/invented.ts'

/** The site Utrecht of the rich month. */
const SITE = '3f0b6c1e-0000-4000-8000-000000000100'

/** Texts of a report's table as a page shows it: no column that says nothing, no pair of which nothing is shown. */
function textsOf(table: Table, input: ReportInput): readonly (readonly string[])[] {
  const says = saysOf(input.language)
  const labels = table.columns.filter(({ group }) => group === 'label').length
  const isHidden = (cells: readonly Cell[]): boolean => cells.slice(labels).every(({ type }) => type === 'few')
  const rows = table.rows.filter(({ cells }) => labels < 2 || !isHidden(cells))
  const used = table.columns.flatMap((_, index) =>
    index < labels || rows.some(({ cells }) => cells[index]?.type !== 'none') ? [index] : [],
  )
  const text = (cell: Cell | undefined): string => pageText(cell ?? { type: 'none' }, input.publication.k, says)
  const list = [
    used.map((index) => table.columns[index]?.title ?? ''),
    ...rows.map(({ cells }) => used.map((index) => text(cells[index]))),
  ]
  if (table.layout !== 'turned') return list
  return used.map((_, column) => list.map((row, at) => (at === 0 && column === 0 ? '' : (row[column] ?? ''))))
}

function rateOf(cell: Cell | undefined): number {
  if (cell?.type !== 'number') return -2
  return cell.mark === 'at_most' ? -1 : cell.value
}

describe.each(LANGUAGES)('%s', (language) => {
  const input = richMonth({ language })

  it('every table of every cut has the figures of the report, in its order', () => {
    for (const cut of CUT_NAMES) {
      const table = cellsOf(cut, input)
      if (table === null) continue
      const [read] = readTables(cutHtml(input, cut), `data-table="${cut}"`)
      expect(read?.rows, cut).toEqual(textsOf(table, input))
    }
  })

  it('the monthly report has the tables of the report, and the same numbers beside its drawings', () => {
    const html = reportHtml(input)
    const tables = reportOf(input).sections.flatMap((section) => section.tables)
    const own = tables.filter(
      ({ id, columns }) => id === 'tenant' || columns.filter(({ group }) => group === 'label').length === 1,
    )
    for (const table of own) {
      const [read] = readTables(html, `data-table="${table.id}"`)
      expect(read?.rows, table.id).toEqual(textsOf(table, input))
    }
    const site = own.find(({ id }) => id === 'site')
    const at = site?.columns.findIndex(({ id }) => id === 'measured_rate') ?? -1
    const said = site?.rows.filter(({ cells }) => cells[at]?.type !== 'none') ?? []
    const says = saysOf(language)
    const [drawn] = readTables(html, 'data-plot="site"')
    expect(said.length).toBeGreaterThan(5)
    // Drawn by rate, the worst first; a limit is no rate, and comes after them with what is not shown.
    const byRate = said.toSorted((one, two) => rateOf(two.cells[at]) - rateOf(one.cells[at]))
    expect(byRate).not.toEqual(said)
    expect(drawn?.rows.slice(1).map((row) => row[3])).toEqual(
      byRate.map(({ cells }) => pageText(cells[at] ?? { type: 'none' }, 10, says)),
    )
  })
})

it('a hidden cell has its mark and no dot, a limit an open bar, a kept figure an open dot', () => {
  const html = reportHtml(richMonth({ language: 'en' }))
  const row = (name: string): string =>
    new RegExp(`<tr[^>]*><th[^>]*><span>${name}</span>.*?</tr>`, 'su').exec(html)?.[0] ?? ''
  expect(textOf(row('other'))).toContain('< 10 p.')
  expect(row('other')).not.toMatch(/class="(?:dot|range|limit)/u)
  expect(row('Middelburg')).toMatch(/<rect class="limit"/u)
  expect(row('Groningen')).toMatch(/class="range above".*class="dot above"/su)
  expect(html.includes('class="dot kept"')).toBe(true)
})

it('a group without a figure of its own is named under the chart that leaves it out', () => {
  const { figures } = richMonth()
  const left = figures.filter(({ cut, measure, v1 }) => !(cut === 'site' && measure === 'dropped_rate' && v1 === SITE))
  const lines = (of: typeof figures) =>
    textOf(reportHtml(richMonth({ language: 'en', figures: of }))).match(/Not in this chart: [^(]*Utrecht/gu)
  expect([lines(figures), lines(left)]).toEqual([null, ['Not in this chart: Utrecht']])
})

it('says under its title whose report it is, which paper without the trail needs', () => {
  const { tenant } = richMonth()
  const [head] = /<header class="title">.*?<\/header>/su.exec(reportHtml(richMonth({ language: 'en' }))) ?? []
  expect(textOf(head ?? '')).toMatch(new RegExp(`^Improvement report October 2026 ?${tenant.name}`, 'u'))
})

it('names a part of a month beside a whole one, warns, and has the months in one order', () => {
  const to = richMonth({ language: 'en' })
  const days = to.days.filter(({ day }) => day >= '2026-10-19')
  expect(days.length).toBeGreaterThan(0)
  const html = compareHtml(earlierMonth({ language: 'en' }), { ...to, days })
  expect(textOf(html)).toContain('October 2026 is no whole month')
  const heads = [...readTables(html, 'data-compare='), ...readTables(html, 'data-table="tenant"')].map(({ rows }) =>
    rows[0]?.slice(1),
  )
  expect(heads.length).toBeGreaterThan(3)
  expect(new Set(heads.map((head) => head?.join()))).toEqual(new Set(['September 2026,October 2026 (part)']))
})

it('leads a customer from each finding to what was done about it', () => {
  const html = reportHtml(richMonth({ language: 'en' }))
  const links = [...html.matchAll(/<a href="([^"]*)">What was done about it<\/a>/gu)].map(([, href]) => href)
  expect(links.length).toBeGreaterThan(1)
  expect(links).toEqual(
    [...html.matchAll(/id="finding-([^"]*)"/gu)].map(([, id]) => `/t/${richMonth().tenant.id}/findings/${id ?? ''}`),
  )
})

it('leads from the summary and the findings to what has no answer yet, within what folds', () => {
  const html = reportHtml(richMonth({ language: 'en' }))
  expect(html.match(/href="#looked"/gu)).toHaveLength(2)
  expect(html).toMatch(/<details[^>]*><summary>What else was looked at<\/summary><ul id="looked">/u)
  const { publication } = richMonth()
  const rules = publication.rules.filter(({ outcome }) => outcome === 'found' || outcome === 'nothing')
  expect(reportHtml(richMonth({ publication: { ...publication, rules } }))).not.toContain('href="#looked"')
})

it('a place of which nothing is shown is named nowhere', () => {
  const hidden = '3f0b6c1e-0000-4000-8000-000000000999'
  const { figures, names } = richMonth()
  const input = richMonth({
    language: 'en',
    figures: [...figures, ...figuresOf('site_platform', [hidden, 'pexip'], { size: 'few' })],
    names: { ...names, sites: new Map([...names.sites, [hidden, 'Hidden Place']]) },
  })
  for (const html of [reportHtml(input), cutHtml(input, 'site_platform')]) {
    expect([html.includes('Hidden Place'), html.includes(hidden)]).toEqual([false, false])
  }
})

it('of a tenant whose people are no safe cell a page has rooms and completeness only', () => {
  const html = reportHtml(smallMonth({ language: 'en' }))
  expect([html.includes('Zaal Rijn'), html.includes('Groningen has')]).toEqual([true, false])
  for (const id of ['participation', 'quality', 'failures', 'equipment', 'time'])
    expect(html.includes(`id="${id}"`), id).toBe(false)
  for (const id of ['findings', 'rooms', 'completeness', 'withheld', 'method', 'files'])
    expect(html.includes(`id="${id}"`), id).toBe(true)
  expect(html.match(/data-table="(?!room|days)/gu)).toBeNull()
})

it('names are text, whatever they hold', () => {
  const evil = '<script>alert(1)</script>"\'&<img src=x onerror=alert(1)>'
  const { names, tenant } = richMonth()
  const sites = new Map([...names.sites].map(([id]) => [id, evil]))
  const input = richMonth({ tenant: { ...tenant, name: evil }, names: { ...names, sites } })
  for (const html of [reportHtml(input), cutHtml(input, 'site')]) {
    expect(html.match(/<script|<img/u)).toBeNull()
    expect(textOf(html).includes('<script>alert(1)</script>')).toBe(true)
  }
})

describe.each(Object.entries(previewPages()))('%s', (name, html) => {
  it('has nothing that the policy refuses, and asks nobody else for anything', () => {
    expect(html.match(/\sstyle=|<style|<script|\son\w+="|="(?:data|javascript):/u)).toBeNull()
    const addresses = [...html.matchAll(/\s(?:href|src|action|srcset)="([^"]*)"/gu)].map(([, address]) => address ?? '')
    expect(addresses.filter((address) => !/^(?:\/(?!\/)|#)/u.test(address))).toEqual([])
  })

  it('has its language, one heading of the first order, ids that are one of a kind, and a token in every form', () => {
    expect(html.includes(`<html lang="${name.slice(-2)}">`)).toBe(true)
    expect(html.match(/<h1/gu)).toHaveLength(1)
    const ids = [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const forms = [...html.matchAll(/<form[^>]*method="post".*?<\/form>/gsu)].map(([form]) => form)
    const isIn = html.includes('name="_csrf"')
    expect(forms.filter((form) => form.includes('name="_csrf"') !== isIn)).toEqual([])
    expect(html.match(/.{0,40}(?:undefined|NaN|\[object)/u)).toBeNull()
  })
})
