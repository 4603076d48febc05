/**
 * The month's key destroyed (design section 5): from the next delivery on a running server refuses that month's
 * records, whichever platform they come from, goes on with the others, and still does so after a restart.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PLATFORMS, type Platform } from '../../schemas/states.ts'
import { newProduct, type Running, withTenant } from '../support/product.ts'
import { type Answer, type Line, openLine } from './support-line.ts'
import { readStored, refusedByCode } from './support-stored.ts'
import { bodyOf, cmsRecord, genericRecord, NOW, pexipEvent, TOOK_PLACE } from './support-valid.ts'

const TENANT = 'epochs'
const product = newProduct({ AVESQO_NOW: NOW })
let secrets: Readonly<Record<string, string>> = {}
let running: Running
let line: Line

beforeAll(async () => {
  secrets = await withTenant(product, { id: TENANT }, PLATFORMS)
  running = await product.start()
  line = openLine(running.url)
})

afterAll(() => product.remove())

/** A record that took place at `instant`, ISO UTC. */
function recordAt(platform: Platform, id: string, instant: string): string {
  if (platform === 'cms') return cmsRecord(id).replace(TOOK_PLACE, instant)
  if (platform === 'generic') return JSON.stringify(genericRecord(id, { start: instant, end: undefined }))
  const seconds = Date.parse(instant) / 1000
  return JSON.stringify({
    ...pexipEvent(id, { connect_time: seconds, end_time: seconds + 60, duration: 60 }),
    time: seconds + 60,
  })
}

/** Delivers a record of each month in one body; gives what was refused. */
async function deliverMonths(platform: Platform, id: string): Promise<unknown> {
  const source = `${TENANT}-${platform}`
  const months = ['2026-09-15T12:00:00Z', '2026-10-15T12:00:00Z', '2026-11-15T12:00:00Z']
  const { body, headers } = bodyOf(
    platform,
    months.map((instant) => recordAt(platform, `${id}-${instant.slice(0, 7)}`, instant)),
  )
  const answer: Answer = await line.deliver(source, secrets[source] ?? '', body, {
    ...headers,
    prefer: 'return=representation',
  })
  expect(answer.status).toBe(200)
  return (JSON.parse(answer.text) as { refused: unknown }).refused
}

async function destroy(epoch: string): Promise<void> {
  const { code, stderr } = await product.run(['key', 'destroy', '--tenant', TENANT, '--epoch', epoch, '--yes'])
  expect([code, stderr]).toEqual([0, expect.any(String)])
}

const closed = (index: number): unknown => ({ index, code: 'epoch_closed', path: '' })

it('takes records of every month before', async () => {
  for (const platform of PLATFORMS) expect(await deliverMonths(platform, 'before')).toEqual([])
})

it('refuses those of a destroyed month from the next delivery on, and takes the others of the same body', async () => {
  await destroy('2026-10')
  for (const platform of PLATFORMS) expect(await deliverMonths(platform, 'after')).toEqual([closed(1)])
})

it('refuses the running month as well once it is destroyed, and still writes down refusals', async () => {
  await destroy('2026-11')
  for (const platform of PLATFORMS) expect(await deliverMonths(platform, 'running')).toEqual([closed(1), closed(2)])
})

it('refuses them after a restart as well', async () => {
  line.close()
  expect(await running.stop()).toBe(0)
  running = await product.start()
  line = openLine(running.url)
  for (const platform of PLATFORMS) expect(await deliverMonths(platform, 'restarted')).toEqual([closed(1), closed(2)])
})

it('stored what it took, and one refused row for each that it did not', async () => {
  line.close()
  expect(await running.stop()).toBe(0)
  const stored = await readStored(product.data)
  expect(refusedByCode(stored)).toEqual({ epoch_closed: PLATFORMS.length * 5 })
  expect(stored.refused).toHaveLength(PLATFORMS.length * 5)
  expect(stored.observations).toHaveLength(PLATFORMS.length * 7)
  expect(new Set(stored.refused.map(({ hash }) => hash)).size).toBe(stored.refused.length)
  expect(product.said()).not.toContain('"event":"bug"')
})
