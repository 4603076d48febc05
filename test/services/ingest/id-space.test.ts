import { describe, expect, it } from 'vitest'
import { decodeGeneric } from '../../../services/ingest/decode/generic/index.ts'
import type { KeyMaker } from '../../../services/ingest/pseudonymise/keymaker.ts'
import { observe } from '../../../services/ingest/pseudonymise/observe.ts'
import { contextOf, hmacKeys } from './observed.ts'

/** The keys that a generic record gets when this source delivers it. */
function keysFrom(sourceId: string, record: Readonly<Record<string, unknown>>, keys: KeyMaker = hmacKeys()) {
  const body = { start: '2026-11-10T10:00:00Z', ...record }
  const [decoded] = decodeGeneric(Buffer.from(JSON.stringify(body)), 'application/json', 100)
  if (decoded?.outcome !== 'accepted' || decoded.observations[0] === undefined) throw new Error('not accepted')
  const observed = observe(decoded.observations[0], contextOf({ sourceId, keys }))
  if (observed.outcome !== 'kept') throw new Error('not kept')
  const { subject_key, event_key, in_conference, links, record_key } = observed.observation
  return { subject_key, event_key, in_conference, links, record_key }
}

describe('ids of the generic record', () => {
  const counted = { leg_id: '1', event_id: 'e1', conference_id: '7', links: ['2'], record_id: 'r' }

  it('that are no UUIDs are unique within their source: two systems that count from 1 share nothing', () => {
    const one = keysFrom('pbx-one', counted)
    const two = keysFrom('pbx-two', counted)
    for (const name of ['subject_key', 'event_key', 'in_conference', 'record_key'] as const) {
      expect(one[name], name).not.toBe(two[name])
    }
    expect(one.links).not.toEqual(two.links)
    expect(keysFrom('pbx-one', counted)).toEqual(one)
  })

  it('that are UUIDs are the same thing whichever source delivers it', () => {
    const leg_id = '6b1f7a34-0c44-4e2f-9f57-0d6a3e5d0001'
    const conference_id = '6b1f7a34-0c44-4e2f-9f57-0d6a3e5d0002'
    const one = keysFrom('pbx-one', { ...counted, leg_id, conference_id, links: [conference_id] })
    const two = keysFrom('pbx-two', { ...counted, leg_id, conference_id, links: [conference_id] })
    expect(two).toEqual(one)
  })
})

describe('the key of an event', () => {
  it('that is made of names and numbers rotates with the month; of an id of its own it does not', () => {
    expect(ringOf({ event_id: 'e1' })).toBe('event')
    expect(ringOf({})).toBe('name')
  })
})

/** Under which ring of keys the event of this record stands. */
function ringOf(record: Readonly<Record<string, unknown>>): string | undefined {
  const hmac = hmacKeys()
  let found: string | undefined
  const keys: KeyMaker = {
    key(ring, epoch, kind, canonical) {
      if (kind === 'event') found = ring
      return hmac.key(ring, epoch, kind, canonical)
    },
  }
  keysFrom('pbx-one', { leg_id: '1', address: 'jan@klant.example', ...record }, keys)
  return found
}
