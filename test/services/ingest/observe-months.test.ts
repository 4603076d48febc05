/**
 * Two months of an organisation through decoders and entry under the product's keyring (design, section 5, MUST): what
 * stands in both months is what was declared or is a closed word, and nothing else. And what is left of a month whose
 * keys were destroyed.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Platform } from '../../../schemas/states.ts'
import { observation } from '../../../schemas/observation.ts'
import type { Keyring } from '../../../services/ingest/keys/keyring.ts'
import { EQUIPMENT_MODELS, EQUIPMENT_VENDORS } from '../../../services/ingest/pseudonymise/equipment/index.ts'
import { epochOf, inFirst24h } from '../../../services/ingest/pseudonymise/epoch.ts'
import { type Epoch, EpochClosed } from '../../../services/ingest/pseudonymise/keymaker.ts'
import { observe, statedInstant } from '../../../services/ingest/pseudonymise/observe.ts'
import type { ObservationBody } from '../../../services/ingest/pseudonymise/row.ts'
import { createWorld, deliveriesOf, type Meeting } from '../../../services/simulator/index.ts'
import { createRandom } from '../../../services/simulator/random.ts'
import { createKeyBench, type KeyBench } from './keys/store.ts'
import { contextOf, decodedOf, keptOf, SEED } from './observed.ts'

const DAY_MS = 86_400_000
const ZONE = 'Europe/Amsterdam'
const OCTOBER = '2026-10' as Epoch
const NOVEMBER = '2026-11' as Epoch

const world = createWorld({
  seed: SEED,
  tenantId: 'acme',
  zone: ZONE,
  country: 'NL',
  domain: 'voorbeeld.example',
  people: 12,
  firstDay: '2026-10-01',
  days: 61,
})

/** One room and one site are declared; the organisation's others are not, so their rooms are treated as people's endpoints. */
const SETTINGS = {
  domains: ['voorbeeld.example'],
  sites: [
    {
      id: 'site-utrecht',
      name: 'Utrecht',
      ranges: ['198.51.100.0/24'],
      labels: [{ label: 'Utrecht' }],
    },
  ],
  rooms: [{ id: 'room-wad', name: 'Waddenzee', aliases: ['zaal.waddenzee@voorbeeld.example'], site: 'site-utrecht' }],
} as const

interface Sent {
  readonly platform: Platform
  readonly body: string
  /** Of a meeting that takes place in both months: the meeting and its legs are the same ones in both. */
  readonly throughTurn: boolean
}

/** The same people, rooms, names, addresses and machines in both months, and guests of a third platform every morning. */
function twoMonths(): Sent[] {
  const through = world.meetings.filter((meeting) => monthsOf(meeting).size > 1)
  const within = world.meetings.filter((meeting) => monthsOf(meeting).size === 1)
  return [...toldOf(within, SEED, false), ...toldOf(through, SEED + 1, true), ...guests()]
}

function monthsOf({ startMs, endMs, participations }: Meeting): Set<Epoch> {
  const joins = participations.map(({ joinMs }) => joinMs)
  return new Set([startMs, endMs, ...joins].map((ms) => epochOf(ms, ZONE)))
}

/** @param seed of the senders: two with the same would number their records alike */
function toldOf(meetings: readonly Meeting[], seed: number, throughTurn: boolean): Sent[] {
  const { installation } = world.organisation
  return [...deliveriesOf(meetings, { seed, installation, order: 'clean' })].map(({ platform, body }): Sent => ({
    platform,
    body: body.toString(),
    throughTurn,
  }))
}

function guests(): Sent[] {
  const random = createRandom(SEED)
  const sent: Sent[] = []
  const last = Date.parse('2026-11-30T08:00:00Z')
  for (let morning = Date.parse('2026-10-01T08:00:00Z'); morning <= last; morning += DAY_MS) {
    const generic = {
      start: new Date(morning).toISOString(),
      end: new Date(morning + 600_000).toISOString(),
      conference_name: 'Terugbelnummer',
      directory_id: '7d9f2a30-0f5e-4a8e-9a5b-2f1c3d4e5f60',
      phone: '+31612345678',
      ip: '198.51.100.7',
      location: 'Utrecht',
      equipment: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/145.0',
      media: [{ kind: 'audio', dir: 'up', codec: 'opus', packets: 10, lost: 1 }],
      end_code: 'NORMAL_CLEARING',
      measured_at: 'client',
      role: 'guest',
    }
    const people = [
      { leg_id: random.uuid(), ...generic },
      { leg_id: random.uuid(), ...generic, phone: undefined },
      { leg_id: random.uuid(), ...generic, record_id: random.uuid(), address: 'eva.smit@voorbeeld.example' },
    ]
    for (const record of people) {
      sent.push({ platform: 'generic', body: JSON.stringify(record), throughTurn: false })
    }
  }
  return sent
}

/** Every text of a row with the column that it stands in. */
function textsOf(body: ObservationBody): [column: string, text: string][] {
  return Object.entries(body).flatMap(([column, value]): [string, string][] => {
    if (typeof value === 'string') return [[column, value]]
    if (!Array.isArray(value)) return []
    return (value as unknown[]).flatMap((item): [string, string][] => {
      if (typeof item === 'string') return [[column, item]]
      const parts = Object.entries(item as object) as [string, unknown][]
      return parts.flatMap(([part, text]) => (typeof text === 'string' ? [[`${column}.${part}`, text]] : []))
    })
  })
}

/** What may stand in two months, with what it can be. Every column that is not here must differ. */
const LASTING: Readonly<Record<string, (text: string) => boolean>> = {
  tenant_id: (text) => text === 'acme',
  source_id: (text) => text === 'pexip-hq',
  // In UTC: November begins on its 31 October.
  fact_day: (text) => /^2026-1[01]-\d\d$/u.test(text),
  room_id: (text) => text === 'room-wad',
  site: (text) => ['site-utrecht', 'remote', 'ambiguous'].includes(text),
  vendor: (text) => EQUIPMENT_VENDORS.has(text),
  model: (text) => EQUIPMENT_MODELS.has(text),
  software: (text) => /^\d{1,3}\.\d{1,4}$/u.test(text),
  end_code: (text) => /^[A-Za-z_]{1,60}$/u.test(text),
  ...Object.fromEntries(
    (
      [
        'subject',
        'person_ident',
        'kind',
        'role',
        'platform',
        'measuring_point',
        'protocol',
        'direction',
        'service',
        'site_by',
        'device_class',
        'end_class',
      ] as const
    ).map((column) => [column, (text: string) => observation.shape[column].safeParse(text).success]),
  ),
  ...Object.fromEntries(
    (['kind', 'dir', 'codec'] as const).map((part) => [
      `media.${part}`,
      (text: string) => observation.shape.media.element.shape[part].safeParse(text).success,
    ]),
  ),
}

let bench: KeyBench
let keyring: Keyring
const rows: {
  readonly epoch: Epoch
  readonly day: string
  readonly throughTurn: boolean
  readonly body: ObservationBody
}[] = []

beforeAll(async () => {
  bench = await createKeyBench()
  keyring = await bench.keyring()
  await keyring.prepare('acme', new Set([OCTOBER, NOVEMBER]))
  const context = contextOf({ settings: SETTINGS, keys: keyring.maker('acme') })
  for (const { platform, body, throughTurn } of twoMonths()) {
    for (const identified of decodedOf(platform, body)) {
      const kept = keptOf(identified, context)
      rows.push({ epoch: epochOf(statedInstant(identified), ZONE), day: kept.fact_day, throughTurn, body: kept })
    }
  }
})
afterAll(() => bench.close())

/** What a meeting or leg is known by: one that began in October is the same one in November. */
const INSTANCE: ReadonlySet<string> = new Set(['subject_key', 'in_conference', 'links'])

function textsOfMonth(month: Epoch): Map<string, Set<string>> {
  const texts = new Map<string, Set<string>>()
  for (const { epoch, throughTurn, body } of rows) {
    if (epoch !== month) continue
    for (const [column, text] of textsOf(body)) {
      if (throughTurn && INSTANCE.has(column)) continue
      texts.set(column, (texts.get(column) ?? new Set<string>()).add(text))
    }
  }
  return texts
}

/** Every text of a column that must differ from month to month. */
function keysOfMonth(month: Epoch): Set<string> {
  return new Set([...textsOfMonth(month)].flatMap(([column, texts]) => (column in LASTING ? [] : [...texts])))
}

describe('October and November of the same organisation', () => {
  test('the same people, names and machines come back day after day within a month', () => {
    expect(rows.length).toBeGreaterThan(3000)
    for (const column of ['person_key', 'name_key'] as const) {
      const days = new Map<string, Set<string>>()
      for (const { day, body } of rows) {
        const key = body[column]
        if (key !== null) days.set(key, (days.get(key) ?? new Set<string>()).add(day))
      }
      expect(Math.max(...[...days.values()].map((some) => some.size))).toBeGreaterThan(15)
    }
  })

  test('each month has people in meetings that last through its turn', () => {
    for (const month of [OCTOBER, NOVEMBER]) {
      const night = rows.filter(({ epoch, throughTurn }) => throughTurn && epoch === month)
      expect(night.filter(({ body }) => body.person_key !== null).length).toBeGreaterThan(0)
    }
  })

  test('and each of their legs has one key of its person, that of the month in which it began', () => {
    const keys = new Map<string, Set<string>>()
    for (const { throughTurn, body } of rows) {
      if (!throughTurn || body.subject !== 'leg' || body.person_key === null) continue
      keys.set(body.subject_key, (keys.get(body.subject_key) ?? new Set<string>()).add(body.person_key))
    }
    expect([...keys.values()].filter((some) => some.size > 1)).toEqual([])
  })

  test('each month has every lasting column, so that there is something to compare', () => {
    for (const month of [OCTOBER, NOVEMBER]) {
      expect([...textsOfMonth(month).keys()]).toEqual(expect.arrayContaining(Object.keys(LASTING)))
    }
  })

  test('what stands in both was declared or is a word of a closed list', () => {
    const november = textsOfMonth(NOVEMBER)
    for (const [column, texts] of textsOfMonth(OCTOBER)) {
      const both = [...texts].filter((text) => november.get(column)?.has(text) === true)
      expect(column in LASTING ? [] : both, column).toEqual([])
    }
  })

  test('and a lasting column holds nothing else in any row', () => {
    for (const { body } of rows) {
      for (const [column, text] of textsOf(body)) {
        expect(LASTING[column]?.(text) ?? true, `${column}: ${text}`).toBe(true)
      }
    }
  })

  test('no text moved to another column of the other month either', () => {
    const november = keysOfMonth(NOVEMBER)
    expect([...keysOfMonth(OCTOBER)].filter((text) => november.has(text))).toEqual([])
  })
})

test('a month whose keys were destroyed is refused, and the other one is not', async () => {
  const destroyed = await createKeyBench()
  const ring = await destroyed.keyring()
  await ring.prepare('acme', new Set([OCTOBER, NOVEMBER]))
  await ring.destroyEpoch('acme', OCTOBER)
  await ring.prepare('acme', new Set([OCTOBER, NOVEMBER]))
  const context = contextOf({ settings: SETTINGS, keys: ring.maker('acme') })
  const outcomes = new Map<string, Set<string>>()
  for (const { platform, body } of twoMonths()) {
    for (const identified of decodedOf(platform, body)) {
      if (identified.farEnd === undefined || identified.name === undefined) continue
      // Of the month's first day, where the start is not stated, nothing is kept that would need its keys.
      if (identified.start_ms === undefined && inFirst24h(identified.event_ms, ZONE)) continue
      const epoch = epochOf(statedInstant(identified), ZONE)
      const seen = outcomes.get(epoch) ?? new Set<string>()
      outcomes.set(epoch, seen)
      try {
        seen.add(observe(identified, context).outcome)
      } catch (error) {
        seen.add(error instanceof EpochClosed ? 'closed' : 'bug')
      }
    }
  }
  expect(Object.fromEntries(outcomes)).toEqual({
    [OCTOBER]: new Set(['closed']),
    [NOVEMBER]: new Set(['kept']),
  })
  await destroyed.close()
})
