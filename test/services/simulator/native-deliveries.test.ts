import { describe, expect, it } from 'vitest'
import type { Meeting, Participation } from '../../../services/simulator/model.ts'
import { type DeliverySettings, deliveriesOf } from '../../../services/simulator/native/deliveries.ts'
import type { Delivery } from '../../../services/simulator/native/record.ts'
import {
  ANNA,
  cmsMeeting,
  CONTENT,
  differences,
  MINUTE,
  MORNING,
  observationsOf,
  participation,
  pexipMeeting,
  saidIn,
  SEED,
  SETTINGS,
  STREAMS,
} from './native-meetings.ts'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A week, three times a day (once through midnight), of both platforms: every way and telling. */
const MEETINGS: readonly Meeting[] = Array.from({ length: 7 }, (_, day) =>
  [0, 5, 14.5].flatMap((hour) => {
    const startMs = MORNING + day * DAY + hour * HOUR
    const times = { joinMs: startMs + 2 * MINUTE, leaveMs: startMs + 50 * MINUTE }
    const windows = { good: 1, ok: 1, bad: 0, terrible: 1 }
    const legs = (node: number): Participation[] => [
      participation({ ...times, node, windows, streams: [...STREAMS, CONTENT] }),
      participation({ ...times, node, telling: 'no_start' }),
      participation({ ...times, node, telling: 'no_end', windows }),
      participation({ ...times, node, telling: 'start_unstated' }),
      participation({ ...times, node, telling: 'end_only' }),
      participation({ ...times, node, way: 'web', said: 'Bram', person: null, typedName: 'Bram "B" <b>' }),
      participation({ ...times, node, way: 'recorder', said: 'recorder@example.org', person: null }),
      participation({ ...times, node, said: ANNA.address, alarmLossPct: 4.5 }),
    ]
    const about = { startMs, endMs: startMs + HOUR }
    const preJoinId = `aaaaaaaa-0000-4000-a000-${String(startMs).slice(0, 12)}`
    const browser = participation({ ...times, way: 'web', said: 'Eva', person: null, telling: 'pre_join', preJoinId })
    return [
      pexipMeeting([...legs(0), ...legs(1), participation({ ...times, node: 2 }), browser], about),
      cmsMeeting([...legs(0), ...legs(1)], about),
    ]
  }),
).flat()

function sent(order: DeliverySettings['order'], seed = SEED, most?: number): Delivery[] {
  return [...deliveriesOf(MEETINGS, { ...SETTINGS, seed, order, ...(most === undefined ? {} : { most }) })]
}

const clean = sent('clean')
const nasty = sent('nasty')

function meant(deliveries: readonly Delivery[], platform: string): Set<string> {
  return new Set(deliveries.filter((one) => one.platform === platform).map((one) => one.meant))
}

describe('clean order', () => {
  it('is read by the decoders as it was meant: everything good, nothing refused', () => {
    expect(differences(clean)).toEqual([])
    expect(new Set(clean.map((one) => one.meant))).toEqual(new Set(['good']))
    expect(clean.reduce((refused, one) => refused + one.expected.refused, 0)).toBe(0)
  })

  it('says everything once, within minutes, in the order of time', () => {
    const said = observationsOf(clean)
    expect(said).toHaveLength(saidIn(clean).length)
    for (const delivery of clean) {
      const events = observationsOf([delivery]).map((one) => Number(one['event_ms']))
      expect(delivery.atMs - Math.min(...events)).toBeLessThan(15 * MINUTE)
      expect(events).toEqual(events.toSorted((a, b) => a - b))
    }
  })

  it('has bodies of one record and of several, and of no more than are asked for', () => {
    const counts = clean.map((one) => one.expected.records)
    expect(Math.min(...counts)).toBe(1)
    expect(Math.max(...counts)).toBeGreaterThan(10)
    expect(Math.max(...sent('clean', SEED, 3).map((one) => one.expected.records))).toBe(3)
    expect(saidIn(sent('clean', SEED, 3))).toEqual(saidIn(clean))
  })

  it('is the same for the same seed, whatever the order of the meetings', () => {
    const again = [...deliveriesOf(MEETINGS.toReversed(), { ...SETTINGS, order: 'clean' })]
    expect(again.map(({ body }) => body.toString())).toEqual(clean.map(({ body }) => body.toString()))
    expect(saidIn(sent('clean', SEED + 1))).not.toEqual(saidIn(clean))
  })
})

describe('nasty order', () => {
  it.each([0, 1, 2])('is read as it was meant, and says what clean order says (seed + %i)', (more) => {
    const deliveries = sent('nasty', SEED + more)
    expect(differences(deliveries)).toEqual([])
    expect(saidIn(deliveries)).toEqual(saidIn(sent('clean', SEED + more)))
  })

  it('has everything that goes wrong, of both platforms', () => {
    expect(meant(nasty, 'pexip')).toEqual(new Set(['good', 'repeat', 'half_broken', 'notice', 'broken']))
    expect(meant(nasty, 'cms')).toEqual(new Set(['good', 'repeat', 'half_broken', 'broken']))
    const many = Array.from({ length: 30 }, (_, more) => sent('nasty', SEED + more)).flat()
    const codes = (platform: string) =>
      new Set(many.filter((one) => one.platform === platform).flatMap((one) => one.expected.codes))
    expect(codes('pexip')).toEqual(
      new Set([
        'json_invalid',
        'text_invalid',
        'duplicate_key',
        'not_a_record',
        'unknown_version',
        'nothing_to_count',
        'field_missing',
        'field_invalid',
        'value_out_of_range',
        'time_invalid',
        'end_before_start',
      ]),
    )
    expect(codes('cms')).toEqual(
      new Set([
        'xml_invalid',
        'xml_doctype',
        'text_invalid',
        'not_a_record',
        'field_missing',
        'field_invalid',
        'value_out_of_range',
        'time_invalid',
      ]),
    )
  })

  it('calls a repeat only what another delivery says, too', () => {
    const others = new Set(saidIn(nasty.filter((one) => one.meant !== 'repeat')))
    expect(saidIn(nasty.filter((one) => one.meant === 'repeat')).filter((one) => !others.has(one))).toEqual([])
  })

  it('sends bodies again as they were, and the same records in other bodies', () => {
    const bodies = nasty.map(({ body }) => body.toString('latin1'))
    expect(new Set(bodies).size).toBeLessThan(bodies.length)
    const different = nasty.filter((_, place) => bodies.indexOf(bodies[place] ?? '') === place)
    expect(observationsOf(different).length).toBeGreaterThan(1.3 * saidIn(nasty).length)
  })

  it('holds records back for days, and no longer than a week', () => {
    const waits = nasty.map((one) => {
      return one.atMs - Math.min(one.atMs, ...observationsOf([one]).map((said) => Number(said['event_ms'])))
    })
    expect(Math.max(...waits)).toBeGreaterThan(DAY)
    expect(Math.max(...waits)).toBeLessThan(7 * DAY)
  })

  it('tells the events of one node to two sinks, each with a count of its own', () => {
    const seqs = new Map<string, Set<string>>()
    for (const { platform, body } of nasty) {
      if (platform !== 'pexip') continue
      for (const [, seq = '', time = ''] of body.toString().matchAll(/"seq":(\d+),"version":\d,"time":([\d.]+)/gu)) {
        const known = seqs.get(time) ?? new Set()
        seqs.set(time, known.add(seq))
      }
    }
    expect([...seqs.values()].filter((of) => of.size > 1).length).toBeGreaterThan(seqs.size / 3)
  })

  it('counts from 1 again behind the notice of a restart', () => {
    const notices = nasty.filter((one) => one.meant === 'notice')
    expect(notices.length).toBeGreaterThan(1)
    for (const { body } of notices) expect(body.toString()).toContain('"seq":1,')
  })
})
