import { describe, expect, it } from 'vitest'
import { decodeGeneric } from '../../../services/ingest/decode/generic/index.ts'
import { decoded, only } from '../shown.ts'

const observe = (record: object) => only(decodeGeneric, JSON.stringify(record), 'application/json')
const START = '2026-03-02T09:00:00Z'
const withMedia = (media: object[], mos?: number) =>
  observe({ leg_id: 'a', start: START, media, ...(mos !== undefined && { mos }) })
const startOf = (text: string, zone?: string) =>
  observe({ leg_id: 'a', start: text, ...(zone !== undefined && { zone }) })['start_ms']
const eventOf = (record: object) => observe(record)['eventId']
const START_MS = Date.UTC(2026, 2, 2, 9)
const MINUTE = 60_000

const medium = {
  codec: null,
  packets: null,
  lost: null,
  loss_mp: null,
  loss_max_mp: null,
  jitter_us: null,
  jitter_max_us: null,
  rtt_us: null,
  kbps: null,
  width: null,
  height: null,
  fps: null,
  active_ms: null,
  samples: 1,
}

describe('a leg', () => {
  it('with everything a record can state', () => {
    const record = {
      leg_id: 'leg-1',
      conference_id: 'conf-1',
      conference_name: 'not read beside the id',
      links: ['leg-1b', 'dialog-7'],
      event_id: 'e-1',
      record_id: 'r-1',
      rev: 4,
      address: ' sip:ada@example.org ',
      phone: '+31 20 555 0100',
      directory_id: 'acc-9',
      kind: 'guest',
      role: 'host',
      event: '2026-03-02T09:40:00Z',
      start: START,
      answer: '2026-03-02T10:00:05.0005+01:00',
      end: '2026-03-02T09:30:00Z',
      duration_s: 1795.5,
      ring_s: 4.5,
      protocol: 'webrtc',
      direction: 'in',
      service: 'meeting',
      network: 'wifi',
      transport: 'udp',
      encrypted: false,
      bw_up_kbps: 1999.5,
      bw_down_kbps: 0,
      ip: '192.0.2.7',
      location: 'North wing',
      equipment: 'Acme Room/9.1',
      device_class: 'browser',
      end_class: 'busy',
      end_code: 'USER_BUSY',
      sip_code: 486,
      q850: 17,
      measured_at: 'client',
      mos: 4.126,
      rating: 3,
      media: [
        {
          kind: 'audio',
          dir: 'up',
          codec: 'PCMA',
          packets: 995,
          lost: 5,
          loss_max_pct: 12.5,
          jitter_ms: 2.5,
          jitter_max_ms: 31,
          rtt_ms: 40.25,
          kbps: 64,
          active_s: 1795.5,
        },
        { kind: 'video', dir: 'down', codec: 'H.264', loss_pct: 0.3, width: 1280, height: 720, fps: 29.6, packets: 10 },
      ],
    }
    expect(observe(record)).toEqual({
      subject: 'leg',
      platform: 'generic',
      sourceKind: 'generic',
      subjectId: 'instance:leg-1',
      links: ['instance:leg-1b', 'instance:dialog-7'],
      inConference: 'instance:conf-1',
      eventId: 'instance:8:event_id3:leg5:leg-13:e-1',
      recordId: 'instance:r-1',
      farEnd: ['address:sip:ada@example.org', 'number:+31 20 555 0100', 'directory:acc-9'],
      kindHint: 'guest',
      ip: 'ip:192.0.2.7',
      label: 'label:North wing',
      equipment: 'equipment:Acme Room/9.1',
      rev: 4,
      event_ms: START_MS + 40 * MINUTE,
      start_ms: START_MS,
      answer_ms: START_MS + 5_001, // half a millisecond up
      end_ms: START_MS + 30 * MINUTE,
      duration_ms: 1_795_500,
      ring_ms: 4_500,
      role: 'host',
      measuring_point: 'client',
      protocol: 'webrtc',
      direction: 'in',
      service: 'meeting',
      network: 'wifi',
      transport: 'udp',
      encrypted: false,
      bw_up_kbps: 2_000,
      bw_down_kbps: 0,
      device_class: 'browser',
      end_class: 'busy',
      end_code: 'USER_BUSY',
      sip_code: 486,
      q850: 17,
      mos_c: 413,
      rating: 3,
      media: [
        {
          ...medium,
          kind: 'audio',
          dir: 'up',
          codec: 'g711a',
          packets: 995,
          lost: 5,
          loss_mp: 500, // 5 of 1,000 sent, from the counts
          loss_max_mp: 12_500,
          jitter_us: 2_500,
          jitter_max_us: 31_000,
          rtt_us: 40_250,
          kbps: 64,
          active_ms: 1_795_500,
        },
        {
          ...medium,
          kind: 'video',
          dir: 'down',
          codec: 'h264',
          packets: 10,
          loss_mp: 300, // 0.3 is per cent, not a fraction
          width: 1280,
          height: 720,
          fps: 30,
        },
      ],
    })
  })

  it('with the least a record can state: nothing else is stated', () => {
    const least = observe({ leg_id: 'a', start: START })
    const { eventId, ...rest } = least
    expect(rest).toEqual({
      subject: 'leg',
      platform: 'generic',
      sourceKind: 'generic',
      subjectId: 'instance:a',
      eventNamed: true,
      rev: START_MS,
      event_ms: START_MS,
      start_ms: START_MS,
    })
    expect(eventId).toMatch(/^instance:6:stated/u)
  })

  it('takes null and blank text for not stated, and 0 for a figure', () => {
    const record = { leg_id: 'a', start: START, address: null, phone: ' ', protocol: '', mos: null, duration_s: 0 }
    const observation = observe(record)
    expect(observation).not.toHaveProperty('farEnd')
    expect(observation).not.toHaveProperty('protocol')
    expect(observation['duration_ms']).toBe(0)
  })

  it('names the conference where it has no id', () => {
    expect(observe({ leg_id: 'a', start: START, conference_name: '8123' })).toMatchObject({ name: 'name:8123' })
  })

  it('does not derive a start from an end and a duration', () => {
    const observation = observe({ leg_id: 'a', event: START, end: START, duration_s: 60 })
    expect(observation).not.toHaveProperty('start_ms')
  })

  it('dates the statement by event, else end, else start', () => {
    const end = '2026-03-02T09:30:00Z'
    expect(observe({ leg_id: 'a', start: START, end })['event_ms']).toBe(START_MS + 30 * MINUTE)
    expect(observe({ leg_id: 'a', start: START, end, event: START })['event_ms']).toBe(START_MS)
  })

  it('keeps an end code of the list only, and counts another as not read', () => {
    const outcome = decoded(decodeGeneric, JSON.stringify({ leg_id: 'a', start: START, end_code: 'Ada hung up' }))
    expect(outcome.observations[0]).not.toHaveProperty('end_code')
    expect(outcome.ignored).toBe(1)
  })

  it('counts what it does not read, at any depth, by number', () => {
    const record = { leg_id: 'a', start: START, notes: 'x', more: { deep: [1, 2, { x: null }] }, media: [] }
    expect(decoded(decodeGeneric, JSON.stringify(record)).ignored).toBe(4)
  })
})

describe('a conference', () => {
  it('has its own id and no far end', () => {
    const record = {
      subject: 'conference',
      conference_id: 'c',
      start: START,
      address: 'ada@example.org',
      kind: 'guest',
    }
    const observation = observe(record)
    expect(observation).toMatchObject({ subject: 'conference', subjectId: 'instance:c' })
    for (const field of ['inConference', 'farEnd', 'kindHint', 'name']) expect(observation).not.toHaveProperty(field)
  })
})

describe('no media, written as zero', () => {
  it('is no quality: 0 packets have no loss, jitter or rate', () => {
    const zero = { kind: 'audio', dir: 'up', codec: 'opus', packets: 0, lost: 0, loss_pct: 0, jitter_ms: 0, kbps: 0 }
    expect(withMedia([zero])['media']).toEqual([{ ...medium, kind: 'audio', dir: 'up', codec: 'opus', packets: 0 }])
  })

  it('is no picture: a size or rate of 0 is not stated', () => {
    expect(withMedia([{ kind: 'video', dir: 'up', width: 0, height: 0, fps: 0 }])).not.toHaveProperty('media')
  })

  it('has no MOS, not even 4.5', () => {
    const zero = { kind: 'audio', dir: 'up', packets: 0 }
    expect(withMedia([zero, { ...zero, dir: 'down' }], 4.5)).not.toHaveProperty('mos_c')
    expect(withMedia([zero, { ...zero, dir: 'down', packets: 1 }], 4.5)['mos_c']).toBe(450)
    expect(withMedia([], 4.5)['mos_c']).toBe(450)
  })
})

describe('times', () => {
  it.each([
    ['winter', '2026-01-15 10:00:00', '2026-01-15T09:00:00Z'],
    ['summer', '2026-07-15T10:00:00', '2026-07-15T08:00:00Z'],
    ['in the gap of spring: moved on by the gap', '2026-03-29T02:30:00', '2026-03-29T01:30:00Z'],
    ['twice in autumn: the first', '2026-10-25T02:30:00', '2026-10-25T00:30:00Z'],
    ['with an offset of its own, which wins', '2026-07-15T10:00:00-04:00', '2026-07-15T14:00:00Z'],
  ])('local, %s', (_, text, expected) => {
    expect(startOf(text, 'Europe/Amsterdam')).toBe(Date.parse(expected))
  })
})

describe('identity of a statement without an id', () => {
  it('is what it states: not the order of its members, nor the zone of its times, nor what is not read', () => {
    const one = { leg_id: 'a', start: START, links: ['x', 'y'], media: [{ kind: 'audio', dir: 'up', packets: 3 }] }
    const same = {
      media: [{ packets: 3.0, dir: 'up', kind: 'audio' }],
      links: ['y', 'x'],
      start: '2026-03-02T10:00:00.000+01:00',
      more: 1,
      leg_id: 'a',
      phone: null,
    }
    expect(eventOf(same)).toBe(eventOf(one))
  })

  it('differs with each thing it states', () => {
    const base = { leg_id: 'a', start: START }
    const variants = [
      base,
      { ...base, leg_id: 'b' },
      { ...base, rev: 1 },
      { ...base, end: START },
      { ...base, answer: START },
      { ...base, address: 'x' },
      { ...base, phone: 'x' },
      { ...base, links: ['x'] },
      { ...base, links: ['x', 'x'] },
      { ...base, duration_s: 1 },
      { ...base, encrypted: true },
      { ...base, media: [{ kind: 'audio', dir: 'up', packets: 1 }] },
      { ...base, media: [{ kind: 'audio', dir: 'up', lost: 1 }] },
      { ...base, media: [{ kind: 'audio', dir: 'down', packets: 1 }] },
      { subject: 'conference', conference_id: 'a', start: START },
    ]
    expect(new Set(variants.map(eventOf)).size).toBe(variants.length)
  })
})
