import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IdentifiedObservation, Identifier, KindHint } from '../../../services/ingest/identified.ts'
import { createNumbering } from '../../../services/ingest/pseudonymise/numbering.ts'
import { observe } from '../../../services/ingest/pseudonymise/observe.ts'
import { bare, contextOf, type Given, hmacKeys, id, keptOf, SEED, SETTINGS } from './observed.ts'
import { spelling } from './pseudonymise/spellings.ts'

const seen = (farEnd: readonly Identifier[], more: Partial<IdentifiedObservation> = {}, given: Given = {}) =>
  keptOf(bare({ farEnd, ...more }), contextOf(given))

describe('who is at the far end', () => {
  const typed = id('typed', 'Jan de Vries')
  const address = id('address', 'jan@klant.example')
  const number = id('number', '06-12345678')
  const nobody = id('address', 'anonymous@anonymous.invalid')
  const account = id('directory', '7d9f2a30-0f5e-4a8e-9a5b-2f1c3d4e5f60')

  test.each<[string, readonly Identifier[] | undefined, KindHint | undefined, object]>([
    ['not spoken of', undefined, undefined, { kind: null, internal: null }],
    ['nobody is named', [], undefined, { kind: 'unknown', internal: null }],
    ['anonymous', [nobody], undefined, { kind: 'unknown', internal: null }],
    ['a typed name', [typed], undefined, { kind: 'guest', internal: null }],
    ['a typed address', [id('typed', 'jan@klant.example')], undefined, { kind: 'user', person_ident: 'address' }],
    ['an address', [address], undefined, { kind: 'user', person_ident: 'address', internal: true }],
    ['a number', [number], undefined, { kind: 'pstn', person_ident: 'phone', internal: null }],
    ['an account', [account], undefined, { kind: 'user', person_ident: 'directory', internal: null }],
    ['the best of several', [nobody, number, address], undefined, { kind: 'pstn', person_ident: 'phone' }],
    ['a caller by telephone', [address], 'pstn', { kind: 'pstn', person_ident: 'address', internal: true }],
    ['the other leg of a person', [address], 'shadow', { kind: 'shadow', person_ident: 'address', internal: true }],
  ])('%s', (_, farEnd, kindHint, expected) => {
    const body = keptOf(
      bare({ ...(farEnd && { farEnd }), ...(kindHint && { kindHint }) }),
      contextOf({ keys: createNumbering() }),
    )
    const person = 'person_ident' in expected ? { person_key: 'person:1' } : { person_key: null, person_ident: null }
    expect(body).toMatchObject({ room_id: null, ...person, ...expected })
  })

  test.each<[KindHint, object]>([
    ['guest', { kind: 'guest', internal: null }],
    ['bridge', { kind: 'bridge', internal: true }],
    ['recorder', { kind: 'recorder', internal: true }],
    ['service', { kind: 'service', internal: true }],
  ])('%s: no person, whatever address it has', (kindHint, expected) => {
    const body = seen([address, number, account], { kindHint })
    expect(body).toMatchObject({ ...expected, person_key: null, person_ident: null, room_id: null })
  })

  test('a hint alone says what it is, and nothing of who', () => {
    expect(keptOf(bare({ kindHint: 'recorder' }), contextOf())).toMatchObject({ kind: 'recorder', internal: null })
  })

  test('one person has one key, however the record writes the address, in every source of the tenant', () => {
    const keys = hmacKeys()
    const plain = seen([address], {}, { keys }).person_key
    fc.assert(
      fc.property(spelling, (write) => {
        const written = id('address', write({ user: 'jan', host: 'klant.example' }))
        expect(seen([written], {}, { keys, sourceId: 'cms-hq' }).person_key).toBe(plain)
      }),
      { seed: SEED, numRuns: 300 },
    )
    expect(seen([id('address', 'piet@klant.example')], {}, { keys }).person_key).not.toBe(plain)
    expect(seen([id('directory', 'jan@klant.example')], {}, { keys }).person_key).not.toBe(plain)
  })

  test.each([
    ['an own domain', 'jan@klant.example', true],
    ['in capitals', 'SIP:JAN@KLANT.Example.', true],
    ['another domain', 'jan@elders.example', false],
    ['a subdomain is another domain', 'jan@sub.klant.example', false],
    ['a machine has no domain', 'jan@192.0.2.1', null],
    ['a bare alias has no domain', 'jan', null],
    ['a number at an own domain is a telephone', 'sip:+31612345678@klant.example', null],
  ])('internal: %s', (_, written, internal) => {
    expect(seen([id('address', written)]).internal).toBe(internal)
  })
})

describe('a room that the customer declared', () => {
  test('is known by its alias in every spelling, and is no person', () => {
    fc.assert(
      fc.property(spelling, (write) => {
        const written = id('address', write({ user: 'wad', host: 'klant.example' }))
        expect(seen([written])).toMatchObject({
          kind: 'room',
          room_id: 'room-wad',
          person_key: null,
          person_ident: null,
          internal: true,
          site: 'site-utrecht',
          site_by: 'room',
        })
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  test.each([
    id('number', '030-1234567'),
    id('address', 'tel:+31-30-1234567'),
    id('address', 'sip:0031301234567@sbc.example;user=phone'),
    id('address', 'h323:2001@192.0.2.9:1720'),
    id('address', 'WADZAAL'),
    id('typed', 'wad@klant.example'),
    id('directory', 'Wad@klant.example'),
  ])('by number, at a machine, by bare alias, as typed address (%s %#)', (written) => {
    expect(seen([written])).toMatchObject({ kind: 'room', room_id: 'room-wad' })
  })

  test.each([
    ['a bare name that somebody typed', id('typed', 'wadzaal')],
    ['the same user at another machine', id('address', '2001@192.0.2.10')],
    ['the same user at another domain', id('address', 'wad@elders.example')],
    ['an account id of the same text', id('directory', 'wadzaal')],
  ])('is not %s', (_, written) => {
    expect(seen([written])).toMatchObject({ room_id: null })
    expect(seen([written]).kind).not.toBe('room')
  })

  test('is found behind another identifier of the same record, and wins', () => {
    expect(seen([id('address', 'jan@klant.example'), id('address', 'wad@klant.example')])).toMatchObject({
      kind: 'room',
      room_id: 'room-wad',
      person_key: null,
    })
  })

  test('stays a shadow where the record says that it is one', () => {
    const shadow = seen([id('address', 'wad@klant.example')], { kindHint: 'shadow' })
    expect(shadow).toMatchObject({ kind: 'shadow', room_id: 'room-wad', person_key: null })
  })

  test('is no room of a tenant that declared none', () => {
    expect(seen([id('address', 'wad@klant.example')], {}, { settings: { rooms: [] } })).toMatchObject({ kind: 'user' })
  })
})

describe('where it was, first that applies', () => {
  const room = [id('address', 'wad@klant.example')]
  const person = [id('address', 'jan@klant.example')]
  const delft = { label: id('label', ' dlf ') }
  const utrecht = { label: id('label', 'utr') }

  test.each<[string, readonly Identifier[], Partial<IdentifiedObservation>, unknown[]]>([
    ['the room’s site', room, { ip: id('ip', '203.0.113.5'), ...delft }, ['site-utrecht', 'room']],
    [
      'a room without a site is where its address is',
      [id('address', 'ergens@klant.example')],
      { ip: id('ip', '192.0.2.1') },
      ['site-utrecht', 'ip'],
    ],
    ['the address goes before the label', person, { ip: id('ip', '192.0.2.1'), ...delft }, ['site-utrecht', 'ip']],
    ['two sites claim it', person, { ip: id('ip', '198.51.100.9'), ...utrecht }, ['ambiguous', 'ip']],
    ['a label of this source', person, { ip: id('ip', '203.0.113.5'), ...delft }, ['site-delft', 'label']],
    ['a label of any source', person, utrecht, ['site-utrecht', 'label']],
    ['an address elsewhere', person, { ip: id('ip', '203.0.113.5'), label: id('label', 'XYZ') }, ['remote', 'remote']],
    ['an unknown label', person, { label: id('label', 'XYZ') }, [null, null]],
    ['an address that is none', person, { ip: id('ip', '0.0.0.0') }, [null, null]],
    ['nothing', person, {}, [null, null]],
  ])('%s', (_, farEnd, more, [site, siteBy]) => {
    expect(seen(farEnd, more)).toMatchObject({ site, site_by: siteBy })
  })

  test('a label of one source means nothing in another', () => {
    expect(seen(person, delft, { sourceId: 'pexip-other' })).toMatchObject({ site: null, site_by: null })
  })
})

describe('a rooms-only tenant', () => {
  const given: Given = { settings: { mode: 'rooms-only' } }
  const outcome = (more: Partial<IdentifiedObservation>) => observe(bare(more), contextOf(given)).outcome

  test.each<[string, Partial<IdentifiedObservation>]>([
    ['a person', { farEnd: [id('address', 'jan@klant.example')] }],
    ['a caller', { farEnd: [id('number', '+31612345678')] }],
    ['a guest with a typed name', { farEnd: [id('typed', 'Jan')] }],
    ['somebody unknown', { farEnd: [] }],
    ['a person’s shadow', { farEnd: [id('address', 'jan@klant.example')], kindHint: 'shadow' }],
    ['a guest by the platform’s word', { farEnd: [id('address', 'x@klant.example')], kindHint: 'guest' }],
    ['a guest of whom nothing else is said', { kindHint: 'guest' }],
    ['a caller of whom nothing else is said', { kindHint: 'pstn' }],
  ])('keeps nothing of %s', (_, more) => {
    expect(outcome(more)).toBe('dropped')
  })

  test.each<[string, Partial<IdentifiedObservation>]>([
    ['a room', { farEnd: [id('address', 'wad@klant.example')] }],
    ['a room’s shadow', { farEnd: [id('address', 'wad@klant.example')], kindHint: 'shadow' }],
    ['a recorder', { farEnd: [id('address', 'rec@klant.example')], kindHint: 'recorder' }],
    ['a bridge', { farEnd: [], kindHint: 'bridge' }],
    ['a service', { kindHint: 'service' }],
    ['a record that does not speak of who it is: it may be a room’s', { end_class: 'busy' }],
    ['a conference', { subject: 'conference' }],
  ])('keeps %s', (_, more) => {
    expect(outcome(more)).toBe('kept')
  })

  test('has no person key in anything that it keeps', () => {
    const room = seen([id('address', 'wad@klant.example'), id('address', 'jan@klant.example')], {}, given)
    expect(room).toMatchObject({ person_key: null, room_id: 'room-wad' })
  })
})

test('two tenants know nothing of each other: their settings decide, not their identifiers', () => {
  const other = { tenantId: 'beta', domains: ['elders.example'], rooms: [], sites: [] }
  expect(seen([id('address', 'wad@klant.example')], { ip: id('ip', '192.0.2.1') }, { settings: other })).toMatchObject({
    tenant_id: 'beta',
    kind: 'user',
    internal: false,
    site: 'remote',
  })
  expect(SETTINGS.tenantId).toBe('acme')
})
