/** A month that is not published yet says when it will be, to whoever may read the customer, and to nobody else. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FOREIGN, MONTH, OWN, type Served, startServed, withoutTokens } from '../../../support/served.ts'

const RUNNING = '2026-11'
const SAID =
  /There is no report of November 2026 yet: running; will be published on \d+ December 2026\.|Er is nog geen rapport van november 2026: loopt; wordt gepubliceerd op \d+ december 2026\./u

let served: Served
beforeAll(async () => {
  served = await startServed()
})
afterAll(() => served.close())

const ask = async (tenant: string, month: string) =>
  served.visit(await served.session('consultant'), `/t/${tenant}/${month}`)

it('says when the running month will be published', async () => {
  const { status, text } = await ask(OWN, RUNNING)
  expect(status).toBe(404)
  expect(text).toMatch(SAID)
})

it('compares no month with itself, and says so', async () => {
  const { status, text } = await ask(OWN, `compare?from=${MONTH}&to=${MONTH}`)
  expect(status).toBe(422)
  expect(text).toMatch(/This is the same month twice|Dit is twee keer dezelfde maand/u)
})

it('says nothing of a month outside the contract, nor of another customer', async () => {
  for (const [tenant, month] of [
    [OWN, '2031-01'],
    [FOREIGN, RUNNING],
    ['nobody-at-all', RUNNING],
  ] as const) {
    const { status, text } = await ask(tenant, month)
    expect([status, SAID.test(text)]).toEqual([404, false])
  }
  const [foreign, nobody] = [await ask(FOREIGN, RUNNING), await ask('nobody-at-all', RUNNING)]
  expect(withoutTokens(foreign.text)).toBe(withoutTokens(nobody.text))
})
