/**
 * As a house runs it: under TLS, with a certificate of its own or behind a proxy that ends TLS. The cookie belongs to this
 * host alone, the browser is told to stay with TLS, and forms are taken from the address that the browser knows.
 */
import { once } from 'node:events'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { MONTH, OWN, PASSWORD, type Served, startServed } from '../support/served.ts'
import { selfSigned } from '../services/shared/http/certificate.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Ends TLS and hands on what it is asked, with the host that the browser asked for, as a house's proxy does. */
async function openProxy(to: string) {
  const server = createServer(selfSigned(), (asked, answer) => {
    const { method, headers } = asked
    const handed = request(new URL(asked.url ?? '/', to), { method, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    asked.pipe(handed)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `https://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

describe.each(['with its own certificate', 'behind a proxy'] as const)('%s', (reached) => {
  let served: Served
  let proxy: { readonly url: string; readonly close: () => void } | null = null
  let context: BrowserContext
  let page: Page
  let url: string

  beforeAll(async () => {
    served = await startServed({ reached })
    if (reached === 'behind a proxy') proxy = await openProxy(served.url)
    url = proxy?.url ?? served.url
    context = await browser.newContext({ ignoreHTTPSErrors: true })
    page = await context.newPage()
  })
  afterAll(async () => {
    await context.close()
    proxy?.close()
    await served.close()
  })

  it('the browser is told to stay with TLS', async () => {
    expect(url).toMatch(/^https:/u)
    const response = await page.goto(`${url}/login`)
    expect(response?.headers()['strict-transport-security']).toBe('max-age=31536000')
  })

  it('somebody signs in, and has a cookie that no other host or script can read or set', async () => {
    await page.goto(`${url}/t/${OWN}/${MONTH}`)
    await page.locator('input[name=login]').fill(served.accounts.customer_viewer.login)
    await page.locator('input[name=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/t/${OWN}/${MONTH}`)
    const cookies = await context.cookies()
    expect(cookies).toEqual([
      expect.objectContaining({
        name: '__Host-avesqo',
        domain: '127.0.0.1',
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
      }),
    ])
  })

  it('a form of a page is taken, and ends the session', async () => {
    await page.locator('form[action="/logout"] button').click()
    await page.waitForURL('**/login**')
    expect(await context.cookies()).toEqual([])
  })
})
