/**
 * Invariants I2 to I4 under kill -9: 200 senders at once, the process killed ten times at random moments, every
 * unacknowledged delivery sent again. What is stored in the end is what an undisturbed run stores.
 */
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../services/shared/clickhouse/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { createRandom } from '../../services/simulator/random.ts'
import { deliver } from '../support/deliver.ts'
import { newProduct, type Product, type Running, withTenant } from '../support/product.ts'
import { AFTER_STORIES, type Body, manyBodies } from '../support/stories.ts'

const SEED = 20261122
const DELIVERIES = 1600
const SENDERS = 200
const KILLS = 10
const TENANT = 'killed'

interface Stored {
  /** Distinct observations without the time of their insert, as text in a fixed order. */
  readonly observations: readonly string[]
  readonly intake: ReadonlyMap<
    string,
    { readonly records: number; readonly accepted: number; readonly refused: number }
  >
}

const bodies = manyBodies(SEED, DELIVERIES)
const calm = newProduct({ AVESQO_NOW: AFTER_STORIES })
let secrets: Readonly<Record<string, string>> = {}
let undisturbed: Stored

beforeAll(async () => {
  secrets = await withTenant(calm, { id: TENANT }, ['pexip', 'cms'])
  const running = await calm.start()
  await sendAll(
    () => Promise.resolve(running.url),
    () => undefined,
  )
  expect(await running.stop()).toBe(0)
  undisturbed = await stored(calm)
  expect(undisturbed.observations.length).toBeGreaterThan(DELIVERIES)
})

afterAll(() => calm.remove())

describe.each([{ deduplicate: '1' }, { deduplicate: '0' }])(
  'killed ten times, insert deduplication $deduplicate',
  (run) => {
    it(`stores what an undisturbed run stores (seed ${SEED})`, async () => {
      const product = withSameKeys(calm)
      try {
        const random = createRandom(SEED + Number(run.deduplicate))
        const killAt = Array.from({ length: KILLS }, () => random.whole(20, DELIVERIES - 100)).toSorted((a, b) => a - b)
        const start = () => product.start({ AVESQO_DEDUPLICATE: run.deduplicate })
        let current: Promise<Running> = start()
        let kills = 0
        const acknowledged = await sendAll(
          async () => (await current).url,
          (count) => {
            if (kills < KILLS && count >= (killAt[kills] ?? Infinity)) {
              kills += 1
              current = current.then(async (running) => {
                await running.kill()
                return start()
              })
            }
          },
        )
        expect(kills).toBe(KILLS)
        expect(await (await current).stop()).toBe(0)

        const { observations, intake } = await stored(product)
        expect(acknowledged.size).toBe(DELIVERIES)
        expect([...acknowledged].filter((id) => !intake.has(id))).toEqual([])
        for (const { records, accepted, refused } of intake.values()) expect(records).toBe(accepted + refused)
        expect(observations).toEqual(undisturbed.observations)
      } finally {
        await product.remove()
      }
    })
  },
)

/** Sends every body until it is acknowledged; gives the ids of the acknowledged deliveries. */
async function sendAll(url: () => Promise<string>, told: (count: number) => void): Promise<Set<string>> {
  const acknowledged = new Set<string>()
  const queue = [...bodies]
  const sender = async (): Promise<void> => {
    for (let body = queue.pop(); body !== undefined; body = queue.pop()) {
      acknowledged.add(await untilAcknowledged(url, body))
      told(acknowledged.size)
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
  return acknowledged
}

async function untilAcknowledged(url: () => Promise<string>, { platform, body }: Body): Promise<string> {
  const source = `${TENANT}-${platform}`
  for (;;) {
    const at = await url()
    const answer = await deliver(at, source, secrets[source] ?? '', body).catch(() => null)
    if (answer?.status === 200 && answer.deliveryId !== null) return answer.deliveryId
    if (answer !== null && answer.status !== 503) throw new Error(`answered ${answer.status}`)
  }
}

/** A product with the same customers and keys, and an empty database. */
function withSameKeys(from: Product): Product {
  const product = newProduct({ AVESQO_NOW: AFTER_STORIES })
  cpSync(from.data, product.data, { recursive: true })
  cpSync(from.keys, product.keys, { recursive: true })
  chmodSync(product.keys, 0o700)
  rmSync(join(product.data, 'clickhouse'), { recursive: true })
  return product
}

async function stored(product: Product): Promise<Stored> {
  const engine = await openEngine({ path: join(product.data, 'clickhouse'), logger: createLogger('silent') })
  try {
    const observations = await engine.query('SELECT DISTINCT * EXCEPT (ingested_at) FROM observations')
    const intake = await engine.query('SELECT delivery_id, records, accepted, refused FROM intake FINAL')
    return {
      observations: observations.map((row) => JSON.stringify(row)).toSorted(),
      intake: new Map(
        (intake as { delivery_id: string; records: number; accepted: number; refused: number }[]).map((row) => [
          row.delivery_id,
          row,
        ]),
      ),
    }
  } finally {
    await engine.close()
  }
}
