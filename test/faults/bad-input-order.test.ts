/**
 * Invariant I2 at the entry (attack A43): what arrives again, in another order, or cut into other bodies is the same
 * set of observations. Two products have the same customers and keys; the first is sent each delivery once, in order.
 */
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom, type Random } from '../../services/simulator/random.ts'
import { deliver } from '../support/deliver.ts'
import { newProduct, type Product, withTenant } from '../support/product.ts'
import { AFTER_STORIES, type Body, manyBodies } from '../support/stories.ts'
import { readStored, type Stored } from './support-stored.ts'

const SEED = 20_261_123
const TENANT = 'order'
const SENDERS = 8
const bodies = manyBodies(SEED, 300)

const calm = newProduct({ AVESQO_NOW: AFTER_STORIES })
const disturbed = newProduct({ AVESQO_NOW: AFTER_STORIES })
let secrets: Readonly<Record<string, string>> = {}
let expected: Stored
let found: Stored

beforeAll(async () => {
  secrets = await withTenant(calm, { id: TENANT }, ['pexip', 'cms'])
  await send(calm, bodies, 1)
  expected = await readStored(calm.data)
  cpSync(calm.data, disturbed.data, { recursive: true })
  cpSync(calm.keys, disturbed.keys, { recursive: true })
  chmodSync(disturbed.keys, 0o700)
  rmSync(join(disturbed.data, 'clickhouse'), { recursive: true })
  await send(disturbed, disorder(createRandom(SEED)), SENDERS)
  found = await readStored(disturbed.data)
})

afterAll(() => Promise.all([calm.remove(), disturbed.remove()]))

async function send(product: Product, what: readonly Body[], senders: number): Promise<void> {
  const running = await product.start()
  const queue = [...what]
  const sender = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const source = `${TENANT}-${next.platform}`
      const { status } = await deliver(running.url, source, secrets[source] ?? '', next.body)
      if (status !== 200) throw new Error(`answered ${status}`)
    }
  }
  await Promise.all(Array.from({ length: senders }, sender))
  expect(await running.stop()).toBe(0)
}

/** Every delivery as it was and once more cut otherwise, a third of them yet again; all of them shuffled. */
function disorder(random: Random): Body[] {
  const again = bodies.filter(() => random.next() < 1 / 3)
  return shuffled(random, [...bodies, ...recut(random, bodies), ...again])
}

/** The same events in bulks of other sizes, and the same posts several to a body. */
function recut(random: Random, whole: readonly Body[]): Body[] {
  const posts = whole.filter(({ platform }) => platform === 'cms').map(({ body }) => body)
  const events = whole
    .filter(({ platform }) => platform === 'pexip')
    .flatMap(({ body }) => {
      const event = JSON.parse(body) as { event: string; data: unknown[] }
      return event.event === 'eventsink_bulk' ? event.data : [event]
    })
  return [
    ...pieces(random, shuffled(random, posts)).map((some): Body => ({ platform: 'cms', body: some.join('\n') })),
    ...pieces(random, shuffled(random, events)).map((some): Body => ({
      platform: 'pexip',
      body: JSON.stringify({ event: 'eventsink_bulk', data: some }),
    })),
  ]
}

function pieces<T>(random: Random, items: readonly T[]): T[][] {
  const left = [...items]
  const cut: T[][] = []
  while (left.length > 0) cut.push(left.splice(0, random.whole(1, 60)))
  return cut
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

it(`gives the same distinct observations (seed ${SEED})`, () => {
  expect(expected.observations.length).toBeGreaterThan(bodies.length)
  expect(found.observations).toEqual(expected.observations)
})

const sum = ({ intake }: Stored): number => intake.reduce((records, row) => records + row.records, 0)

it('counts every record that arrived, each time', () => {
  expect(sum(found)).toBeGreaterThan(2 * sum(expected))
  for (const { records, accepted, refused } of [...expected.intake, ...found.intake]) {
    expect([records, refused]).toEqual([accepted, 0])
  }
})
