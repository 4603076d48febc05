import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { Delivery } from '../../../schemas/delivery.ts'
import { intakeRow, refusedRow } from '../../../schemas/intake.ts'
import type { Platform } from '../../../schemas/states.ts'
import type { Decoder } from '../../../services/ingest/decode/outcome.ts'
import { type IdentifiedObservation, Identifier, tuple } from '../../../services/ingest/identified.ts'
import { createProcess, type ProcessParts, type SourceAtWork } from '../../../services/ingest/process.ts'
import { canonicalPerson } from '../../../services/ingest/pseudonymise/canonicalise.ts'
import { type Epoch, EpochClosed } from '../../../services/ingest/pseudonymise/keymaker.ts'
import { createLedgerReader, ledgerHmac } from '../../../services/ingest/pseudonymise/ledger.ts'
import type { ReceivedBody, ReceivingSource } from '../../../services/ingest/receive/types.ts'
import { AppError } from '../../../services/shared/errors.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { bare, contextOf, type Given, hmacKeys, id, SOURCE } from './observed.ts'

const NOW = Date.parse('2026-11-10T12:34:56.789Z')
const START = '2026-11-10T10:00:00Z'

interface Bench {
  readonly stored: Delivery[]
  readonly log: () => string
  /** Epochs for which keys were asked. */
  readonly epochs: () => readonly Epoch[]
  run(body: ReceivedBody | string, platform?: Platform): ReturnType<ReturnType<typeof createProcess>>
}

function benchOf(given: Given & { readonly closed?: string } = {}, parts: Partial<ProcessParts> = {}): Bench {
  const stored: Delivery[] = []
  const epochs = new Set<Epoch>()
  const lines: string[] = []
  const work: SourceAtWork = {
    context: contextOf(given),
    periods: {
      zone: 'Europe/Amsterdam',
      contractFromMs: Date.parse('2026-11-01T00:00:00Z'),
      factsDays: 90,
      epochClosed: (epoch) => epoch === given.closed,
    },
    prepareKeys: async (wanted) => {
      for (const epoch of wanted) epochs.add(epoch)
    },
  }
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'))
      done()
    },
  })
  const processDelivery = createProcess({
    sourceAtWork: async () => work,
    sink: { store: async (delivery) => void stored.push(delivery) },
    logger: createLogger('debug', sink),
    maxRecords: 100,
    ...parts,
  })
  return {
    stored,
    log: () => lines.join(''),
    epochs: () => [...epochs],
    run(body, platform = 'generic') {
      const source: ReceivingSource = {
        id: SOURCE,
        tenantId: 'acme',
        platform,
        secretHash: '',
        coverage: () => 'covered',
      }
      const received =
        typeof body === 'string' ? { bytes: Buffer.from(body), contentType: 'application/x-ndjson' } : body
      return processDelivery(source, received, NOW)
    },
  }
}

const leg = (n: number, more: object = {}) =>
  JSON.stringify({ leg_id: `leg-${n}`, start: START, address: 'jan@klant.example', ...more })

describe('a delivery', () => {
  test('of good, broken, late, early and unknown records: each is accepted or refused, and the sums hold', async () => {
    const bench = benchOf()
    const answer = await bench.run(
      [
        leg(1, { extra: 1, more: { a: 1, b: 2 } }),
        '{"leg_id": ',
        leg(2),
        leg(3, { start: '2026-11-20T10:00:00Z' }),
        leg(4, { start: '2026-10-20T10:00:00Z' }),
        leg(5, { start: undefined }),
        leg(6, { duration_s: -1 }),
      ].join('\n'),
    )
    expect(answer).toMatchObject({ received: 7, accepted: 2, observations: 2, ignored: 3 })
    expect(answer.refused).toEqual([
      { index: 1, code: 'json_invalid', path: '' },
      { index: 3, code: 'time_in_future', path: '' },
      { index: 4, code: 'before_contract', path: '' },
      { index: 5, code: 'field_missing', path: 'start' },
      { index: 6, code: 'value_out_of_range', path: 'duration_s' },
    ])
    const [delivery] = bench.stored
    expect(delivery?.intake).toEqual({
      tenant_id: 'acme',
      day: '2026-11-10',
      source_id: SOURCE,
      delivery_id: answer.deliveryId,
      hour_ms: Date.parse('2026-11-10T12:00:00Z'),
      records: 7,
      accepted: 2,
      refused: 5,
      refused_by_code: {
        json_invalid: 1,
        time_in_future: 1,
        before_contract: 1,
        field_missing: 1,
        value_out_of_range: 1,
      },
      observations: 2,
      dropped: 0,
      erased: 0,
      objected: 0,
      ignored: 3,
      bytes: expect.any(Number) as number,
    })
    expect(delivery?.observations.map(({ tenant_id }) => tenant_id)).toEqual(['acme', 'acme'])
    expect(delivery?.refused.map(({ position }) => position)).toEqual([1, 3, 4, 5, 6])
    expect(intakeRow.safeParse(delivery?.intake).success).toBe(true)
    for (const row of delivery?.refused ?? []) expect(refusedRow.safeParse(row).error?.issues).toBeUndefined()
  })

  test('of several groups of records keeps them all, in order', async () => {
    const bench = benchOf({}, { maxRecords: 1000 })
    const answer = await bench.run(Array.from({ length: 600 }, (_, n) => leg(n)).join('\n'))
    expect(answer).toMatchObject({ received: 600, accepted: 600, refused: [] })
    const keys = hmacKeys()
    const expected = Array.from({ length: 600 }, (_, n) =>
      keys.key('leg', '' as Epoch, 'leg', tuple(SOURCE, `leg-${n}`)),
    )
    expect(bench.stored[0]?.observations.map((row) => row.subject_key)).toEqual(expected)
  })

  test('of nothing is one without records', async () => {
    const bench = benchOf()
    expect(await bench.run('')).toMatchObject({ received: 0, accepted: 0, refused: [] })
    expect(bench.stored[0]?.intake).toMatchObject({ records: 0, accepted: 0, refused: 0, bytes: 0 })
  })

  test('that does not decompress is one refused record of what arrived', async () => {
    const bench = benchOf()
    const answer = await bench.run({ bytes: Buffer.from('xyz'), refusal: 'encoding_invalid' })
    expect(answer).toMatchObject({ received: 1, refused: [{ index: 0, code: 'encoding_invalid', path: '' }] })
    expect(bench.stored[0]?.refused).toMatchObject([{ position: 0, bytes: 3 }])
  })

  test('of too many records is not taken at all', async () => {
    const bench = benchOf()
    const body = Array.from({ length: 101 }, (_, n) => leg(n)).join('\n')
    await expect(bench.run(body)).rejects.toMatchObject({ code: 'too_many_records' })
    expect(bench.stored).toEqual([])
  })

  test('that comes again is another delivery of the same rows', async () => {
    const bench = benchOf()
    const body = [leg(1), '{'].join('\n')
    const answers = [await bench.run(body), await bench.run(body), await bench.run(`${body}\n`)]
    expect(new Set(answers.map(({ deliveryId }) => deliveryId)).size).toBe(3)
    const [first, second, third] = bench.stored
    expect(second?.observations).toEqual(first?.observations)
    // the hash recognises the same body again, and only that
    expect(second?.refused[0]?.hash).toBe(first?.refused[0]?.hash)
    expect(third?.refused[0]?.hash).not.toBe(first?.refused[0]?.hash)
  })

  test('tells two refused records of one body apart', async () => {
    const bench = benchOf()
    await bench.run('{\n{')
    const hashes = bench.stored[0]?.refused.map(({ hash }) => hash)
    expect(new Set(hashes).size).toBe(2)
  })

  test('is not answered before it is stored, and not at all if it cannot be', async () => {
    const steps: string[] = []
    const storing = Promise.withResolvers<undefined>()
    const bench = benchOf({}, { sink: { store: () => storing.promise } })
    const answered = bench.run(leg(1)).then(() => steps.push('answered'))
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
    steps.push('stored')
    storing.resolve(undefined)
    await answered
    expect(steps).toEqual(['stored', 'answered'])
    const down = benchOf({}, { sink: { store: () => Promise.reject(new AppError('unavailable')) } })
    await expect(down.run(leg(1))).rejects.toMatchObject({ code: 'unavailable' })
  })
})

describe('what is counted of accepted records', () => {
  const person = canonicalPerson(new Identifier('address', 'jan@klant.example'), 'NL')
  if (person === null) throw new Error('names nobody')
  const keys = hmacKeys()
  const marked = (mark: 'erased' | 'objected', fromMs: number) =>
    createLedgerReader(new Map([[ledgerHmac(person, keys), [{ mark, fromMs }]]]), keys)

  test('tombstones', async () => {
    const bench = benchOf({ keys, ledger: marked('erased', NOW) })
    await bench.run([leg(1), leg(2, { address: 'piet@klant.example' })].join('\n'))
    expect(bench.stored[0]?.intake).toMatchObject({ accepted: 2, observations: 2, erased: 1, objected: 0 })
    expect(bench.stored[0]?.observations.map((row) => row.tombstone)).toEqual([true, false])
  })

  test('objections', async () => {
    const bench = benchOf({ keys, ledger: marked('objected', 0) })
    await bench.run([leg(1), leg(2, { address: 'piet@klant.example' })].join('\n'))
    expect(bench.stored[0]?.intake).toMatchObject({ accepted: 2, observations: 2, erased: 0, objected: 1 })
  })

  test('what a rooms-only tenant drops, and what leaves nothing', async () => {
    const rooms = benchOf({ settings: { mode: 'rooms-only' } })
    await rooms.run([leg(1), leg(2, { address: 'wad@klant.example' })].join('\n'))
    expect(rooms.stored[0]?.intake).toMatchObject({ records: 2, accepted: 2, observations: 1, dropped: 1 })
    const pexip = benchOf()
    await pexip.run(JSON.stringify({ version: 2, time: NOW / 1000, event: 'something_new', data: {} }), 'pexip')
    expect(pexip.stored[0]?.intake).toMatchObject({ records: 1, accepted: 1, observations: 0, dropped: 1 })
  })
})

describe('keys are prepared', () => {
  test('for the months of what is kept and of today, and for no forged time', async () => {
    const bench = benchOf()
    await bench.run(
      [leg(1), leg(2, { start: '2090-01-01T00:00:00Z' }), leg(3, { start: '2001-01-01T00:00:00Z' })].join('\n'),
    )
    expect(bench.epochs()).toEqual(['2026-11'])
    await bench.run(leg(4, { start: '2026-11-01T00:00:00Z' }))
    expect(bench.epochs()).toEqual(['2026-11'])
  })

  test('by the month on the tenant’s wall', async () => {
    const bench = benchOf()
    await bench.run(leg(1, { start: '2026-10-31T23:30:00Z' })) // 1 November in Amsterdam; before the contract in UTC
    expect(bench.stored[0]?.intake.refused_by_code).toEqual({ before_contract: 1 })
    expect(bench.epochs()).toEqual(['2026-11'])
  })
})

describe('a destroyed month', () => {
  test('refuses its records, also those that name nobody', async () => {
    const bench = benchOf({ closed: '2026-11' })
    const answer = await bench.run([leg(1), leg(2, { address: undefined })].join('\n'))
    expect(answer.refused.map(({ code }) => code)).toEqual(['epoch_closed', 'epoch_closed'])
    expect(bench.stored[0]?.observations).toEqual([])
  })

  test('that is destroyed meanwhile refuses what needs its keys', async () => {
    const closed = hmacKeys(new Set(['2026-11']))
    const open = hmacKeys()
    const keys: typeof open = {
      key: (ring, ...rest) => (ring === 'person' ? closed : open).key(ring, ...rest),
    }
    const bench = benchOf({ keys })
    expect(() => closed.key('person', '2026-11' as Epoch, 'address', 'x')).toThrow(EpochClosed)
    const answer = await bench.run([leg(1), leg(2, { address: undefined })].join('\n'))
    expect(answer.refused).toEqual([{ index: 0, code: 'epoch_closed', path: '' }])
    expect(answer.accepted).toBe(1)
  })
})

const legOf = (n: number) => bare({ subjectId: id('instance', `leg-${n}`) })

/** A decoder that gives these observations, a list a record, whatever it reads. */
function giving(...records: readonly (readonly IdentifiedObservation[])[]): Decoder {
  return () => records.map((observations) => ({ outcome: 'accepted', ignored: 0, bytes: 9, observations }))
}

describe('a bug of ours', () => {
  const secret = 'jan@klant.example'
  const failing: Decoder = () => {
    throw new RangeError(`cannot read ${secret}`)
  }

  test('in a decoder refuses the body; the stream goes on; the log says where, and nothing of the record', async () => {
    const decoders = { pexip: failing, cms: failing, generic: failing }
    const bench = benchOf({}, { decoders })
    const answer = await bench.run(leg(1))
    expect(answer).toMatchObject({ received: 1, refused: [{ index: 0, code: 'not_processable', path: '' }] })
    expect(bench.stored[0]?.intake).toMatchObject({ records: 1, accepted: 0, refused: 1 })
    expect(bench.log()).toContain('"event":"bug","where":"decode","error":"RangeError"')
    expect(bench.log()).not.toContain(secret)
  })

  test('in a record refuses that record whole, and keeps the others', async () => {
    const poison = Object.defineProperty(bare(), 'end_class', {
      get() {
        throw new TypeError(secret)
      },
    })
    const decoder = giving([legOf(1)], [legOf(2), poison], [legOf(3)])
    const bench = benchOf({}, { decoders: { pexip: decoder, cms: decoder, generic: decoder } })
    const answer = await bench.run('x')
    expect(answer).toMatchObject({ accepted: 2, refused: [{ index: 1, code: 'not_processable', path: '' }] })
    expect(bench.stored[0]?.observations).toHaveLength(2)
    expect(bench.stored[0]?.intake).toMatchObject({ observations: 2, dropped: 0 })
    expect(bench.log()).not.toContain(secret)
  })
})

test('a record of several observations is one record, and all of them are kept', async () => {
  const decoder = giving([legOf(1), legOf(2), legOf(3)], [])
  const bench = benchOf({}, { decoders: { pexip: decoder, cms: decoder, generic: decoder } })
  expect(await bench.run('x')).toMatchObject({ received: 2, accepted: 2, observations: 3 })
  expect(bench.stored[0]?.intake).toMatchObject({ records: 2, accepted: 2, observations: 3, dropped: 1 })
  expect(new Set(bench.stored[0]?.observations.map((row) => row.subject_key)).size).toBe(3)
})

test('a record is refused as a whole when one of its observations is', async () => {
  const decoder = giving([legOf(1), bare({ start_ms: NOW + 90_000_000 })])
  const bench = benchOf({}, { decoders: { pexip: decoder, cms: decoder, generic: decoder } })
  expect(await bench.run('x')).toMatchObject({ accepted: 0, refused: [{ index: 0, code: 'time_in_future', path: '' }] })
  expect(bench.stored[0]?.observations).toEqual([])
})

test('what is refused is logged by code and number, never by content', async () => {
  const bench = benchOf()
  await bench.run(leg(1, { start: 'jan@klant.example' }))
  expect(bench.log()).toContain('"event":"records_refused","source":"pexip-hq","code":"time_invalid","refused":1')
  expect(bench.log()).not.toContain('klant')
})
