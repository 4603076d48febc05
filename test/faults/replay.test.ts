/**
 * Invariant I2 for legs (issue 4, line 4): what two platforms tell of four days, over a month's end, sent once and in
 * order to a product that nobody disturbs, gives legs with one hash. The same sent twice over, in random order, cut into
 * other bodies, to a product that is killed in receiving, in rollup and in a swap, gives the same hash.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Control, openControl } from '../../services/shared/control/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { createWorld } from '../../services/simulator/index.ts'
import { deliveriesOf } from '../../services/simulator/native/index.ts'
import { createRandom, type Random } from '../../services/simulator/random.ts'
import { deliver } from '../support/deliver.ts'
import { newProduct, type Product, type Running, withTenant } from '../support/product.ts'
import { bodiesOf, type Body, type Hashed, hashOf, membersOf, withSameKeys } from './support-replay.ts'

const SEED = 20_261_204
const TENANT = 'again'
const SENDERS = 8
/** After the last meeting; rollup runs nearly all the time. */
const ENV = { AVESQO_NOW: '2026-11-05T12:00:00Z', AVESQO_ROLLUP_EVERY: '0.05' }

const world = createWorld({
  seed: SEED,
  tenantId: TENANT,
  zone: 'Europe/Amsterdam',
  country: 'NL',
  domain: 'voorbeeld.example',
  people: 8,
  firstDay: '2026-10-30',
  days: 4,
})
const deliveries = [
  ...deliveriesOf(world.meetings, {
    seed: SEED,
    installation: world.organisation.installation,
    order: 'clean',
  }),
]
const members = membersOf(deliveries)

const calm = newProduct(ENV)
let secrets: Readonly<Record<string, string>> = {}
let undisturbed: Hashed

beforeAll(async () => {
  secrets = await withTenant(calm, { id: TENANT }, ['pexip', 'cms'])
  const running = await calm.start()
  for (const { platform, body } of deliveries) {
    await untilAcknowledged(() => Promise.resolve(running.url), { platform, body: body.toString() })
  }
  await untilRolledUp(calm, Date.now())
  expect(await running.stop()).toBe(0)
  undisturbed = await hashOf(calm)
  expect(undisturbed.legs).toBe(world.truth.legs.length)
  expect(undisturbed.legs).toBeGreaterThan(100)
})
afterAll(() => calm.remove())

describe(`the same input again, in any order and any bodies (seed ${SEED})`, () => {
  it('twice over gives the same legs', async () => {
    const random = createRandom(SEED + 1)
    await onSameKeys(async (product) => {
      const running = await product.start()
      await sendAll(
        again(random),
        () => Promise.resolve(running.url),
        () => undefined,
      )
      await untilRolledUp(product, Date.now())
      expect(await running.stop()).toBe(0)
    })
  })

  it.each(['1', '0'])('killed at five moments gives the same legs, insert deduplication %s', async (deduplicate) => {
    const random = createRandom(SEED + 2 + Number(deduplicate))
    const env = { AVESQO_DEDUPLICATE: deduplicate }
    const bodies = again(random)
    const killAt = Array.from({ length: 3 }, () => random.whole(5, bodies.length - 20)).toSorted((a, b) => a - b)
    await onSameKeys(async (product) => {
      // three times while it receives and rolls up, wherever it is
      let current: Promise<Running> = product.start(env)
      let kills = 0
      const anew = (): void => {
        kills += 1
        current = current.then(async (running) => {
          await running.kill()
          return product.start(env)
        })
      }
      await sendAll(
        bodies,
        async () => (await current).url,
        (count) => {
          if (count >= (killAt[kills] ?? Infinity)) anew()
        },
      )
      expect(kills).toBe(3)
      // once with everything received, at a random moment of the run that follows a start
      await (await current).kill()
      let running = await product.start(env)
      await pause(random.whole(10, 1500))
      await running.kill()
      // once in a swap
      running = await product.start(env)
      await untilSwapping(product)
      await running.kill()
      running = await product.start(env)
      await untilRolledUp(product, Date.now())
      expect(await running.stop()).toBe(0)
    })
  })
})

/** Every record twice, in random order, in bodies of another cut. */
function again(random: Random): readonly Body[] {
  const order = [...members, ...members]
    .map((member) => ({ member, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ member }) => member)
  return bodiesOf(order, random, 24)
}

/** Does something with a product of the same keys, and compares its legs, also after a full rebuild. */
async function onSameKeys(work: (product: Product) => Promise<void>): Promise<void> {
  const product = withSameKeys(calm, ENV)
  try {
    await inControl(product, (control) =>
      control.transaction(async (tx) => {
        await tx.deleteFrom('watermarks').execute()
      }),
    )
    await work(product)
    expect(await hashOf(product)).toEqual(undisturbed)
    const { code } = await product.run(['rollup', 'run', '--full'])
    expect(code).toBe(0)
    expect(await hashOf(product)).toEqual(undisturbed)
  } finally {
    await product.remove()
  }
}

/** Sends every body until it is acknowledged, some at a time. */
async function sendAll(
  bodies: readonly Body[],
  url: () => Promise<string>,
  told: (count: number) => void,
): Promise<void> {
  const queue = bodies.toReversed()
  let count = 0
  const sender = async (): Promise<void> => {
    for (let body = queue.pop(); body !== undefined; body = queue.pop()) {
      await untilAcknowledged(url, body)
      count += 1
      told(count)
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
}

async function untilAcknowledged(url: () => Promise<string>, { platform, body }: Body): Promise<void> {
  const source = `${TENANT}-${platform}`
  for (;;) {
    const at = await url()
    const answer = await deliver(at, source, secrets[source] ?? '', body).catch(() => null)
    if (answer?.status === 200) return
    if (answer !== null && answer.status !== 503) throw new Error(`answered ${answer.status}`)
  }
}

/** Waits until everything that was stored before `after` (ms of real time, as the database's) is in the legs. */
async function untilRolledUp(product: Product, after: number): Promise<void> {
  await inControl(product, (control) =>
    vi.waitFor(
      async () => {
        const marks = control.db.selectFrom('watermarks').select('value_ms').where('name', '=', 'rollup')
        const row = await marks.where('tenant_id', '=', TENANT).executeTakeFirst()
        expect(row?.value_ms ?? 0).toBeGreaterThan(after)
      },
      { timeout: 120_000, interval: 50 },
    ),
  )
}

/** Waits until a run of the product is between its intents and their end. */
async function untilSwapping(product: Product): Promise<void> {
  await inControl(product, (control) =>
    vi.waitFor(
      async () => {
        expect(await control.db.selectFrom('swap_intents').select('id').execute()).not.toEqual([])
      },
      { timeout: 120_000, interval: 1 },
    ),
  )
}

async function inControl<T>(product: Product, work: (control: Control) => Promise<T>): Promise<T> {
  const control = await openControl(product.data, { now: () => Date.parse(ENV.AVESQO_NOW) }, createLogger('silent'))
  try {
    return await work(control)
  } finally {
    await control.close()
  }
}
