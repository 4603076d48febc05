/**
 * Payloads in the likeness of real ones, through the receivers of a running product, become the legs and meetings that a
 * careful reader writes down (issue 4, line 3), whatever the order in which they come.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Leg } from '../../schemas/leg.ts'
import { createRollup } from '../../services/rollup/index.ts'
import { openEngine } from '../../services/shared/clickhouse/index.ts'
import { openClock } from '../../services/shared/clock.ts'
import { openControl } from '../../services/shared/control/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import { createRandom } from '../../services/simulator/random.ts'
import { deliver } from '../support/deliver.ts'
import { LEGS } from '../support/leg-hash.ts'
import { newProduct, type Product, withTenant } from '../support/product.ts'
import { type InProcess, openInProcess, shuffled } from './in-process.ts'
import { CMS } from './samples/cms.ts'
import { GENERIC } from './samples/generic.ts'
import { type Group, ROOM, SITE, TENANT } from './samples/group.ts'
import { PEXIP } from './samples/pexip.ts'
import { CMS_LEGS } from './samples-legs/cms.ts'
import { GENERIC_LEGS } from './samples-legs/generic.ts'
import { PEXIP_LEGS } from './samples-legs/pexip.ts'
import { type ShownLeg, shownLegs } from './samples-legs/shown.ts'

const SEED = 20_261_130
const GROUPS: readonly [string, Group, readonly ShownLeg[]][] = [
  ['the Pexip event sink', PEXIP, PEXIP_LEGS],
  ['Cisco Meeting Server', CMS, CMS_LEGS],
  ['generic records', GENERIC, GENERIC_LEGS],
]
const named = z.array(z.object({ id: z.string(), name: z.string() }))

describe.each(GROUPS)('%s', (_name, group, expected) => {
  const product = newProduct({ AVESQO_NOW: group.now })
  const names = new Map<string, string>()
  let legs: readonly Leg[] = []

  beforeAll(async () => {
    const source = `${TENANT.id}-${group.platform}`
    const secret = (await withTenant(product, TENANT, [group.platform]))[source] ?? ''
    await ok(product, 'site', 'add', TENANT.id, SITE.name, '--range', SITE.range, '--label', SITE.label)
    await ok(product, 'room', 'add', TENANT.id, ROOM.name, '--alias', ROOM.alias, '--site', SITE.name, '--shared')
    for (const kind of ['site', 'room']) {
      for (const { id, name } of named.parse(JSON.parse(await ok(product, '--json', kind, 'list', TENANT.id)))) {
        names.set(id, name)
      }
    }
    const running = await product.start()
    for (const { body, contentType } of group.payloads) {
      const { status } = await deliver(running.url, source, secret, body, { 'content-type': contentType })
      expect(status).toBe(200)
    }
    expect(await running.stop()).toBe(0)
    legs = await legsOf(product)
  })
  afterAll(() => product.remove())

  test('gives the legs and meetings that are written down', () => {
    expect(shownLegs(legs, names)).toEqual(expected)
  })

  test('keeps of each leg what is ours: the tenant, the source, a key of its own', () => {
    expect(new Set(legs.map((leg) => `${leg.tenant_id} ${leg.source_id}`))).toEqual(
      new Set([`${TENANT.id} ${TENANT.id}-${group.platform}`]),
    )
    expect(new Set(legs.map((leg) => leg.leg_key)).size).toBe(expected.length)
  })
})

describe(`the ten posts of Cisco Meeting Server, in any order (seed ${SEED})`, () => {
  const bodies = CMS.payloads.map(({ body }) => body)
  const [nine, tenth] = [bodies.toSpliced(9, 1), bodies[9] ?? '']
  let all: InProcess
  let hash = ''

  beforeAll(async () => {
    all = await openInProcess({ now: CMS.now, tenant: TENANT, platforms: ['cms'] })
    await send(nine)
    await all.roll()
    hash = await all.hash()
    expect(shownLegs(await all.legs(), new Map())).toEqual(CMS_LEGS)
  })
  afterAll(() => all.close())

  const send = async (some: readonly string[]): Promise<void> => {
    for (const body of some) await all.send({ platform: 'cms', body })
  }

  test('the tenth changes no leg and no meeting', async () => {
    await send([tenth])
    await all.roll()
    expect(await all.hash()).toBe(hash)
  })

  test.each(nine.slice(0, 10).map((_, place) => place))('nor when it is the one after number %i', async (place) => {
    await all.rewind()
    await send(nine.toSpliced(place, 0, tenth))
    await all.roll()
    expect(await all.hash()).toBe(hash)
  })

  test('nor in 6 random orders with repeats, some of them rolled up again and again', async () => {
    const random = createRandom(SEED)
    for (let round = 0; round < 6; round += 1) {
      await all.rewind()
      const order = shuffled(random, [...bodies, ...bodies.slice(0, 2 * round)])
      for (const [place, body] of order.entries()) {
        await send([body])
        if (round % 2 === 1 && place % 4 === 0) await all.roll()
      }
      await all.roll()
      expect(await all.hash(), `round ${round}`).toBe(hash)
    }
  })
})

/** Rolls up what a stopped product has stored, and gives its legs. */
async function legsOf(product: Product): Promise<readonly Leg[]> {
  const logger = createLogger('silent')
  const clock = openClock(product.data, undefined)
  const engine = await openEngine({ path: join(product.data, 'clickhouse'), logger })
  const control = await openControl(product.data, clock, logger)
  try {
    const rollup = createRollup({ engine, control, clock, logger, cells: false })
    await rollup.recover()
    await rollup.run()
    return (await engine.query(LEGS)) as readonly Leg[]
  } finally {
    await control.close()
    await engine.close()
  }
}

async function ok(product: Product, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await product.run(args)
  if (code !== 0) throw new Error(`avesqo ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}
