import { describe, expect, test } from 'vitest'
import { mediaEntry, type MediaEntry, observation } from '../../../schemas/observation.ts'
import type { IdentifiedObservation } from '../../../services/ingest/identified.ts'
import { tuple } from '../../../services/ingest/identified.ts'
import { createNumbering } from '../../../services/ingest/pseudonymise/numbering.ts'
import { observe } from '../../../services/ingest/pseudonymise/observe.ts'
import { rowOf } from '../../../services/ingest/pseudonymise/row.ts'
import { bare, contextOf, hmacKeys, id, keptOf, NOON, SOURCE, stated } from './observed.ts'

const MEDIUM: MediaEntry = {
  kind: 'video',
  dir: 'down',
  codec: 'h264',
  packets: 1,
  lost: 2,
  loss_mp: 3,
  loss_max_mp: 4,
  jitter_us: 5,
  jitter_max_us: 6,
  rtt_us: 7,
  kbps: 8,
  width: 9,
  height: 10,
  fps: 11,
  active_ms: 12,
  samples: 13,
}

/** What goes through as it is: a different value in each. */
const PLAIN = {
  rev: 43,
  event_ms: NOON,
  start_ms: NOON - 9_000,
  answer_ms: NOON - 8_000,
  end_ms: NOON - 1_000,
  duration_ms: 7_000,
  ring_ms: 1_001,
  role: 'host',
  measuring_point: 'client',
  protocol: 'webrtc',
  direction: 'out',
  service: 'lecture',
  network: 'wifi',
  transport: 'tls',
  encrypted: false,
  bw_up_kbps: 101,
  bw_down_kbps: 102,
  device_class: 'gateway',
  end_class: 'busy',
  end_code: 'USER_BUSY',
  sip_code: 486,
  q850: 17,
  win_good: 21,
  win_ok: 22,
  win_bad: 23,
  win_terrible: 24,
  alarm_loss_mp: 31,
  alarm_jitter_mp: 32,
  alarm_rtt_mp: 33,
  mos_c: 433,
  rating: 5,
  media: [MEDIUM],
} as const satisfies Partial<IdentifiedObservation>

/** A record that states everything that there is to state. */
const FULL: IdentifiedObservation = {
  ...bare(),
  ...PLAIN,
  subjectId: id('instance', 'leg-1'),
  links: [id('instance', 'leg-3'), id('instance', 'leg-2')],
  inConference: id('instance', 'meeting-1'),
  name: id('name', 'Weekstart'),
  eventId: id('instance', 'event-1'),
  recordId: id('instance', 'record-1'),
  farEnd: [id('address', 'sip:Jan@klant.example;transport=tls')],
  ip: id('ip', '192.0.2.77'),
  label: id('label', 'DLF'),
  equipment: id('equipment', 'TANDBERG/529 (ce9.15.3.abc1234) Cisco-SX20'),
}

describe('the way of each field, under numbered keys', () => {
  test('a record that states everything', () => {
    const keys = createNumbering()
    expect(keptOf(FULL, contextOf({ keys }))).toEqual({
      tenant_id: 'acme',
      fact_day: '2026-11-10',
      subject: 'leg',
      subject_key: 'leg:1',
      event_key: 'event:1',
      record_key: 'record:1',
      config_rev: 7,
      links: ['leg:2', 'leg:3'],
      in_conference: 'conference:1',
      name_key: 'name:1',
      person_key: 'person:1',
      person_ident: 'address',
      kind: 'user',
      internal: true,
      mark: null,
      platform: 'pexip',
      source_id: SOURCE,
      room_id: null,
      site: 'site-utrecht',
      site_by: 'ip',
      vendor: 'Cisco',
      model: 'SX20',
      software: '9.15',
      ...PLAIN,
    })
  })

  test('a record that states nothing leaves nulls, never empty text and never 0', () => {
    const { start_ms: _, ...nothing } = bare()
    const { ...body } = keptOf(nothing, contextOf({ keys: createNumbering() }))
    expect(stated(body)).toEqual({
      tenant_id: 'acme',
      fact_day: '2026-11-10',
      subject: 'leg',
      subject_key: 'leg:1',
      event_key: 'event:1',
      rev: 42,
      config_rev: 7,
      platform: 'pexip',
      source_id: SOURCE,
      event_ms: NOON,
    })
    expect(body.links).toEqual([])
    expect(body.media).toEqual([])
  })

  test('a conference', () => {
    const meeting = bare({
      subject: 'conference',
      subjectId: id('instance', 'meeting-1'),
      links: [id('instance', 'correlator-1')],
      service: 'meeting',
    })
    const context = contextOf({ keys: createNumbering() })
    expect(stated(keptOf(meeting, context))).toMatchObject({
      subject: 'conference',
      subject_key: 'conference:1',
      links: ['conference:2'],
      service: 'meeting',
    })
    // what a leg calls its conference is the conference's own key
    expect(keptOf(bare({ inConference: id('instance', 'meeting-1') }), context).in_conference).toBe('conference:1')
  })

  test('fact_day is the UTC day of the start where it is stated, else of the event', () => {
    const { start_ms: _, ...unstated } = bare({ event_ms: Date.parse('2026-11-11T00:00:00Z') })
    expect(keptOf(unstated, contextOf()).fact_day).toBe('2026-11-11')
    const start_ms = Date.parse('2026-11-09T23:59:59.999Z')
    expect(keptOf({ ...unstated, start_ms }, contextOf()).fact_day).toBe('2026-11-09')
  })

  test('what the record says of the device goes before what its user agent says', () => {
    const seen = { equipment: id('equipment', 'TANDBERG/529 (ce9.15.3.abc1234) Cisco-SX20') }
    expect(keptOf(bare(seen), contextOf()).device_class).toBe('room')
    expect(keptOf(bare({ ...seen, device_class: 'phone' }), contextOf()).device_class).toBe('phone')
  })
})

describe('links', () => {
  const many = bare({
    subjectId: id('instance', 'LEG-1'),
    links: ['c', 'a', 'b', 'a', 'LEG-1', 'c'].map((one) => id('instance', one)),
  })

  test('are sorted, distinct, of the subject’s own kind, and never its own key', () => {
    const keys = hmacKeys()
    const { links, subject_key } = keptOf(many, contextOf({ keys }))
    const expected = ['a', 'b', 'c'].map((one) => keys.key('leg', '' as never, 'leg', one))
    expect(links).toEqual(expected.toSorted())
    expect(links).not.toContain(subject_key)
  })

  test('know a UUID in any case as the subject’s own', () => {
    const uuid = '6b1f7a34-0c44-4e2f-9f57-0d6a3e5d0001'
    const own = bare({ subjectId: id('instance', uuid), links: [id('instance', ` ${uuid.toUpperCase()} `)] })
    expect(keptOf(own, contextOf()).links).toEqual([])
  })

  test('are the keys by which the other record knows itself', () => {
    const context = contextOf()
    const other = keptOf(bare({ subjectId: id('instance', 'b') }), context)
    expect(keptOf(many, context).links).toContain(other.subject_key)
  })
})

const context = contextOf()
const of = (more: Partial<IdentifiedObservation>) => keptOf(bare(more), context)

describe('keys', () => {
  test('are of the form that is stored, in every key column', () => {
    const body = keptOf(FULL, context)
    const { line } = rowOf(body)
    const hash = /"([0-9a-f]{32})"\]$/u.exec(line)?.[1] ?? ''
    const dashed = hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
    expect(observation.safeParse({ ...body, content_hash: dashed }).error?.issues).toBeUndefined()
  })

  test('an event is told by source kind and identity, whatever else the record says', () => {
    const { event_key } = of({})
    expect(of({ rev: 99, role: 'host', event_ms: NOON + 5 }).event_key).toBe(event_key)
    expect(of({ eventId: id('instance', 'event-2') }).event_key).not.toBe(event_key)
    expect(of({ sourceKind: 'pexip_history' }).event_key).not.toBe(event_key)
    // parts of an identity cannot be shifted into each other
    const shifted = [tuple('a', 'bc'), tuple('ab', 'c')].map((text) => of({ eventId: id('instance', text) }).event_key)
    expect(new Set(shifted).size).toBe(2)
  })

  test('the same id is another key for a leg, a conference, a record, an event and a name', () => {
    const keys = [
      of({ subjectId: id('instance', 'x') }).subject_key,
      of({ subject: 'conference', subjectId: id('instance', 'x') }).subject_key,
      of({ eventId: id('instance', 'x') }).event_key,
      of({ recordId: id('instance', 'x') }).record_key,
      of({ name: id('name', 'x') }).name_key,
      of({ subject: 'conference', subjectId: id('name', 'x'), subjectNamed: true }).subject_key,
    ]
    expect(new Set(keys).size).toBe(6)
  })

  test('names and persons rotate with the month; legs, conferences, records and events do not', () => {
    const columns = [
      'subject_key',
      'event_key',
      'record_key',
      'links',
      'in_conference',
      'name_key',
      'person_key',
    ] as const
    const november = keptOf({ ...FULL, start_ms: NOON }, context)
    const october = keptOf({ ...FULL, start_ms: NOON - 30 * 86_400_000 }, context)
    const same = columns.filter((column) => JSON.stringify(november[column]) === JSON.stringify(october[column]))
    expect(same).toEqual(['subject_key', 'event_key', 'record_key', 'links', 'in_conference'])
  })

  test('a conference without an id is known within its month only', () => {
    const [day, nextDay, monthBefore] = [0, 1, -30].map((days) => {
      const start_ms = NOON + days * 86_400_000
      return of({ subject: 'conference', subjectId: id('name', 'a'), subjectNamed: true, start_ms }).subject_key
    })
    expect(nextDay).toBe(day)
    expect(monthBefore).not.toBe(day)
  })

  test('a name is one name however it is written, and a blank one is none', () => {
    expect(of({ name: id('name', ' WEEK\u200bstart ') }).name_key).toBe(of({ name: id('name', 'weekstart') }).name_key)
    expect(of({ name: id('name', ' \u200b ') }).name_key).toBeNull()
  })

  test('whoever decodes it again gets the same row, byte for byte', () => {
    expect(rowOf(keptOf(FULL, contextOf()))).toEqual(rowOf(keptOf(FULL, contextOf())))
  })
})

/** A generic record in which every id is one that anybody may have chosen, but maybe the leg's. */
const generic = (leg: string): IdentifiedObservation =>
  bare({
    platform: 'generic',
    sourceKind: 'generic',
    subjectId: id('instance', leg),
    links: [id('instance', '7')],
    inConference: id('instance', '9'),
    recordId: id('instance', '3'),
  })

describe('ids of two sources', () => {
  const [one, other] = [contextOf({ sourceId: 'pbx-east' }), contextOf({ sourceId: 'pbx-west' })]
  const keysOf = (record: IdentifiedObservation, context: typeof one) => {
    const { subject_key, links, in_conference, event_key, record_key } = keptOf(record, context)
    return [subject_key, ...links, in_conference, event_key, record_key]
  }

  test('that anybody may have chosen are of their source alone', () => {
    const here = keysOf(generic('1'), one)
    expect(keysOf(generic('1'), one)).toEqual(here)
    const there = keysOf(generic('1'), other)
    expect(there.filter((key) => here.includes(key))).toEqual([])
    expect(keptOf(generic('7'), one).subject_key).toBe(here[1])
  })

  test('that are unique by their form are one, and so are those of a platform', () => {
    const uuid = '6b1f7a34-0c44-4e2f-9f57-0d6a3e5d0001'
    expect(keptOf(generic(uuid), one).subject_key).toBe(keptOf(generic(uuid.toUpperCase()), other).subject_key)
    expect(keptOf(generic(uuid), one).event_key).toBe(keptOf(generic(uuid), other).event_key)
    expect(keysOf(FULL, one)).toEqual(keysOf(FULL, other))
  })
})

describe('the first day of a month', () => {
  const first = Date.parse('2026-11-01T09:00:00Z')
  const person = { farEnd: [id('address', 'jan@klant.example')], name: id('name', 'weekstart') }

  test('without a stated start: neither person nor name, all else stays, and it is told', () => {
    const { start_ms: _, ...record } = bare({ ...person, event_ms: first, role: 'host' })
    const observed = observe(record, contextOf())
    if (observed.outcome !== 'kept') throw new Error('dropped')
    expect(observed.withheld).toEqual(['person_key', 'name_key'])
    expect(observed.observation).toMatchObject({
      person_key: null,
      person_ident: null,
      name_key: null,
      kind: 'user',
      internal: true,
      role: 'host',
    })
  })

  test('with a stated start: both, of the month in which it started', () => {
    const context = contextOf()
    const before = keptOf(bare({ ...person, event_ms: first, start_ms: first - 12 * 3_600_000 }), context)
    const october = keptOf(bare({ ...person, start_ms: first - 86_400_000 * 5 }), context)
    expect(before.person_key).toBe(october.person_key)
    expect(before.name_key).toBe(october.name_key)
  })

  test('nothing is told to be held back that is not there', () => {
    const { start_ms: _, ...record } = bare({ event_ms: first })
    expect(observe(record, contextOf())).toMatchObject({ withheld: [] })
    const guest = { ...record, farEnd: [id('typed', 'Jan')], name: id('name', ' ') }
    expect(observe(guest, contextOf())).toMatchObject({ withheld: [] })
  })
})

test('a medium is kept as the decoder gave it', () => {
  expect(mediaEntry.parse(MEDIUM)).toEqual(MEDIUM)
  expect(keptOf(FULL, contextOf()).media).toEqual([MEDIUM])
})
