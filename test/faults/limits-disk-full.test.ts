/**
 * Design section 12, "disk full", on a disk of 64 MB that fills up in the middle of 16 senders' deliveries: what cannot
 * be stored is 503 and comes again, reads go on, nothing acknowledged is lost, and once there is space it goes on by
 * itself. Killed and started while the disk is full it does the same.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newProduct, type Running, withTenant } from '../support/product.ts'
import { mountSmallDisk, type SmallDisk } from './support-disk.ts'
import { openLine } from './support-line.ts'
import { readStored } from './support-stored.ts'
import { bodyOf, genericRecord, NOW, soundRecord } from './support-valid.ts'

const TENANT = 'disk'
const GENERIC = `${TENANT}-generic`
const SENDERS = 16
const DELIVERIES = 400
const ROOMS = 20_000
/** Space that is left each time, bytes: none, and so little that only a part of a delivery can be written. */
const LEFT = [0, 8_192, 65_536, 262_144]

let disk: SmallDisk
const product = newProduct({ AVESQO_NOW: NOW }, () => disk.through())
let running: Running
let secret = ''
const acknowledged: string[] = []
let sent = 0

beforeAll(async () => {
  disk = await mountSmallDisk(product.data, '64m')
  secret = (await withTenant(product, { id: TENANT }, ['generic']))[GENERIC] ?? ''
  running = await product.start()
})

afterAll(async () => {
  await product.remove()
  await disk.close()
})

/** Sends every body until it is acknowledged. `refused` is told of each 503. */
async function sendAll(bodies: readonly string[], refused: () => void): Promise<void> {
  const queue = [...bodies]
  const sender = async (): Promise<void> => {
    const line = openLine(running.url)
    for (let body = queue.pop(); body !== undefined; body = queue.pop()) {
      for (;;) {
        const answer = await line.deliver(GENERIC, secret, body, { 'content-type': 'application/json' })
        const { status, deliveryId, headers } = answer
        if (status === 200 && deliveryId !== null) {
          acknowledged.push(deliveryId)
          break
        }
        if (status !== 503 || headers['retry-after'] !== '2') throw new Error(`answered ${status}`)
        refused()
      }
    }
    line.close()
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
}

/** Sound records with one that is refused, so that each delivery writes to all three tables. */
function someBodies(count: number): string[] {
  return Array.from({ length: count }, () => {
    sent += 1
    return `[${soundRecord('generic', `sent-${sent}`)},{"leg_id":7}]`
  })
}

it.each(LEFT)('answers 503 while only %i bytes are left, and goes on by itself when there is space', async (left) => {
  await sendAll(someBodies(20), () => expect.unreachable('there is space'))
  disk.fill(left)
  let turnedAway = 0
  await sendAll(someBodies(DELIVERIES / LEFT.length), () => {
    turnedAway += 1
    if (turnedAway === 40) disk.free()
  })
  expect(turnedAway).toBeGreaterThanOrEqual(40)
})

it('reads on and says what is wrong while the disk is full', async () => {
  disk.fill(0)
  const line = openLine(running.url)
  expect((await line.send('/health/ready', {}, '', 'GET')).status).toBe(200)
  // A month whose keys have not been made: they cannot be stored now, so nothing may be pseudonymised with them.
  const other = bodyOf('generic', [
    JSON.stringify(genericRecord('other-month', { start: '2026-10-05T09:00:00Z', end: undefined })),
  ])
  expect((await line.deliver(GENERIC, secret, other.body, other.headers)).status).toBe(503)
  line.close()
  // More than the control store's log, which is written again and again from its start, may have room for.
  const rooms = join(product.home, 'rooms.csv')
  const rows = Array.from(
    { length: ROOMS },
    (_, n) => `Room ${n} ${'of many '.repeat(8).trim()},room-${n}@voorbeeld.example,yes`,
  )
  writeFileSync(rooms, ['name,aliases,shared', ...rows].join('\n'))
  const { code, stderr } = await product.run(['room', 'import', TENANT, rooms])
  expect([code, stderr]).toEqual([1, expect.stringContaining('Check that its disk has space')])
})

it('starts while the disk is full, takes nothing, and goes on when there is space', async () => {
  await running.kill()
  running = await product.start()
  let turnedAway = 0
  await sendAll(someBodies(20), () => {
    turnedAway += 1
    if (turnedAway === 40) disk.free()
  })
  expect(turnedAway).toBeGreaterThanOrEqual(40)
})

it('has stored everything that it acknowledged', async () => {
  expect(await running.stop()).toBe(0)
  const copy = join(product.home, 'copy')
  mkdirSync(copy)
  disk.copyTo(copy)
  const stored = await readStored(copy)
  const intake = new Set(stored.intake.map((row) => row.delivery_id as string))
  expect(acknowledged.filter((id) => !intake.has(id))).toEqual([])
  expect(acknowledged).toHaveLength(sent)
  expect(stored.observations).toHaveLength(sent)
  const refused = new Set(stored.refused.map((row) => row.delivery_id as string))
  expect(acknowledged.filter((id) => !refused.has(id))).toEqual([])
  for (const { records, accepted, refused: not } of stored.intake) expect([records, accepted, not]).toEqual([2, 1, 1])
  expect(product.said()).toContain('"reason":"disk_full"')
  expect(product.said()).not.toContain('"event":"bug"')
})
