/** Forms in a browser, without a script: what is asked when, what comes back after a mistake, and the way back from there. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { OWN, PASSWORD, type Served, startServed } from '../support/served.ts'

let served: Served
let browser: Browser

beforeAll(async () => {
  served = await startServed()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

/** A browser of its own, in which nobody has signed in. */
async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`${served.url}${path}`)
  return page
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.fill('input[name=login]', login)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('main button')
}

it('after a wrong password only the password is typed again', async () => {
  const page = await open('/account')
  await page.fill('input[name=login]', served.accounts.operator.login)
  await page.fill('input[name=password]', 'not this one at all')
  await page.click('main button')
  expect(await page.inputValue('input[name=login]')).toBe(served.accounts.operator.login)
  expect(await page.inputValue('input[name=password]')).toBe('')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/account')
})

it('an invitation asks for customers when the role has some, is mended beside its field, and lets somebody in', async () => {
  const page = await open('/operations/accounts')
  await signIn(page, served.accounts.operator.login)
  await page.waitForURL('**/operations/accounts')
  const customers = page.locator('.invite .tenants')
  expect(await customers.isVisible()).toBe(false)
  await page.locator('.invite input[value=operator]').check()
  expect(await customers.isVisible()).toBe(false)
  await page.locator('.invite input[value=consultant]').check()
  expect(await customers.isVisible()).toBe(true)
  await page.locator('.invite').getByRole('checkbox').first().check()
  await page.fill('.invite input[name=login]', served.accounts.consultant.login)
  await page.fill('.invite input[name=name]', 'Ida')
  await page.click('.invite button')
  expect(await page.locator('#login-problem').innerText()).toBe('There is an account with this login already.')
  expect(await page.locator('.invite input[name=login]').evaluate((field) => field === document.activeElement)).toBe(
    true,
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.reload()
  expect(await page.inputValue('.invite input[name=name]')).toBe('Ida')
  await page.fill('.invite input[name=login]', 'ida@adviser.example')
  await page.click('.invite button')
  const link = await page.locator('.secret code').innerText()

  const hers = await open(new URL(link).pathname)
  await hers.fill('input[name=password]', PASSWORD)
  await hers.fill('input[name=repeat]', PASSWORD)
  await hers.click('main button')
  await hers.waitForURL('**/portfolio?done=*')
  expect(await hers.locator('[role=status]').innerText()).toMatch(/you are signed in|u bent ingelogd/u)
})

it('a finding is not rejected without a reason, and the form that comes back shows where', async () => {
  const page = await open(`/t/${OWN}/findings/${served.finding[OWN]}`)
  await signIn(page, served.accounts.consultant.login)
  await page.waitForURL(`**/findings/*`)
  await page.getByRole('radio', { name: 'rejected' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  const note = page.locator('#note')
  expect(await note.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await page.locator('#note-problem').isVisible()).toBe(true)
  expect(await page.getByRole('radio', { name: 'rejected' }).isChecked()).toBe(true)
  await note.fill('The line is replaced anyway.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL('**/findings/*done=*')
  await page.goBack()
  expect(await page.locator('#note-problem').isVisible()).toBe(true)
})
