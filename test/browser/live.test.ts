/**
 * The running product in a browser: signed in by the keyboard alone, every figure of every table of a month's cuts is the
 * one that the API gives, to the digit; what is refused looks like a page as well.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openBrowser } from '../support/browser.ts'
import { FOREIGN, MONTH, OWN, PASSWORD, type Served, startServed } from '../support/served.ts'

const cells = z.object({
  rows: z.array(
    z.object({
      values: z.array(z.object({ name: z.string() })),
      mark: z.enum(['shown', 'few']),
      measures: z.record(
        z.string(),
        z.object({
          value: z.number().nullable(),
          unit: z.string(),
          low: z.number().nullable(),
          high: z.number().nullable(),
          mark: z.string(),
        }),
      ),
    }),
  ),
})
type Row = z.output<typeof cells>['rows'][number]

let served: Served
let browser: Browser
let page: Page
const wrong: string[] = []

beforeAll(async () => {
  served = await startServed()
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1_280, height: 900 }, locale: 'en-GB' })
  page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) wrong.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(served.url)) wrong.push(`asks ${request.url()}`)
  })
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

it('somebody who asks for a month signs in by the keyboard, and is there', async () => {
  await page.goto(`${served.url}/t/${OWN}/${MONTH}`)
  expect(new URL(page.url()).pathname).toBe('/login')
  await page.locator('input[name=login]').focus()
  await page.keyboard.type(served.accounts.consultant.login)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/t/${OWN}/${MONTH}`)
  expect(await page.locator('h1').innerText()).toContain('October 2026')
})

describe('figures', () => {
  it.each(['tenant', 'site', 'platform', 'network', 'model', 'site_platform', 'weekday_hour'])(
    'of %s are those of the API',
    async (cut) => {
      const answer = await page.request.get(`${served.url}/api/v1/tenants/${OWN}/periods/${MONTH}/cuts/${cut}`)
      const { rows } = cells.parse(await answer.json())
      await page.goto(`${served.url}/t/${OWN}/${MONTH}/cuts/${cut}`)
      const table = await readTable(cut)
      const shown = shownOf(cut, rows)
      expect(table.map(({ name }) => name)).toEqual(shown.length === 0 ? [] : rowNames(cut, rows))
      // A column that no row has is not drawn; a figure that is not known is a dash, and no number.
      const read = table.map(({ figures }) => toObject(figures, numbersOf))
      const said = table.map(({ figures }, at) =>
        toObject(figures, (_text, measure) => numbersSaid(shown[at]?.measures[measure])),
      )
      expect(read).toEqual(said)
      const columns = new Set(table.flatMap(({ figures }) => Object.keys(figures)))
      expect(shown.flatMap(({ measures }) => Object.keys(measures)).filter((name) => !columns.has(name))).toEqual([])
    },
  )
})

it('another customer’s month is a page that says that there is nothing, for a person and for axe', async () => {
  const response = await page.goto(`${served.url}/t/${FOREIGN}/${MONTH}`)
  expect(response?.status()).toBe(404)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  expect(await page.locator('main').innerText()).not.toContain(FOREIGN)
})

it.each([390, 1_280])('pages of a real month have no violation of axe at %i px', async (width) => {
  await page.setViewportSize({ width, height: 900 })
  for (const path of ['/portfolio', `/t/${OWN}`, `/t/${OWN}/${MONTH}`, `/t/${OWN}/findings/${served.finding[OWN]}`]) {
    await page.goto(`${served.url}${path}`)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect([path, violations.map(({ id }) => id)]).toEqual([path, []])
  }
})

it('nothing was refused by the policy, nothing failed, and nobody else was asked for anything', () => {
  expect(wrong).toEqual([])
})

interface ReadRow {
  readonly name: string
  readonly figures: Readonly<Record<string, string>>
}

/** The table of all measures, which is folded: by its own marks of rows and columns. */
function readTable(cut: string): Promise<readonly ReadRow[]> {
  return page.evaluate<readonly ReadRow[]>(`(() => {
    const table = document.querySelector('table[data-table="${cut}"]')
    if (table === null) return []
    const text = (cell) => cell.textContent.replace(/\\s+/g, ' ').trim()
    const body = [...table.querySelectorAll('tbody tr')]
    if (table.classList.contains('turned')) {
      const figures = body.map((row) => [row.querySelector('th').dataset.column, text(row.querySelector('td'))])
      return [{ name: text(table.querySelector('thead th')), figures: Object.fromEntries(figures) }]
    }
    const columns = [...table.querySelectorAll('thead th')].map((cell) => cell.dataset.column)
    const labels = [...table.querySelectorAll('thead th')].filter((cell) => !cell.classList.contains('num')).length
    return body.map((row) => {
      const cells = [...row.children].map(text)
      return {
        name: cells.slice(0, labels).join(' / '),
        figures: Object.fromEntries(cells.slice(labels).map((said, index) => [columns[index + labels], said])),
      }
    })
  })()`)
}

/** A page leaves out pairs of which nothing is shown; single values that are hidden are in no table at all. */
function shownOf(cut: string, rows: readonly Row[]): readonly Row[] {
  return cut === 'tenant' ? rows.slice(0, 1) : rows.filter(({ mark }) => mark === 'shown')
}

function rowNames(cut: string, rows: readonly Row[]): readonly string[] {
  if (cut === 'tenant') return ['October 2026']
  return shownOf(cut, rows).map(({ values }) => values.map(({ name }) => name).join(' / '))
}

function numbersOf(text: string): readonly number[] {
  const seconds = /^(?<minutes>\d+):(?<seconds>\d\d)$/u.exec(text)?.groups
  if (seconds !== undefined) return [Number(seconds['minutes']) * 60 + Number(seconds['seconds'])]
  // Of a class of connections, such as 200–499, the API says the lower end.
  const said = /^[\d,]+–[\d,]+$/u.test(text) ? text.replace(/–.*$/u, '') : text
  return [...said.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(([number]) => Number(number.replaceAll(',', '')))
}

function toObject<In, Out>(of: Readonly<Record<string, In>>, to: (value: In, name: string) => Out) {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, to(value, name)]))
}

function numbersSaid(figure: Row['measures'][string] | undefined): readonly number[] {
  if (figure === undefined) return []
  const { value, low, high, mark } = figure
  if (mark === 'few') return [10] // the page says: fewer than 10
  return [value, low, high].filter((number) => number !== null)
}
