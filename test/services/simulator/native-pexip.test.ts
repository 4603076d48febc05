import { describe, expect, it } from 'vitest'
import type { Meeting, Participation } from '../../../services/simulator/model.ts'
import { deliveriesOf } from '../../../services/simulator/native/deliveries.ts'
import { emitPexip } from '../../../services/simulator/native/pexip.ts'
import {
  about,
  CONTENT,
  MINUTE,
  MORNING,
  observationsOf,
  participation,
  pexipMeeting,
  ROOM,
  SEED,
  SETTINGS,
  type Shown,
  stating,
  STREAMS,
} from './native-meetings.ts'

function said(meeting: Meeting, seed = SEED): Shown[] {
  return observationsOf(deliveriesOf([meeting], { ...SETTINGS, seed, order: 'clean' }))
}

function saidOf(leg: Participation, others: readonly Participation[] = []): readonly Shown[] {
  return about(said(pexipMeeting([leg, ...others])), leg.id)
}

function eventsOf(leg: Participation): string[] {
  return emitPexip(pexipMeeting([leg]), SETTINGS)
    .map(({ event }) => event)
    .filter((event) => event.startsWith('participant'))
}

/** Media entries without what the simulator does not make. */
function mediaIn(observations: readonly Shown[]): unknown[] {
  return observations
    .flatMap((one) => (one['media'] ?? []) as readonly Record<string, unknown>[])
    .filter(({ packets }) => packets !== null)
    .map(({ kind, dir, codec, packets, lost, kbps, width, height, fps }) => {
      return { kind, dir, codec, packets, lost, kbps, width, height, fps }
    })
}

/** Somebody on a node, from and until minutes of the morning. */
function at(node: number, from: number, until: number): Participation {
  return participation({ node, joinMs: MORNING + from * MINUTE, leaveMs: MORNING + until * MINUTE })
}

describe('a leg in the words of the event sink', () => {
  it.each([0, 1, 2])('says of a leg on node %i when it was, how it ended and where, for every seed', (node) => {
    const leg = participation({ node })
    for (let seed = SEED; seed < SEED + 60; seed += 1) {
      const observations = about(said(pexipMeeting([leg]), seed), leg.id)
      expect(stating(observations, 'start_ms')).toEqual([leg.joinMs])
      expect(stating(observations, 'end_ms')).toEqual([leg.leaveMs])
      expect(stating(observations, 'duration_ms')).toEqual([leg.leaveMs - leg.joinMs])
      expect(stating(observations, 'end_class')).toEqual(['normal_self'])
      expect(stating(observations, 'ip')).toEqual([`ip:${leg.ip}`])
      expect(stating(observations, 'label')).toEqual([`label:${SETTINGS.installation.pexip[node]?.location ?? ''}`])
      expect(stating(observations, 'name')).toEqual(['name:Weekstart & nieuws'])
      expect(mediaIn(observations)).toEqual(STREAMS)
    }
  })

  it('has the media in the disconnect event of version 1, and in events of their own in version 2', () => {
    const leg = participation({ streams: [...STREAMS, CONTENT] })
    expect(new Set(eventsOf({ ...leg, node: 1 }))).not.toContain('participant_media_streams_destroyed')
    expect(eventsOf(leg).filter((event) => event === 'participant_media_streams_destroyed')).toHaveLength(2)
    const observations = said(pexipMeeting([leg]))
    const links = stating(about(observations, leg.id), 'links').flat() as string[]
    const shown = observations.find((one) => JSON.stringify(one['media'] ?? []).includes('content'))
    expect(links).toContain(shown?.['subjectId'])
    expect(mediaIn([shown ?? {}])).toEqual([CONTENT])
    expect(mediaIn(said(pexipMeeting([{ ...leg, node: 1 }])))).toEqual([...STREAMS, CONTENT])
  })

  it('tells each window once, in its class, before the leg ends', () => {
    const leg = participation({ windows: { good: 3, ok: 2, bad: 1, terrible: 4 } })
    const observations = saidOf(leg)
    const sum = (field: string) => observations.reduce((total, one) => total + Number(one[field] ?? 0), 0)
    expect(['win_good', 'win_ok', 'win_bad', 'win_terrible'].map(sum)).toEqual([3, 2, 1, 4])
    expect(Math.max(...observations.map((one) => Number(one['event_ms'])))).toBeLessThan(leg.leaveMs + 100)
  })

  it.each([
    ['room', { room: ROOM, person: null, said: 'sip:zaal.veluwe@example.org' }, 'sip', 'in', 'address', undefined],
    ['desk', {}, 'sip', 'in', 'address', undefined],
    ['account', {}, 'sip', 'in', 'address', undefined],
    ['phone', { said: 'sip:+31201234567@trunk.example.org;user=phone' }, 'sip', 'in', 'address', undefined],
    ['web', { said: 'Anna' }, 'webrtc', 'in', 'typed', undefined],
    ['app', { said: 'Anna' }, 'webrtc', 'in', 'typed', undefined],
    ['teams', { person: null, said: 'teams:19:meeting' }, 'teams', 'out', 'address', 'bridge'],
    ['recorder', { person: null, said: 'rtmp://stream.example.org/live' }, 'rtmp', 'out', 'address', 'recorder'],
  ] as const)('says which way %s is connected', (way, rest, protocol, direction, identifier, hint) => {
    const leg = participation({ way, ...rest })
    const [first = {}] = saidOf(leg)
    expect(first).toMatchObject({ protocol, direction, farEnd: [`${identifier}:${leg.said}`] })
    expect(first['kindHint']).toBe(hint)
  })

  it('tells nothing of the link between two nodes', () => {
    expect(eventsOf(participation({ way: 'bridge' }))).toEqual([])
  })
})

describe('what goes wrong with the telling', () => {
  const windows = { good: 1, ok: 0, bad: 1, terrible: 0 }

  it('no_start: the end alone, which states the start', () => {
    const observations = saidOf(participation({ telling: 'no_start', windows }))
    expect(eventsOf(participation({ telling: 'no_start' }))).not.toContain('participant_connected')
    expect(stating(observations, 'start_ms')).toEqual([MORNING + 2 * MINUTE])
    expect(stating(observations, 'farEnd')).toHaveLength(1)
    expect(mediaIn(observations)).toEqual(STREAMS)
  })

  it('no_end: neither end nor media, nothing after the leg left, and the end of the conference stands', () => {
    const leg = participation({ telling: 'no_end', windows, streams: [...STREAMS, CONTENT] })
    const observations = said(pexipMeeting([leg]))
    const own = about(observations, leg.id)
    expect([...stating(own, 'end_ms'), ...stating(own, 'duration_ms'), ...stating(own, 'media').flat()]).toEqual([])
    expect(stating(own, 'win_bad')).toEqual([1])
    expect(Math.max(...own.map((one) => Number(one['event_ms'])))).toBeLessThan(leg.leaveMs)
    expect(stating(observations, 'end_ms')).toEqual([MORNING + 30 * MINUTE])
  })

  it('start_unstated: only the connect event has the start', () => {
    const observations = saidOf(participation({ telling: 'start_unstated' }))
    const end = observations.find((one) => one['end_ms'] !== undefined)
    expect(end).not.toHaveProperty('start_ms')
    expect(stating(observations, 'start_ms')).toEqual([MORNING + 2 * MINUTE])
  })

  it('end_only: the start can only be counted back', () => {
    const observations = saidOf(participation({ telling: 'end_only', windows }))
    expect(stating(observations, 'start_ms')).toEqual([])
    expect(stating(observations, 'end_ms')).toEqual([MORNING + 12 * MINUTE])
    expect(stating(observations, 'duration_ms')).toEqual([10 * MINUTE])
    expect(mediaIn(observations)).toEqual(STREAMS)
  })

  it('pre_join: a shadow over the whole time, linked with the leg in both directions', () => {
    const leg = participation({
      telling: 'pre_join',
      way: 'web',
      preJoinId: 'aaaaaaaa-0000-4000-a000-000000000001',
    })
    const observations = said(pexipMeeting([leg]))
    const [api, web] = [about(observations, leg.preJoinId ?? ''), about(observations, leg.id)]
    expect(stating(api, 'kindHint')).toEqual(['shadow'])
    expect(stating(api, 'start_ms')).toEqual([leg.joinMs])
    expect(stating(api, 'duration_ms')).toEqual([leg.leaveMs - leg.joinMs])
    expect(stating(web, 'kindHint')).toEqual([])
    expect(Number(stating(web, 'start_ms')[0])).toBeGreaterThan(leg.joinMs)
    expect(stating([...api, ...web], 'end_ms')).toEqual([leg.leaveMs])
    expect(stating(api, 'links').flat()).toContain(`instance:${leg.id}`)
    expect(stating(web, 'links').flat()).toContain(`instance:${leg.preJoinId ?? ''}`)
  })
})

describe('a conference in the words of the event sink', () => {
  it('is told by each of three nodes for its part, and to its end by the first', () => {
    const observations = said(pexipMeeting([at(1, 1, 20), at(2, 3, 10), at(0, 5, 9), at(2, 2, 8)]))
    const conferences = observations.filter(({ subject }) => subject === 'conference')
    expect(new Set(conferences.map((one) => one['subjectId'])).size).toBe(3)
    const ends = conferences.filter((one) => one['end_ms'] !== undefined)
    expect(ends.map((one) => [one['start_ms'], one['end_ms']])).toEqual([
      [MORNING + 5 * MINUTE, MORNING + 9 * MINUTE],
      [MORNING + 2 * MINUTE, MORNING + 10 * MINUTE],
      [MORNING, MORNING + 30 * MINUTE],
    ])
  })

  it('is not told where nobody reached one', () => {
    const leg = participation({ end: { endClass: 'not_found', native: 'Neither conference nor gateway found' } })
    const observations = said(pexipMeeting([leg], { name: '' }))
    expect(stating(observations, 'subject')).toEqual(['leg'])
    expect(stating(observations, 'name')).toEqual([])
    expect(stating(observations, 'end_class')).toEqual(['not_found'])
  })

  it('refuses a meeting on a node that the installation does not have', () => {
    expect(() => said(pexipMeeting([participation({ node: 7 })]))).toThrow(RangeError)
  })
})
