import { describe, expect, it } from 'vitest'
import { decodeGeneric } from '../../../services/ingest/decode/generic/index.ts'
import { observe } from '../../../services/ingest/pseudonymise/observe.ts'
import { contextOf } from './observed.ts'

/** The keys that a generic record gets when this source delivers it. */
function keysFrom(sourceId: string, record: Readonly<Record<string, unknown>>) {
  const body = { start: '2026-11-10T10:00:00Z', ...record }
  const [decoded] = decodeGeneric(Buffer.from(JSON.stringify(body)), 'application/json', 100)
  if (decoded?.outcome !== 'accepted' || decoded.observations[0] === undefined) throw new Error('not accepted')
  const observed = observe(decoded.observations[0], contextOf({ sourceId }))
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
  const epochOfKey = (month: string, record: Readonly<Record<string, unknown>>) =>
    keysFrom('pbx-one', { start: `2026-${month}-10T10:00:00Z`, event: '2026-11-10T11:00:00Z', ...record }).event_key

  it('that is made of names and numbers rotates with the month; of an id of its own it does not', () => {
    const own = { leg_id: '1', event_id: 'e1' }
    expect(epochOfKey('10', own)).toBe(epochOfKey('11', own))
    const body = { leg_id: '1', address: 'jan@klant.example' }
    const [october, november] = ['10', '11'].map((month) => epochOfKey(month, body))
    expect(october).not.toBe(november)
  })
})
