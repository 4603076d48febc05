/**
 * Limits of the running product (design section 12, attacks A39 and A37): what is too large, packed too tightly, sent
 * too often, or sent by somebody else is answered with its own status and stores nothing; the process stays small and
 * the next delivery is taken.
 */
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERRORS, type ErrorCode } from '../../services/shared/errors.ts'
import { PLATFORMS, type Platform } from '../../schemas/states.ts'
import { newProduct, type Running, withTenant } from '../support/product.ts'
import { type Answer, type Line, openLine } from './support-line.ts'
import { readStored, refusedByCode } from './support-stored.ts'
import { bodyOf, NOW, soundRecord } from './support-valid.ts'

const MIB = 1_048_576
const TENANT = 'limits'
/** What all bombs together may add to the largest size that the process ever had, kB. */
const MOST_GROWTH_KB = 400 * 1024
/** What the process may ever have, kB: the engine's share is about 300 MB. */
const MOST_KB = 1200 * 1024

const product = newProduct({ AVESQO_NOW: NOW })
let secrets: Readonly<Record<string, string>> = {}
let running: Running
let line: Line
/** Deliveries that were acknowledged: as many intake rows there must be. */
const acknowledged = new Set<string>()
let sound = 0
/** Refused records that there must be, by code. */
const refused: Record<string, number> = {}

beforeAll(async () => {
  secrets = await withTenant(product, { id: TENANT }, PLATFORMS)
  running = await product.start()
  line = openLine(running.url)
})

afterAll(() => product.remove())

const secretOf = (source: string): string => secrets[source] ?? ''
const codeOf = ({ text }: Answer): unknown => (text === '' ? undefined : (JSON.parse(text) as { code?: unknown }).code)

async function deliver(platform: Platform, body: string | Buffer, headers: Readonly<Record<string, string>> = {}) {
  const source = `${TENANT}-${platform}`
  const answer = await line.deliver(source, secretOf(source), body, headers)
  if (answer.deliveryId !== null) acknowledged.add(answer.deliveryId)
  return answer
}

/** A sound delivery is taken on the connection on which the one before was not. */
async function takesTheNext(platform: Platform, before: Answer): Promise<void> {
  sound += 1
  const { body, headers } = bodyOf(platform, [soundRecord(platform, `sound-${sound}`)])
  const next = await deliver(platform, body, headers)
  expect(next.status).toBe(200)
  expect(next.port).toBe(before.port)
}

/** What a sender learns of a delivery. */
function learned(answer: Answer): unknown {
  const { status, headers, deliveryId } = answer
  return [status, headers['content-type']?.split(';')[0], codeOf(answer), deliveryId]
}

function problem(code: ErrorCode): unknown {
  return [ERRORS[code].status, 'application/problem+json', code, null]
}

/** Largest size that the process ever had, kB. */
function highWater(): number {
  return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${running.pid}/status`, 'utf8'))?.[1])
}

describe.each(PLATFORMS)('a body from %s', (platform) => {
  it('that is larger than allowed is 413', async () => {
    const declared = await deliver(platform, Buffer.alloc(9 * MIB, ' '), { 'content-length': String(9 * MIB) })
    expect(learned(declared)).toEqual(problem('body_too_large'))
    await takesTheNext(platform, declared)
    const chunked = await deliver(platform, Buffer.alloc(9 * MIB, ' '), { 'transfer-encoding': 'chunked' })
    expect(learned(chunked)).toEqual(problem('body_too_large'))
    await takesTheNext(platform, chunked)
  })

  it.each(['gzip, gzip', 'gzip, zstd', 'br,identity,gzip', 'compress', 'exi', 'gzip;q=1'])(
    'in the encoding %s is 415',
    async (encoding) => {
      const packed = await deliver(platform, gzipSync(gzipSync('{}')), { 'content-encoding': encoding })
      expect(learned(packed)).toEqual(problem('encoding_unsupported'))
      await takesTheNext(platform, packed)
    },
  )

  const text = bodyOf(platform, [soundRecord(platform, 'damaged')])
  it.each([
    ['gzip', gzipSync(text.body).subarray(0, -9)],
    ['gzip', Buffer.concat([gzipSync(text.body), Buffer.from('behind')])],
    ['gzip', flipped(gzipSync(text.body))],
    ['deflate', deflateSync(text.body).subarray(0, -9)],
    ['br', brotliCompressSync(text.body).subarray(0, -9)],
    ['zstd', zstdCompressSync(text.body).subarray(0, -9)],
    ['zstd', wideWindow()],
    ['zstd', text.body],
  ])('that is damaged in %s is one refused record, or 400 where the sender is told of each', async (encoding, body) => {
    const damaged = await deliver(platform, body, { ...text.headers, 'content-encoding': encoding })
    expect(damaged.status).toBe(platform === 'generic' ? 400 : 200)
    expect(codeOf(damaged)).toBe(platform === 'generic' ? 'body_invalid' : undefined)
    if (platform !== 'generic') refused['encoding_invalid'] = (refused['encoding_invalid'] ?? 0) + 1
    await takesTheNext(platform, damaged)
  })

  const many = tooManyOf(platform)
  it('of too many records is 413, packed or not', async () => {
    const plain = await deliver(platform, many.body, many.headers)
    expect(learned(plain)).toEqual(problem('too_many_records'))
    await takesTheNext(platform, plain)
    const packed = await deliver(platform, gzipSync(many.body), { ...many.headers, 'content-encoding': 'gzip' })
    expect(learned(packed)).toEqual(problem('too_many_records'))
    await takesTheNext(platform, packed)
  })
})

/** Open, repeated and close of a tight bomb: a bulk of events, elements, lines, and a list inside one record. */
const TIGHT = [
  [`{"event":"eventsink_bulk","data":[{}`, ',{}', ']}'],
  ['<records session="s">', '<a/>', '</records>'],
  ['', '{}\n', ''],
  [`{"leg_id":"a","x":[{}`, ',{}', ']}'],
] as const

describe('bombs', () => {
  const zeros = Buffer.alloc(256 * MIB)
  const packings = [
    ['gzip', gzipSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['br', brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ['zstd', zstdCompressSync(zeros)],
  ] as const
  /** What fits the limit of an inflated body and is as hard to read as it can be. */
  const tight = (['pexip', 'cms', 'generic', 'generic'] as const).map((platform, index) => {
    const [open, unit, close] = TIGHT[index] ?? ['', '', '']
    const body = Buffer.concat([
      Buffer.from(open),
      Buffer.alloc(28 * MIB - ((28 * MIB) % unit.length), unit),
      Buffer.from(close),
    ])
    return { platform, body: gzipSync(body, { level: 1 }) }
  })

  it('end at the limit, 32 at one time, and the process stays small', async () => {
    const before = highWater()
    const lines = Array.from({ length: 32 }, () => openLine(running.url))
    const answers = await Promise.all(
      lines.map((one, index) => {
        const source = `${TENANT}-${PLATFORMS[index % PLATFORMS.length]}`
        const [encoding, body] = packings[index % packings.length] ?? packings[0]
        return one.deliver(source, secretOf(source), body, { 'content-encoding': encoding })
      }),
    )
    for (const answer of answers) expect(learned(answer)).toEqual(problem('body_too_large'))
    for (const one of lines) one.close()
    expect(highWater() - before).toBeLessThan(MOST_GROWTH_KB)
  })

  it('that fit the limit and hold millions of things are refused unread', async () => {
    const before = highWater()
    const answers: Answer[] = []
    for (const { platform, body } of tight) {
      const answer = await deliver(platform, body, { 'content-encoding': 'gzip', prefer: 'return=representation' })
      await takesTheNext(platform, answer)
      answers.push(answer)
    }
    expect(answers.map(codeOf)).toEqual(['too_many_records', undefined, 'too_many_records', undefined])
    for (const answer of [answers[1], answers[3]]) {
      expect(JSON.parse(answer?.text ?? '')).toMatchObject({ received: 1, refused: [{ code: 'too_long', path: '' }] })
      refused['too_long'] = (refused['too_long'] ?? 0) + 1
    }
    expect(highWater() - before).toBeLessThan(MOST_GROWTH_KB)
  })
})

describe('after all of it', () => {
  it('the process is healthy, and stored what it acknowledged and nothing else', async () => {
    expect((await line.send('/health/ready', {}, '', 'GET')).status).toBe(200)
    expect(highWater()).toBeLessThan(MOST_KB)
    line.close()
    expect(await running.stop()).toBe(0)
    const stored = await readStored(product.data)
    expect(new Set(stored.intake.map((row) => row.delivery_id))).toEqual(acknowledged)
    expect(stored.observations).toHaveLength(sound)
    expect(refusedByCode(stored)).toEqual(refused)
    expect(product.said()).not.toContain('"event":"bug"')
  })
})

/** A bit in the middle turned over. */
function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const at = copy.length >> 1
  copy.writeUInt8(copy.readUInt8(at) ^ 0x10, at)
  return copy
}

/** A zstd frame whose header asks for a window of 2 GiB and that holds one byte (RFC 8878, 3.1.1). */
function wideWindow(): Buffer {
  return Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, (31 - 10) << 3, 0x09, 0x00, 0x00, 0x78])
}

/** More records than one body may hold, as small as they can be. */
function tooManyOf(platform: Platform) {
  if (platform === 'generic') {
    return { body: Buffer.from('{}\n'.repeat(1_000_000)), headers: { 'content-type': 'application/x-ndjson' } }
  }
  if (platform === 'pexip') return bodyOf(platform, ['{}', `{}${',{}'.repeat(999_998)}`])
  // A million elements of XML are refused before they are counted (bad-input.test.ts).
  return bodyOf(platform, ['<record/>'.repeat(10_001)])
}
