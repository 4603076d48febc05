/**
 * The receivers under 20,000 damaged requests, 64 in flight: the process lives, every answer is one of the designed
 * ones, every refusal has a reason, and what is stored is whole.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { REFUSALS } from '../../schemas/refusals.ts'
import { PLATFORMS } from '../../schemas/states.ts'
import { ERRORS } from '../../services/shared/errors.ts'
import { newProduct, type Running, withTenant } from '../support/product.ts'
import { openLine, sendRaw } from './support-line.ts'
import { validPayloads } from './support-payloads.ts'
import { createRequests, type FuzzRequest } from './support-requests.ts'
import { readStored, refusedByCode, type Stored } from './support-stored.ts'

const SEED = 20_261_124
const CASES = 20_000
const IN_FLIGHT = 64
const TENANT = 'fuzz'
/** What the process may have at most, kB. */
const MOST_KB = 1200 * 1024

const product = newProduct({ AVESQO_NOW: '2026-11-20T12:00:00Z', AVESQO_RATE: '100000' })
let running: Running
let stored: Stored
/** Answers by status. */
const statuses = new Map<number, number>()
const acknowledged = new Set<string>()
let raw = 0
let health: readonly number[] = []
let highWaterKb = 0
let broken: unknown[] = []

beforeAll(async () => {
  const secrets = await withTenant(product, { id: TENANT }, PLATFORMS)
  const spare = await withTenant(product, { id: 'spare' }, ['generic'])
  running = await product.start()
  const requestOf = createRequests({
    seed: SEED,
    payloads: validPayloads(SEED),
    source: (platform) => [`${TENANT}-${platform}`, secrets[`${TENANT}-${platform}`] ?? ''],
    spare: ['spare-generic', spare['spare-generic'] ?? ''],
  })
  let next = 0
  const sender = async (): Promise<void> => {
    const line = openLine(running.url)
    for (let number = next++; number < CASES; number = next++) {
      try {
        await send(line, requestOf(number))
      } catch (error) {
        broken = [...broken, { number, error }]
      }
    }
    line.close()
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, sender))
  const line = openLine(running.url)
  health = [
    (await line.send('/health/live', {}, '', 'GET')).status,
    (await line.send('/health/ready', {}, '', 'GET')).status,
  ]
  line.close()
  highWaterKb = Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${running.pid}/status`, 'utf8'))?.[1])
  expect(await running.stop()).toBe(0)
  stored = await readStored(product.data)
})

afterAll(() => product.remove())

async function send(line: ReturnType<typeof openLine>, request: FuzzRequest): Promise<void> {
  if (request.kind === 'http') {
    const { path, headers, body, method } = request
    const answer = await line.send(path, headers, body, method)
    if (answer.deliveryId !== null) acknowledged.add(answer.deliveryId)
    count(answer.status)
    return
  }
  raw += 1
  const answers = await sendRaw(running.url, request.bytes)
  for (const [, status] of answers.matchAll(/^HTTP\/1.1 ([2-5]\d\d) /gmu)) count(Number(status))
  for (const [, id] of answers.matchAll(/^x-avesqo-delivery: (\S+)\r$/gmu)) acknowledged.add(id ?? '')
}

function count(status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
}

it(`does not end the process, and leaves it healthy and small (seed ${SEED}, ${CASES} cases)`, () => {
  expect(broken).toEqual([])
  expect(health).toEqual([200, 200])
  expect(highWaterKb).toBeLessThan(MOST_KB)
  expect(product.said()).not.toContain('"event":"bug"')
  expect(product.said()).not.toContain('"event":"engine_error"')
})

it('is answered as designed: never 500, and mostly taken', () => {
  const designed = new Set([200, ...Object.values(ERRORS).map(({ status }) => status)])
  expect([...statuses.keys()].filter((status) => !designed.has(status))).toEqual([])
  expect(statuses.get(500)).toBeUndefined()
  expect(statuses.get(503)).toBeUndefined()
  expect(statuses.get(200)).toBeGreaterThan(CASES / 2)
})

it('leaves one intake row for each delivery, whose sums hold', () => {
  const ids = new Set(stored.intake.map((row) => row.delivery_id as string))
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([])
  // The sender of raw bytes may be gone before the answer to what was stored.
  expect(ids.size - acknowledged.size).toBeLessThanOrEqual(raw)
  for (const row of stored.intake) {
    expect(row.records).toBe(row.accepted + row.refused)
    expect(Object.values(row.refused_by_code).reduce((sum, one) => sum + one, 0)).toBe(row.refused)
  }
  const refused = stored.intake.reduce((sum, row) => sum + row.refused, 0)
  expect(stored.refused).toHaveLength(refused)
})

it('is refused for a reason of the list, at a place of our schema', () => {
  const codes = refusedByCode(stored)
  expect(codes).not.toHaveProperty('not_processable')
  expect(Object.keys(codes).filter((code) => !Object.hasOwn(REFUSALS, code))).toEqual([])
  // The damage is of every sort, else the fuzz has grown blunt.
  expect(Object.keys(codes).length).toBeGreaterThan(12)
  const ours = wordsOfSchemas()
  const paths = new Set(stored.refused.map(({ path }) => path))
  expect([...paths].flatMap((path) => path.split('.')).filter((segment) => !ours.has(segment))).toEqual([])
})

it('gives observations of the schema', () => {
  // `readStored` has read each with the schema.
  expect(stored.observations.length).toBeGreaterThan(500)
  // A request with the spare source's own secret is taken, if that source is not just waiting for its failures.
  for (const row of stored.observations) expect(row.source_id).toMatch(new RegExp(`^${row.tenant_id}-`, 'u'))
})

/** Every word of the record schemas' source, `*`, and the empty path. */
function wordsOfSchemas(): ReadonlySet<string> {
  const folder = new URL('../../schemas/records/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const words = files.flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(/@?[A-Za-z_]+/gu) ?? [])
  return new Set(['', '*', ...words])
}
