import { describe, expect, test } from 'vitest'
import { tenantExport } from '../../../schemas/control/export.ts'
import { observationColumns } from '../../../schemas/observation.ts'
import { explain } from '../../../services/ingest/explain.ts'
import { settingsOfExport } from '../../../services/ingest/export-settings.ts'
import { CMS } from '../../pipeline/samples/cms.ts'
import { GENERIC } from '../../pipeline/samples/generic.ts'
import { ROOM, SITE, TENANT } from '../../pipeline/samples/group.ts'
import { PEXIP } from '../../pipeline/samples/pexip.ts'
import { renumbered } from '../../pipeline/stored.ts'

const settings = settingsOfExport(
  tenantExport.parse({
    tenant: { zone: TENANT.zone, country: 'NL', domains: ['voorbeeld.example'], mode: 'full' },
    sites: [{ name: SITE.name, ranges: [SITE.range], labels: [SITE.label, { label: 'hal', source: 'pexip-kade' }] }],
    rooms: [{ name: ROOM.name, aliases: [ROOM.alias], site: SITE.name, capacity: 8 }],
  }),
)
const said = (body: string, contentType = 'application/x-ndjson', of = settings, source?: string) =>
  explain('generic', Buffer.from(body), contentType, of, source)
const lines = (...records: object[]) => records.map((record) => JSON.stringify(record)).join('\n')

describe.each([PEXIP, CMS, GENERIC])('$platform, each payload by itself', ({ platform, payloads }) => {
  test.each(payloads.map((payload) => [payload.name, payload] as const))('%s', (_, payload) => {
    const answer = explain(platform, Buffer.from(payload.body), payload.contentType, settings)
    expect(renumbered(answer.observations)).toEqual(renumbered(payload.expected))
    expect(answer).toMatchObject({ refused: payload.refused ?? [], dropped: 0, ignored: payload.ignored })
  })
})

describe('keys', () => {
  test('are numbered: equal in, equal out, in every place', () => {
    const { observations } = said(
      lines(
        {
          leg_id: 'a',
          start: '2026-03-29T10:00:00Z',
          address: 'x@voorbeeld.example',
          conference_id: 'c',
          links: ['b'],
        },
        { leg_id: 'b', start: '2026-03-29T10:00:00Z', address: 'SIP:X@Voorbeeld.example', conference_id: 'c' },
        { subject: 'conference', conference_id: 'c', start: '2026-03-29T10:00:00Z' },
        { leg_id: 'd', start: '2026-03-29T10:00:00Z', phone: '06-12345678', conference_name: 'Kade' },
      ),
    )
    expect(observations).toMatchObject([
      { subject_key: 'leg:1', links: ['leg:2'], in_conference: 'conference:1', person_key: 'person:1' },
      { subject_key: 'leg:2', in_conference: 'conference:1', person_key: 'person:1' },
      { subject_key: 'conference:1' },
      { subject_key: 'leg:3', person_key: 'person:2', name_key: 'name:1' },
    ])
    expect(new Set(observations.map((one) => one['event_key'])).size).toBe(4)
  })

  test('of another month are another number, because the product could not tell either', () => {
    const person = { address: 'x@voorbeeld.example', conference_name: 'Kade' }
    const { observations } = said(
      lines(
        { leg_id: 'a', start: '2026-03-31T21:59:59Z', ...person },
        { leg_id: 'b', start: '2026-03-31T22:00:00Z', ...person },
      ),
    )
    expect(observations.map((one) => [one['person_key'], one['name_key']])).toEqual([
      ['person:1', 'name:1'],
      ['person:2', 'name:2'],
    ])
  })
})

describe('what the epoch rule holds back', () => {
  const record = { leg_id: 'a', address: 'x@voorbeeld.example', conference_name: 'Kade' }

  test.each<[string, object, unknown]>([
    ['both', {}, ['person_key', 'name_key']],
    ['the name alone', { address: 'anonymous@anonymous.invalid' }, ['name_key']],
    ['the person alone', { conference_name: null }, ['person_key']],
    ['nothing where there is nothing', { address: null, conference_name: null }, undefined],
    ['nothing where the start is stated', { start: '2026-04-01T10:00:00Z' }, undefined],
  ])('%s', (_, more, withheld) => {
    const [observation = {}] = said(lines({ ...record, event: '2026-04-01T10:00:00Z', ...more })).observations
    expect(observation['withheld']).toEqual(withheld)
    for (const key of (withheld ?? []) as string[]) expect(observation).not.toHaveProperty(key)
    expect(observation['subject_key']).toBe('leg:1')
  })
})

describe('what is said', () => {
  test('is every stated field under its column’s name, without our own bookkeeping', () => {
    const { observations } = said(GENERIC.payloads[0]?.body ?? '')
    const names = observations.flatMap((observation) => Object.keys(observation))
    expect(names.filter((name) => !observationColumns.some((column) => column === name))).toEqual([])
    for (const ours of ['tenant_id', 'source_id', 'config_rev', 'mark', 'content_hash']) {
      expect(names).not.toContain(ours)
    }
    const values = observations.flatMap((observation) => Object.values(observation))
    expect(values.filter((value) => value === null || value === '')).toEqual([])
  })

  test('judges form, never time or contract', () => {
    const { observations, refused } = said(
      lines({ leg_id: 'a', start: '2000-01-01T00:00:00Z' }, { leg_id: 'b', start: '2100-12-30T00:00:00Z' }),
    )
    expect(observations).toHaveLength(2)
    expect(refused).toEqual([])
  })

  test('what a rooms-only tenant drops is counted, and its rooms are kept', () => {
    const rooms = { ...settings, mode: 'rooms-only' as const }
    const start = '2026-03-29T10:00:00Z'
    const answer = said(
      lines(
        { leg_id: 'a', start, address: 'x@voorbeeld.example' },
        { leg_id: 'b', start, address: ROOM.alias },
        { leg_id: 'c', start, kind: 'guest' },
      ),
      undefined,
      rooms,
    )
    expect(answer).toMatchObject({ dropped: 2, observations: [{ kind: 'room', room_id: 'Erasmus' }] })
  })

  test('a site’s label of one source holds for a record of that source', () => {
    const record = lines({ leg_id: 'a', start: '2026-03-29T10:00:00Z', location: 'hal' })
    expect(said(record).observations[0]).not.toHaveProperty('site')
    expect(said(record, undefined, settings, 'pexip-kade').observations[0]).toMatchObject({
      site: 'Rotterdam',
      site_by: 'label',
    })
  })

  test('without a configuration: Dutch numbers and zone, no sites, no rooms', () => {
    const house = settingsOfExport(null)
    const { observations } = said(
      lines(
        { leg_id: 'a', start: '2026-03-31T22:30:00Z', phone: '06-12345678', ip: '192.0.2.70' },
        { leg_id: 'b', start: '2026-04-30T21:30:00Z', phone: '+31612345678', address: '' },
        { leg_id: 'c', start: '2026-04-10T10:00:00Z', address: ROOM.alias },
      ),
      undefined,
      house,
    )
    expect(observations).toMatchObject([
      { person_key: 'person:1', site: 'remote' },
      { person_key: 'person:1' },
      { kind: 'user', internal: false },
    ])
  })
})
