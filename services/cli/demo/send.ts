/** Sends the demo's deliveries to the real receivers, as the platforms would: several requests at one time. */
import { setTimeout as pause } from 'node:timers/promises'
import { UserError } from '../../shared/errors.ts'
import type { Delivery } from '../../simulator/index.ts'
import { DEMO_EN } from '../words/demo-en.ts'
import type { DemoWords } from '../words/demo.ts'
import type { DemoSource } from './organisation.ts'

/** Requests under way at one time: what arrives together shares one flush to the disk. */
const IN_FLIGHT = 64
/** How often a delivery is repeated that was answered "later" (429, 503), and the wait in between, ms. */
const REPEATS = 60
const WAIT_MS = 1_000

/** What was sent, and what its senders know to be broken in it. */
export interface Sent {
  deliveries: number
  records: number
  /** Records that must be refused. */
  broken: number
  /** When the platform sent the last one, ms UTC of the invented organisation. */
  atMs: number
}

/**
 * @param sent is kept up to date, for whoever shows how far it is
 * @param signal comes when it is to end: no further delivery is begun
 * @throws UserError when a delivery is not acknowledged; the signal's reason
 */
export async function sendAll(
  url: string,
  sources: readonly DemoSource[],
  deliveries: Iterable<Delivery>,
  sent: Sent,
  signal?: AbortSignal,
  { refused }: DemoWords = DEMO_EN,
): Promise<void> {
  const left = deliveries[Symbol.iterator]()
  const goesOn = (): boolean => signal?.aborted !== true
  const sender = async (): Promise<void> => {
    for (let next = left.next(); next.done !== true && goesOn(); next = left.next()) {
      const delivery = next.value
      await send(url, sources, delivery, refused)
      sent.deliveries += 1
      sent.records += delivery.expected.records
      sent.broken += delivery.expected.refused
      sent.atMs = Math.max(sent.atMs, delivery.atMs)
    }
  }
  // What is under way is answered first: a receiver that closes would wait for it.
  await Promise.all(Array.from({ length: IN_FLIGHT }, sender))
  signal?.throwIfAborted()
}

async function send(
  url: string,
  sources: readonly DemoSource[],
  delivery: Delivery,
  { answered, noSource }: DemoWords['refused'],
): Promise<void> {
  const source = sources.find(({ platform }) => platform === delivery.platform)
  if (source === undefined) throw new UserError(noSource(delivery.platform), 1)
  for (let repeats = 0; ; repeats += 1) {
    const answer = await fetch(addressOf(url, source), {
      method: 'POST',
      headers: { 'content-type': delivery.contentType, ...credentialOf(source) },
      body: new Uint8Array(delivery.body),
    })
    await answer.arrayBuffer()
    if (answer.ok) return
    if ((answer.status !== 503 && answer.status !== 429) || repeats >= REPEATS) {
      throw new UserError(answered(answer.status, delivery.platform), 1)
    }
    await pause(WAIT_MS)
  }
}

/** Cisco Meeting Server can send no header: its secret stands in the path. */
function addressOf(url: string, { id, platform, secret }: DemoSource): string {
  return platform === 'cms' ? `${url}/receive/${id}/${secret}` : `${url}/receive/${id}`
}

function credentialOf({ id, platform, secret }: DemoSource): Record<string, string> {
  if (platform === 'cms') return {}
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` }
}
