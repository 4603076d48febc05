/**
 * Every page in a browser, under the policy with which it is sent: for a phone in Dutch and for a screen in English.
 * Nobody's network is asked for anything, nothing is refused, nothing sticks out, and axe finds nothing.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type Served, servePages } from '../support/browser.ts'
import { previewPages } from '../support/pages/pages.ts'

const PAGES = previewPages()
const NAMES = [...new Set(Object.keys(PAGES).map((name) => name.slice(0, -3)))]

let browser: Browser
let served: Served

beforeAll(async () => {
  served = await servePages(PAGES)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

const CONTENTS_IN_VIEW = `(() => {
  const { top, bottom } = document.querySelector('#contents a').getBoundingClientRect()
  return bottom > 0 && top < innerHeight
})()`
const UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true })"

interface Watched {
  readonly context: BrowserContext
  readonly page: Page
  readonly wrong: string[]
}

async function open(width: number): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(served.origin)) wrong.push(`asks ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`)
  })
  return { context, page, wrong }
}

describe.each([
  { width: 390, language: 'nl' },
  { width: 1_280, language: 'en' },
])('$width px, $language', ({ width, language }) => {
  it.each(NAMES)('%s', async (name) => {
    const { context, page, wrong } = await open(width)
    await page.goto(`${served.origin}/${name}-${language}`)
    // All that is folded is looked at as well.
    await page.evaluate(UNFOLD)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    expect(await page.evaluate('document.fonts.check(\'1rem "Source Sans 3"\')')).toBe(true)
    expect(wrong).toEqual([])
    await context.close()
  })
})

it.each(['report', 'api'])(
  'the keyboard comes to the content first, and to all that can be used, in view: %s',
  async (name) => {
    const { context, page } = await open(390)
    await page.goto(`${served.origin}/${name}-nl`)
    await page.evaluate(UNFOLD)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
    const usable = await page.locator('main :is(a, button, summary, select, input:not([type=hidden]))').count()
    const reached = new Set<string>()
    for (let step = 0; step < usable; step += 1) {
      await page.keyboard.press('Tab')
      reached.add(
        String(
          await page.evaluate(`
      (() => {
        const { activeElement: at } = document
        const { width, height, bottom } = at.getBoundingClientRect()
        const outlined = getComputedStyle(at).outlineStyle !== 'none'
        return width > 0 && height > 0 && bottom > 0 && outlined ? at.outerHTML : 'lost'
      })()`),
        ),
      )
    }
    expect(reached).not.toContain('lost')
    expect(reached.size).toBeGreaterThan(20)
    await context.close()
  },
)

it.each([
  ['report', 13_000],
  ['api', 9_000],
])('on a phone %s is at most %i px long, and each of its parts leads back to the contents', async (name, most) => {
  const { context, page } = await open(390)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${served.origin}/${name}-nl`)
  expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(most)
  const parts = await page.locator('.part').count()
  expect(parts).toBeGreaterThan(5)
  expect(await page.locator('.part > .up > a[href="#contents"]:visible').count()).toBe(parts)
  await page.locator('.up > a').last().click()
  expect(await page.evaluate(CONTENTS_IN_VIEW)).toBe(true)
  await context.close()
})

it('a link to a route of the API, or to a shape, opens it', async () => {
  const { context, page } = await open(1_280)
  await page.goto(`${served.origin}/api-en`)
  expect(await page.locator('[data-parameters=listFindings]').isVisible()).toBe(false)
  await page.locator('.contents a[href="#listFindings"]').click()
  expect(await page.locator('[data-parameters=listFindings]').isVisible()).toBe(true)
  const shape = page.locator('.shape > .inside').first()
  expect(await shape.isVisible()).toBe(false)
  await page.goto(`${served.origin}/api-en#${await shape.getAttribute('id')}`)
  expect(await shape.isVisible()).toBe(true)
  await context.close()
})

it('on paper a page that has no PDF shows what was unfolded, and nothing of what was not', async () => {
  const { context, page } = await open(1_280)
  await page.goto(`${served.origin}/register-en`)
  const [first] = await page.locator('details.all > summary').all()
  await first?.click()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('details.all table:visible').count()).toBe(1)
  expect(await page.locator('details.all > summary:visible').count()).toBe(1)
  await context.close()
})

it('on paper there is no navigation, and nothing is folded away that would be missed', async () => {
  const { context, page } = await open(1_280)
  await page.goto(`${served.origin}/report-en`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('nav:visible, form:visible, .skip:visible').count()).toBe(0)
  expect(await page.locator('[data-plot=site]:visible').count()).toBeGreaterThan(0)
  // Drawings, the evidence of findings and the reading guide are folded on the screen.
  expect(await page.locator('details.folded:not([open])').count()).toBeGreaterThan(10)
  const folded = page.locator('details.folded :is(figure, dl, p)')
  expect(await folded.locator('visible=true').count()).toBe(await folded.count())
  expect(await page.locator('.finding.handled .body:visible').count()).toBeGreaterThan(0)
  const pdf = await page.pdf({ format: 'A4' })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0
  expect(pages).toBeGreaterThan(8)
  expect(pages).toBeLessThan(25)
  await context.close()
})
