import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest'
import { type IntakeRow, intakeRow } from '../../../schemas/intake.ts'
import { mediaEntry, type MediaEntry, type Observation, observation } from '../../../schemas/observation.ts'
import { CODECS, MEDIA_DIRS, MEDIA_KINDS } from '../../../schemas/states.ts'
import { rowOf } from '../../../services/ingest/pseudonymise/row.ts'
import { type Engine, EngineError } from '../../../services/shared/clickhouse/index.ts'
import { AppError } from '../../../services/shared/errors.ts'
import { createLogger } from '../../../services/shared/logger.ts'
import { createReports, createStore, type StoreOptions } from '../../../services/store/index.ts'
import { openTestEngine, rowsOf, type TestEngine } from '../../support/engine.ts'
import { bodyOf, deliveryOf, keyOf, legsOf, refusedOf, SOURCE, TENANT, tombstoneOf } from './fixtures.ts'

const logger = createLogger('silent')
let test: TestEngine

beforeAll(async () => {
  test = await openTestEngine()
})
beforeEach(async () => {
  for (const table of ['observations', 'refused', 'intake']) await test.engine.command(`TRUNCATE TABLE ${table}`)
})
afterAll(() => test.close())

const open = (options: Partial<StoreOptions> = {}) => createStore({ engine: test.engine, logger, ...options })
const stored = () =>
  rowsOf<Observation>(test.engine, 'SELECT * EXCEPT ingested_at FROM observations FINAL ORDER BY toString(event_key)')
const intakes = () => rowsOf<IntakeRow>(test.engine, 'SELECT * FROM intake FINAL ORDER BY toString(delivery_id)')
const hour = (number: number) => deliveryOf('d', []).intake.hour_ms + number * 3_600_000
const count = async (table: string) => {
  const rows = await rowsOf<{ c: number }>(test.engine, `SELECT count() AS c FROM ${table}`)
  return rows[0]?.c
}

/** The real engine, which notes the tables of inserts that succeeded and fails where it is told to. */
function watched(fail: (table: string) => EngineError | null = () => null) {
  const order: string[] = []
  const engine: Engine = {
    ...test.engine,
    async insertRows(table, columns, lines, settings) {
      const error = fail(table)
      if (error !== null) throw error
      await test.engine.insertRows(table, columns, lines, settings)
      order.push(table)
    },
  }
  return { engine, order }
}

describe('what is stored', () => {
  it('is what was handed over: every field, its ends of the scale, text of any script', async () => {
    const media: MediaEntry[] = MEDIA_KINDS.flatMap((kind) =>
      MEDIA_DIRS.map((dir) => {
        const numbers = Object.keys(mediaEntry.shape).slice(3)
        const values = Object.fromEntries(numbers.map((name, i) => [name, i % 4 === 0 ? null : 4_294_967_295 - i]))
        return mediaEntry.parse({ kind, dir, codec: kind === 'content' ? null : CODECS[0], ...values })
      }),
    )
    const body = bodyOf({
      record_key: keyOf('record'),
      links: [keyOf('a'), keyOf('b')],
      in_conference: keyOf('c'),
      name_key: keyOf('n'),
      person_key: keyOf('p'),
      person_ident: 'address',
      kind: 'user',
      internal: false,
      role: 'host',
      mark: 'objected',
      measuring_point: 'service',
      rev: Number.MAX_SAFE_INTEGER,
      config_rev: 4_294_967_295,
      start_ms: -1,
      answer_ms: 0,
      end_ms: 4_102_444_800_000,
      duration_ms: 0,
      ring_ms: 4_294_967_295,
      protocol: 'h323',
      direction: 'out',
      service: 'meeting',
      network: 'wifi',
      transport: 'tls',
      encrypted: true,
      bw_up_kbps: 1,
      bw_down_kbps: 2,
      room_id: 'zaal-é-日本-😀-"\\\'\t',
      site: 'ambiguous',
      site_by: 'ip',
      vendor: 'Ünïcode',
      model: '}{][',
      software: '11.2',
      device_class: 'room',
      end_class: 'normal_self',
      end_code: 'x',
      sip_code: 200,
      q850: 16,
      win_good: 1,
      win_ok: 2,
      win_bad: 3,
      win_terrible: 4,
      alarm_loss_mp: 5,
      alarm_jitter_mp: 6,
      alarm_rtt_mp: 7,
      mos_c: 410,
      rating: 5,
      media,
    })
    expect(Object.entries(body).filter(([, value]) => value === null)).toEqual([])
    await (await open()).store(deliveryOf('full', [body]))
    const [row] = await stored()
    expect(row).toEqual({ ...body, content_hash: row?.content_hash })
    expect(rowOf(body).line.replaceAll('-', '')).toContain(row?.content_hash.replaceAll('-', ''))
  })

  it('has null where the record states nothing, also in a tombstone', async () => {
    const bodies = [bodyOf({}), tombstoneOf({ subject_key: keyOf('erased') })]
    await (await open()).store(deliveryOf('sparse', bodies))
    const rows = await stored()
    expect(rows.map((row) => observation.safeParse(row).success)).toEqual([true, true])
    expect(rows).toMatchObject(bodies.toSorted((a, b) => (a.event_key < b.event_key ? -1 : 1)))
  })

  it('keeps its intake and refused rows as they are', async () => {
    const delivery = deliveryOf('refusing', legsOf('refusing', 2), [refusedOf('refusing', 0), refusedOf('refusing', 3)])
    await (await open()).store(delivery)
    expect(intakeRow.array().parse(await intakes())).toEqual([delivery.intake])
    expect(await rowsOf(test.engine, 'SELECT * FROM refused ORDER BY position')).toEqual(delivery.refused)
  })

  it.each([
    { deduplicate: true, written: 600 },
    { deduplicate: false, written: 900 },
  ])(
    'is the same set however often and in whatever company it comes ($deduplicate)',
    async ({ deduplicate, written }) => {
      const bodies = legsOf('repeated', 300)
      const store = await open({ deduplicate })
      await test.engine.command('SYSTEM STOP MERGES observations')
      await store.store(deliveryOf('first', bodies))
      await store.store(deliveryOf('again', bodies)) // the same block: dropped on arrival, or written once more
      await Promise.all([
        store.store(deliveryOf('part', bodies.slice(0, 170))),
        store.store(deliveryOf('other part', bodies.slice(120).toReversed())),
      ])
      expect(await count('observations')).toBe(written)
      expect((await stored()).map((row) => row.event_key)).toEqual(bodies.map((body) => body.event_key).toSorted())
      await test.engine.command('SYSTEM START MERGES observations')
      await test.engine.command('OPTIMIZE TABLE observations FINAL')
      expect(await count('observations')).toBe(300)
    },
  )

  it('also if a delivery is larger than an insert may be, and spans more days than a server takes by default', async () => {
    const bodies = legsOf('large', 10_500).map((body, i) => {
      const day = new Date(Date.UTC(2026, 0, 1 + (i % 110))).toISOString().slice(0, 10)
      return { ...body, fact_day: day as Observation['fact_day'] }
    })
    await (await open()).store(deliveryOf('large', bodies))
    expect(await count('observations')).toBe(10_500)
    expect((await intakes())[0]?.observations).toBe(10_500)
  })
})

describe('acknowledging', () => {
  it('comes after observations, refused, intake, in this order; deliveries of one moment share one flush', async () => {
    const { engine, order } = watched()
    const store = await open({ engine })
    const deliveries = [0, 1, 2, 3].map((i) => deliveryOf(`d${i}`, legsOf(`d${i}`, 2), [refusedOf(`d${i}`, 2)]))
    await Promise.all(deliveries.map((delivery) => store.store(delivery)))
    expect(order).toEqual(['observations', 'refused', 'intake'])
    expect(await count('intake')).toBe(4)
  })

  it.each(['observations', 'refused', 'intake'])(
    'none is acknowledged, and no intake row is there, when %s fails',
    async (broken) => {
      let failing = true
      const { engine } = watched((table) => (failing && table === broken ? new EngineError('disk_full', 243) : null))
      const store = await open({ engine })
      const send = () =>
        Promise.allSettled(
          [0, 1, 2].map((i) => store.store(deliveryOf(`f${i}`, legsOf(`f${i}`, 2), [refusedOf(`f${i}`, 2)]))),
        )
      for (const outcome of await send()) {
        expect(outcome.status).toBe('rejected')
        expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(AppError)
        expect((outcome as PromiseRejectedResult).reason).toMatchObject({ code: 'unavailable', status: 503 })
      }
      expect(await count('intake')).toBe(0)
      // The repeat is harmless: afterwards everything is there once.
      failing = false
      expect((await send()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
      expect([(await stored()).length, (await intakes()).length]).toEqual([6, 3])
    },
  )

  it('is refused to a delivery that the engine cannot read, and not to its neighbours', async () => {
    const store = await open()
    const poison = deliveryOf('poison', legsOf('poison', 1))
    const broken = { ...poison, observations: poison.observations.map((row) => ({ ...row, line: '["x"]' })) }
    const outcomes = await Promise.allSettled([
      store.store(deliveryOf('good', legsOf('good', 2))),
      store.store(broken),
      store.store(deliveryOf('better', legsOf('better', 2))),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((await intakes()).map((row) => row.delivery_id).toSorted()).toEqual(
      [keyOf('good'), keyOf('better')].toSorted(),
    )
    expect(await count('observations')).toBe(4)
  })
})

describe('the report by source', () => {
  it('adds up the deliveries of one tenant, and shows nothing of another', async () => {
    const store = await open()
    await store.store(deliveryOf('r1', legsOf('r1', 3), [refusedOf('r1', 3)], { dropped: 1, ignored: 5 }))
    await store.store(deliveryOf('r2', legsOf('r2', 1), [refusedOf('r2', 1), refusedOf('r2', 2)]))
    await store.store(deliveryOf('r3', legsOf('r3', 1), [], { source_id: 'cms-1' }))
    await store.store(deliveryOf('r4', [], [], { tenant_id: 'other', source_id: 'theirs' }))
    const reports = createReports(test.engine)
    const { hour_ms: last_hour_ms } = deliveryOf('r1', []).intake
    expect(await reports.intakeBySource(TENANT)).toEqual([
      {
        source_id: 'cms-1',
        deliveries: 1,
        last_hour_ms,
        records: 1,
        accepted: 1,
        refused: 0,
        refused_by_code: {},
        observations: 1,
        dropped: 0,
        erased: 0,
        objected: 0,
        ignored: 3,
      },
      {
        source_id: SOURCE,
        deliveries: 2,
        last_hour_ms,
        records: 7,
        accepted: 4,
        refused: 3,
        refused_by_code: { field_missing: 3 },
        observations: 4,
        dropped: 1,
        erased: 0,
        objected: 0,
        ignored: 8,
      },
    ])
    expect((await reports.intakeBySource('other')).map((row) => row.source_id)).toEqual(['theirs'])
  })

  it('finds the deliveries of what was refused for a reason: when the last came, and the newest first', async () => {
    const store = await open()
    for (const number of [1, 2, 3, 4]) {
      const id = `d${number}`
      await store.store(deliveryOf(id, [], [refusedOf(id, 1)], { hour_ms: hour(number) }))
    }
    await store.store(deliveryOf('d5', legsOf('d5', 1), [], { hour_ms: hour(5) }))
    await store.store(deliveryOf('o1', [], [refusedOf('o1', 1)], { tenant_id: 'other' }))
    expect(await createReports(test.engine).refusalsByCode(TENANT)).toEqual([
      {
        source_id: SOURCE,
        code: 'field_missing',
        refusals: 4,
        in_deliveries: 4,
        last_hour_ms: hour(4),
        last_deliveries: ['d4', 'd3', 'd2'].map((id) => keyOf(id)),
      },
    ])
  })
})
