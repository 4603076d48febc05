/**
 * Attacks A39, A40, A43 and design section 12, against the running product: each planted defect has its own code, is
 * counted, and costs nothing beside it: not the other records of its body, not the next delivery of its connection.
 * What was stored is read afterwards, and holds exactly what was planted.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusedColumns } from '../../schemas/intake.ts'
import { PLATFORMS, type Platform } from '../../schemas/states.ts'
import { newProduct, withTenant } from '../support/product.ts'
import type { BodyDefect, RecordDefect } from './support-defects.ts'
import { CMS_BODIES, CMS_RECORDS } from './support-defects-cms.ts'
import { GENERIC_BODIES, GENERIC_RECORDS } from './support-defects-generic.ts'
import { PEXIP_BODIES, PEXIP_RECORDS } from './support-defects-pexip.ts'
import { type Answer, type Line, openLine } from './support-line.ts'
import { readStored, refusedByCode, type Stored } from './support-stored.ts'
import { bodyOf, NOW, soundRecord } from './support-valid.ts'

const RECORD_DEFECTS: readonly RecordDefect[] = [...PEXIP_RECORDS, ...CMS_RECORDS, ...GENERIC_RECORDS]
const BODY_DEFECTS: readonly BodyDefect[] = [...PEXIP_BODIES, ...CMS_BODIES, ...GENERIC_BODIES]
const TENANT = 'bad-input'
const TELL = { prefer: 'return=representation' }

const product = newProduct({ AVESQO_NOW: NOW })
let secrets: Readonly<Record<string, string>> = {}
let line: Line
let stored: Stored
/** Answers by defect: alone, between sound records, and to the sound delivery after them. */
const answers = new Map<RecordDefect | BodyDefect, readonly Answer[]>()
/** Observations of each platform that sound records must have given. */
const wanted = new Map<Platform, number>(PLATFORMS.map((platform) => [platform, 0]))
let health: number[] = []

beforeAll(async () => {
  secrets = await withTenant(product, { id: TENANT }, PLATFORMS)
  const running = await product.start()
  line = openLine(running.url)
  for (const platform of PLATFORMS) await sound(platform, 'reference')
  for (const [index, defect] of RECORD_DEFECTS.entries()) answers.set(defect, await plantRecord(defect, index))
  for (const [index, defect] of BODY_DEFECTS.entries()) answers.set(defect, await plantBody(defect, index))
  // Whatever came between: the same record is decoded to the same observation as in the beginning.
  for (const platform of PLATFORMS) {
    await sound(platform, 'reference')
    more(platform, -1)
  }
  health = [
    (await line.send('/health/live', {}, '', 'GET')).status,
    (await line.send('/health/ready', {}, '', 'GET')).status,
  ]
  line.close()
  expect(await running.stop()).toBe(0)
  stored = await readStored(product.data)
})

afterAll(() => product.remove())

function deliver(
  platform: Platform,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const source = `${TENANT}-${platform}`
  return line.deliver(source, secrets[source] ?? '', body, headers)
}

function more(platform: Platform, observations: number): void {
  wanted.set(platform, (wanted.get(platform) ?? 0) + observations)
}

async function sound(platform: Platform, id: string): Promise<Answer> {
  more(platform, 1)
  const { body, headers } = bodyOf(platform, [soundRecord(platform, id)])
  return deliver(platform, body, headers)
}

async function plantRecord({ platform, record, observations = 0 }: RecordDefect, index: number): Promise<Answer[]> {
  const alone = bodyOf(platform, [record])
  const beside = bodyOf(platform, [soundRecord(platform, `${index}-a`), record, soundRecord(platform, `${index}-b`)])
  more(platform, 2 + observations)
  return [
    await deliver(platform, alone.body, alone.headers),
    await deliver(platform, beside.body, { ...beside.headers, ...TELL }),
    await sound(platform, `${index}-next`),
  ]
}

async function plantBody({ platform, body, headers = {}, accepted = 0 }: BodyDefect, index: number): Promise<Answer[]> {
  more(platform, accepted)
  return [await deliver(platform, body, { ...headers, ...TELL }), await sound(platform, `body-${index}-next`)]
}

/** `index code path` of each refused record that is stored of a delivery. */
function refusedOf({ deliveryId }: Answer): string[] {
  return stored.refused
    .filter((row) => row.delivery_id === deliveryId)
    .map(({ position, code, path }) => `${position} ${code} ${path}`.trim())
}

function toldOf({ text }: Answer): unknown {
  const { refused } = JSON.parse(text) as { refused: { index: number; code: string; path: string }[] }
  return refused.map(({ index, code, path }) => `${index} ${code} ${path}`.trim())
}

function countsOf({ deliveryId }: Answer): readonly number[] {
  const row = stored.intake.find((intake) => intake.delivery_id === deliveryId)
  return row === undefined ? [] : [row.records, row.accepted, row.refused]
}

const titled = <T extends { readonly platform: Platform; readonly name: string }>(defects: readonly T[]) =>
  defects.map((defect): [string, T] => [`${defect.platform}: ${defect.name}`, defect])

describe('a defect of one record', () => {
  it.each(titled(RECORD_DEFECTS))('%s', (_, defect) => {
    const [alone, beside, next] = answers.get(defect) ?? []
    if (alone === undefined || beside === undefined || next === undefined) throw new Error('was not sent')
    expect([alone.status, beside.status, next.status]).toEqual([200, 200, 200])
    expect([beside.port, next.port]).toEqual([alone.port, alone.port])
    const refused = defect.refused === null ? 0 : 1
    expect(refusedOf(alone)).toEqual(defect.refused === null ? [] : [`0 ${defect.refused}`])
    expect(refusedOf(beside)).toEqual(defect.refused === null ? [] : [`1 ${defect.refused}`])
    expect(toldOf(beside)).toEqual(refusedOf(beside))
    expect([countsOf(alone), countsOf(beside), countsOf(next)]).toEqual([
      [1, 1 - refused, refused],
      [3, 3 - refused, refused],
      [1, 1, 0],
    ])
  })
})

describe('a defect of a whole body', () => {
  it.each(titled(BODY_DEFECTS))('%s', (_, defect) => {
    const [first, next] = answers.get(defect) ?? []
    if (first === undefined || next === undefined) throw new Error('was not sent')
    expect([first.status, next.status]).toEqual([200, 200])
    expect(next.port).toBe(first.port)
    expect(refusedOf(first)).toEqual(defect.refused)
    expect(toldOf(first)).toEqual(defect.refused)
    const { accepted = 0, refused } = defect
    expect(countsOf(first)).toEqual([accepted + refused.length, accepted, refused.length])
    expect(countsOf(next)).toEqual([1, 1, 0])
  })
})

describe('what is left of them', () => {
  it('is one refused row each, by its code', () => {
    const planted: Record<string, number> = {}
    const count = (refused: string, times: number): void => {
      const [code = ''] = refused.split(' ')
      planted[code] = (planted[code] ?? 0) + times
    }
    for (const { refused } of RECORD_DEFECTS) if (refused !== null) count(refused, 2)
    for (const { refused } of BODY_DEFECTS) for (const one of refused) count(one.slice(one.indexOf(' ') + 1), 1)
    expect(refusedByCode(stored)).toEqual(planted)
    expect(stored.refused).toHaveLength(Object.values(planted).reduce((sum, one) => sum + one, 0))
  })

  it('says code, place, size and keyed hash, and nothing else', () => {
    for (const row of stored.refused) {
      expect(Object.keys(row).toSorted()).toEqual(refusedColumns.toSorted())
      expect(row.bytes).toBeLessThan(8 * 1_048_576)
    }
    // The same body again is recognised by its hash, also from another source, and no other body has it.
    const empty = BODY_DEFECTS.filter(({ body }) => body.length === 0).flatMap(
      (defect) => answers.get(defect)?.[0] ?? [],
    )
    const hashes = stored.refused.filter((row) => empty.some(({ deliveryId }) => deliveryId === row.delivery_id))
    expect(hashes).toHaveLength(PLATFORMS.length)
    const [first] = hashes
    expect(stored.refused.filter(({ hash }) => hash === first?.hash)).toEqual(hashes)
  })

  it('is one intake row for each delivery, whose sums hold', () => {
    const acknowledged = [...answers.values()].flat().map(({ deliveryId }) => deliveryId)
    expect(acknowledged).not.toContain(null)
    expect(stored.intake).toHaveLength(acknowledged.length + 2 * PLATFORMS.length)
    for (const { records, accepted, refused } of stored.intake) expect(records).toBe(accepted + refused)
  })

  it.each(PLATFORMS)('is every observation of the sound records of %s, each once', (platform) => {
    const kept = stored.observations.filter((row) => row.platform === platform)
    expect(kept).toHaveLength(wanted.get(platform) ?? 0)
  })

  it('is a process that lives, without a bug in its log', () => {
    expect(health).toEqual([200, 200])
    expect(product.said()).not.toContain('"event":"bug"')
    expect(refusedByCode(stored)).not.toHaveProperty('not_processable')
  })
})
