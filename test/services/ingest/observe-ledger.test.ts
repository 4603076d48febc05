/** Erased and objecting persons (issue 3, line 8): what their legs leave behind, column by column. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark } from '../../../schemas/states.ts'
import { type IdentifiedObservation, Identifier } from '../../../services/ingest/identified.ts'
import { canonicalPerson } from '../../../services/ingest/pseudonymise/canonicalise.ts'
import { createLedgerReader, ledgerHmac } from '../../../services/ingest/pseudonymise/ledger.ts'
import { observe } from '../../../services/ingest/pseudonymise/observe.ts'
import { rowOf } from '../../../services/ingest/pseudonymise/row.ts'
import { bare, contextOf, type Given, hmacKeys, id, keptIn, keptOf, NOON, SEED, stated } from './observed.ts'
import { spelling } from './pseudonymise/spellings.ts'

const keys = hmacKeys()

/** A ledger of the product that knows one person. */
function ledger(mark: Mark, fromMs: number, kind: 'address' | 'number' | 'directory', text: string) {
  const person = canonicalPerson(new Identifier(kind, text), 'NL')
  if (person === null) throw new Error('names nobody')
  return createLedgerReader(new Map([[ledgerHmac(person, keys), [{ mark, fromMs }]]]), keys)
}

const LEG = bare({
  links: [id('instance', 'leg-9'), id('instance', 'leg-2')],
  inConference: id('instance', 'meeting-1'),
  name: id('name', 'weekstart'),
  recordId: id('instance', 'record-1'),
  farEnd: [id('address', 'jan@klant.example')],
  ip: id('ip', '192.0.2.1'),
  equipment: id('equipment', 'TANDBERG/529 (ce9.15.3.abc1234) Cisco-SX20'),
  label: id('label', 'UTR'),
  role: 'host',
  protocol: 'sip',
  end_class: 'normal_self',
  duration_ms: 60_000,
  mos_c: 400,
  encrypted: true,
})

const T = NOON
const context = (given: Given = {}) => contextOf({ keys, ...given })
const erased = (given: Given = {}) => context({ ledger: ledger('erased', T, 'address', 'jan@klant.example'), ...given })
const objecting = (given: Given = {}) =>
  context({ ledger: ledger('objected', T - 86_400_000, 'address', 'jan@klant.example'), ...given })

describe('the tombstone of an erased person', () => {
  const plain = keptOf(LEG, context())
  const stone = keptOf(LEG, erased())

  test('says tenant, key, links, day and mark, and nothing else', () => {
    expect(stated(stone)).toEqual({
      tenant_id: 'acme',
      fact_day: '2026-11-10',
      subject: 'leg', // what the key is the key of
      subject_key: plain.subject_key,
      event_key: expect.stringMatching(/^[0-9a-f-]{36}$/u) as string,
      rev: 0,
      config_rev: 0, // the column is not nullable; 0 is no configuration
      links: plain.links,
      mark: 'erased',
    })
    expect(stone.links).toHaveLength(2)
    expect(rowOf(stone).tombstone).toBe(true)
  })

  test('its event is the erasure of this leg: the same from every record, source and configuration, and of no other leg', () => {
    const other: IdentifiedObservation = {
      ...LEG,
      sourceKind: 'cms_cdr',
      platform: 'cms',
      eventId: id('instance', 'event-2'),
      rev: 99,
      event_ms: NOON + 1,
      end_class: 'busy',
    }
    const again = keptOf(other, erased({ sourceId: 'cms-hq', settings: { configRev: 8 } }))
    expect(rowOf(again).line).toBe(rowOf(stone).line)
    expect(stone.event_key).not.toBe(plain.event_key)
    const another = keptOf({ ...LEG, subjectId: id('instance', 'leg-7') }, erased())
    expect(another.event_key).not.toBe(stone.event_key)
  })

  test('is left by a tenant that keeps no participants, too', () => {
    expect(stated(keptOf(LEG, erased({ settings: { mode: 'rooms-only' } })))).toEqual(stated(stone))
  })

  test.each<[string, Partial<IdentifiedObservation>, boolean]>([
    ['started just before T', { start_ms: T - 1 }, true],
    ['started at T', { start_ms: T }, false],
    ['started before T, heard of after it', { start_ms: T - 1, event_ms: T + 1 }, true],
    ['started after T, by its own word', { start_ms: T + 1, event_ms: T - 1 }, false],
  ])('a leg that %s', (_, times, isErased) => {
    expect(keptOf({ ...LEG, ...times }, erased()).mark === 'erased').toBe(isErased)
  })

  test('without a stated start the event decides', () => {
    const { start_ms: _, ...leg } = LEG
    expect(keptOf({ ...leg, event_ms: T - 1 }, erased()).mark).toBe('erased')
    expect(keptOf({ ...leg, event_ms: T }, erased()).mark).toBeNull()
  })
})

describe('a leg of an erased person that may have begun before T', () => {
  const { start_ms: _, ...leg } = LEG
  const day = 86_400_000

  test.each([
    ['at T', T, true],
    ['less than 24 hours after T', T + day - 1, true],
    ['24 hours after T: it began after T', T + day, false],
  ])('heard of %s, its start not stated', (_when, event_ms, inDoubt) => {
    const observed = observe({ ...leg, event_ms }, erased())
    expect(observed).toMatchObject({ withheld: inDoubt ? ['person_key', 'name_key'] : [] })
    expect(keptIn(observed)).toMatchObject({ mark: null, kind: 'user' })
    expect(keptIn(observed).person_key === null).toBe(inDoubt)
  })

  test('with its start stated there is no doubt', () => {
    expect(observe({ ...LEG, start_ms: T, event_ms: T + 1 }, erased())).toMatchObject({ withheld: [] })
  })
})

describe('the leg of an objecting person', () => {
  test('is the same leg without person, name, equipment and software, and marked', () => {
    const plain = keptOf(LEG, context())
    const marked = keptOf(LEG, objecting())
    const gone = ['name_key', 'person_key', 'person_ident', 'vendor', 'model', 'software', 'device_class']
    for (const column of gone) expect(plain, column).not.toHaveProperty(column, null)
    expect(marked).toEqual({
      ...plain,
      ...Object.fromEntries(gone.map((column) => [column, null])),
      mark: 'objected',
    })
    expect(rowOf(marked)).toMatchObject({ tombstone: false, person_key: null })
  })

  test('loses the equipment that the record states itself, too', () => {
    expect(keptOf({ ...LEG, device_class: 'phone' }, objecting()).device_class).toBeNull()
  })

  test('nothing counts as held back by the epoch rule: it is not there at all', () => {
    const { start_ms: _, ...leg } = LEG
    const first = Date.parse('2026-11-01T10:00:00Z')
    const all = context({ ledger: ledger('objected', 0, 'address', 'jan@klant.example') })
    expect(observe({ ...leg, event_ms: first }, all)).toMatchObject({ withheld: [] })
  })

  test('leaves nothing in a tenant that keeps no participants', () => {
    expect(observe(LEG, objecting({ settings: { mode: 'rooms-only' } })).outcome).toBe('dropped')
  })

  test.each([
    ['before T', T - 86_400_001, null],
    ['from T on', T - 86_400_000, 'objected'],
  ])('%s', (_, start_ms, mark) => {
    expect(keptOf({ ...LEG, start_ms }, objecting()).mark).toBe(mark)
  })
})

describe('a marked person is recognised', () => {
  test('under every spelling', () => {
    fc.assert(
      fc.property(spelling, fc.constantFrom('address' as const, 'typed' as const), (write, kind) => {
        const leg = { ...LEG, farEnd: [id(kind, write({ user: 'jan', host: 'klant.example' }))] }
        expect(keptOf(leg, erased()).mark).toBe('erased')
        expect(keptOf(leg, objecting()).mark).toBe('objected')
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  test.each([
    id('number', '06 - 12 34 56 78'),
    id('number', '0031612345678'),
    id('address', 'sip:+31612345678@sbc.example;user=phone'),
    id('address', 'tel:0612345678;phone-context=+31'),
    id('address', '"J" <sips:0612345678@203.0.113.7:5061>'),
  ])('by a number, however it is written (%#)', (written) => {
    const by = context({ ledger: ledger('erased', T, 'number', '+31612345678') })
    expect(keptOf({ ...LEG, farEnd: [written] }, by).mark).toBe('erased')
  })

  test('by any identifier of the record, not the first alone', () => {
    const by = context({ ledger: ledger('erased', T, 'directory', '7D9F2A30-0F5E-4A8E-9A5B-2F1C3D4E5F60') })
    const account = id('directory', '{7d9f2a30-0f5e-4a8e-9a5b-2f1c3d4e5f60}'.slice(1, -1))
    expect(keptOf({ ...LEG, farEnd: [...(LEG.farEnd ?? []), account] }, by).mark).toBe('erased')
    expect(keptOf(LEG, by).mark).toBeNull()
  })

  test.each<[string, Partial<IdentifiedObservation>]>([
    ['as a guest', { kindHint: 'guest' }],
    ['as a shadow', { kindHint: 'shadow' }],
    ['as a caller', { kindHint: 'pstn' }],
    ['behind a bridge', { kindHint: 'bridge' }],
    ['beside a declared room', { farEnd: [id('address', 'wad@klant.example'), id('address', 'jan@klant.example')] }],
  ])('%s', (_, more) => {
    expect(keptOf({ ...LEG, ...more }, erased()).mark).toBe('erased')
  })

  test('and nobody else is', () => {
    for (const other of ['piet@klant.example', 'jan@elders.example', 'jan+x@klant.example', 'Jan']) {
      expect(keptOf({ ...LEG, farEnd: [id('address', other)] }, erased()).mark).toBeNull()
    }
    const { farEnd: _, ...silent } = LEG
    expect(keptOf(silent, erased()).mark).toBeNull()
  })
})
