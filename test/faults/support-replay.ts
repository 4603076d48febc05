/** Native deliveries taken apart into their records, and put together into others; what a product has made of them. */
import { chmodSync, cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { openEngine } from '../../services/shared/clickhouse/index.ts'
import { createLogger } from '../../services/shared/logger.ts'
import type { Delivery } from '../../services/simulator/native/index.ts'
import type { Random } from '../../services/simulator/random.ts'
import { LEG_HASH } from '../support/leg-hash.ts'
import { newProduct, type Product } from '../support/product.ts'

type Platform = Delivery['platform']

/** One record, and what stands around the records of a body that it may share. */
interface Member {
  readonly platform: Platform
  readonly around: string
  readonly text: string
}

export interface Body {
  readonly platform: Platform
  readonly body: string
}

const bulk = z.object({ event: z.literal('eventsink_bulk'), data: z.array(z.unknown()) })

/** Every record of the deliveries, in their order. */
export function membersOf(deliveries: readonly Delivery[]): readonly Member[] {
  return deliveries.flatMap(({ platform, body }) =>
    platform === 'cms' ? cmsMembers(body.toString()) : pexipMembers(body.toString()),
  )
}

function pexipMembers(body: string): readonly Member[] {
  const value: unknown = JSON.parse(body)
  const several = bulk.safeParse(value)
  const events = several.success ? several.data.data : [value]
  return events.map((event) => ({ platform: 'pexip', around: '', text: JSON.stringify(event) }))
}

function cmsMembers(body: string): readonly Member[] {
  const around = /<records [^>]*>/u.exec(body)?.[0] ?? ''
  return [...body.matchAll(/<record [\s\S]*?<\/record>/gu)].map(([text]) => ({ platform: 'cms', around, text }))
}

/**
 * Cuts records into bodies: of one call bridge, or of any nodes, at most `most` of them.
 *
 * @returns each record once, in the order of the first of each body
 */
export function bodiesOf(members: readonly Member[], random: Random, most: number): readonly Body[] {
  const open = new Map<string, Member[]>()
  const bodies: Body[] = []
  const close = (key: string): void => {
    const some = open.get(key)
    if (some !== undefined) bodies.push(bodyOf(some))
    open.delete(key)
  }
  for (const member of members) {
    const key = member.platform + member.around
    const some = open.get(key) ?? []
    some.push(member)
    open.set(key, some)
    if (random.whole(1, most) <= some.length) close(key)
  }
  for (const key of open.keys()) close(key)
  return bodies
}

function bodyOf(members: readonly Member[]): Body {
  const [first] = members
  const texts = members.map(({ text }) => text)
  if (first?.platform === 'cms') {
    return { platform: 'cms', body: `<?xml version="1.0"?>${first.around}${texts.join('\n')}</records>` }
  }
  const head = '{"event":"eventsink_bulk","node":"127.0.0.1","seq":0,"version":2,"time":1793260790.5,"data":['
  return { platform: 'pexip', body: texts.length === 1 ? (texts[0] ?? '') : `${head}${texts.join(',')}]}` }
}

/** A product with the same customers and keys, and an empty database. */
export function withSameKeys(from: Product, env: Readonly<Record<string, string>>): Product {
  const product = newProduct(env)
  cpSync(from.data, product.data, { recursive: true })
  cpSync(from.keys, product.keys, { recursive: true })
  chmodSync(product.keys, 0o700)
  rmSync(join(product.data, 'clickhouse'), { recursive: true })
  return product
}

export interface Hashed {
  readonly hash: string
  readonly legs: number
}

/** What a stopped product holds of legs. */
export async function hashOf(product: Product): Promise<Hashed> {
  const engine = await openEngine({ path: join(product.data, 'clickhouse'), logger: createLogger('silent') })
  try {
    const [row] = await engine.query(LEG_HASH)
    return row as Hashed
  } finally {
    await engine.close()
  }
}
