/** Small meetings made by hand, and what must be known of them by the words of the design. */
import { expect, test } from 'vitest'
import type { Meeting, Participation, TruthLeg } from '../../../services/simulator/index.ts'
import { truthOf } from '../../../services/simulator/truth.ts'
import { FIVE_WEEKS, worldOf } from './worlds.ts'

const ZONE = 'Europe/Amsterdam'
const at = (text: string): number => Date.parse(text)

const { organisation } = worldOf(FIVE_WEEKS)
const [person] = organisation.people
const device = { agent: '', vendor: null, model: null, software: null, deviceClass: null }
const leg = (id: string, join: string, leave: string, more: Partial<Participation> = {}): Participation => ({
  id,
  preJoinId: null,
  way: 'desk',
  person: person ?? null,
  room: null,
  said: person?.address ?? '',
  typedName: '',
  ip: '198.51.100.30',
  device,
  node: 0,
  joinMs: at(join),
  leaveMs: at(leave),
  end: { endClass: 'normal_self', native: 'Call disconnected' },
  telling: 'whole',
  streams: [],
  windows: null,
  alarmLossPct: 0,
  ...more,
})
const meeting = (participations: readonly Participation[], more: Partial<Meeting> = {}): Meeting => ({
  platform: 'pexip',
  ids: [],
  correlator: 'c',
  name: 'Overleg',
  startMs: Math.min(...participations.map(({ joinMs }) => joinMs)),
  endMs: Math.max(...participations.map(({ leaveMs }) => leaveMs)) + 1000,
  participations,
  ...more,
})
const truthOfMeetings = (...meetings: Meeting[]) => truthOf(meetings, { seed: 1, zone: ZONE, faults: [], organisation })
const groupsOf = (...meetings: Meeting[]) => truthOfMeetings(...meetings).conferences.map(({ legs }) => legs.join(' '))
const only = (...participations: Participation[]): Partial<TruthLeg> =>
  truthOfMeetings(meeting(participations)).legs[0] ?? {}

const endOnly = (join: string, leave: string) => only(leg('a', join, leave, { telling: 'end_only' }))
const startless = (join: string, more: Partial<Participation>) =>
  truthOfMeetings(
    meeting([leg('a', join, '2026-11-02T10:00:00Z', { telling: 'no_start', ...more })], {
      platform: 'cms',
      ids: ['x'],
    }),
  ).legs[0]

test('two minutes to the millisecond are one conference, one more is another', () => {
  const first = meeting([leg('a', '2026-11-03T09:00:00Z', '2026-11-03T09:30:00Z')])
  const onEnd = meeting([leg('b', '2026-11-03T09:32:00Z', '2026-11-03T09:40:00Z')])
  const later = meeting([leg('c', '2026-11-03T09:42:00.001Z', '2026-11-03T09:50:00Z')])
  expect(groupsOf(first, onEnd, later)).toEqual(['a b', 'c'])
})

test('what counts is the latest end so far, not that of the leg before', () => {
  const long = leg('a', '2026-11-03T09:00:00Z', '2026-11-03T11:00:00Z')
  const short = leg('b', '2026-11-03T09:05:00Z', '2026-11-03T09:06:00Z')
  const last = leg('c', '2026-11-03T11:01:00Z', '2026-11-03T11:10:00Z')
  expect(groupsOf(meeting([long, short, last]))).toEqual(['a b c'])
})

test('a leg without a stated end counts as ending when it was last heard of', () => {
  const silent = leg('a', '2026-11-03T09:00:00Z', '2026-11-03T10:00:00Z', { telling: 'no_end' })
  const last = leg('b', '2026-11-03T09:59:00Z', '2026-11-03T10:20:00Z')
  expect(groupsOf(meeting([silent, last]))).toEqual(['a', 'b'])
})

test('the last local midnight of a month parts the legs by when they began', () => {
  const before = leg('a', '2026-10-31T22:00:00Z', '2026-10-31T23:40:00Z') // 23:00 to 00:40
  const after = leg('b', '2026-10-31T23:05:00Z', '2026-10-31T23:40:00Z') // from 00:05
  expect(groupsOf(meeting([before, after]))).toEqual(['a', 'b'])
  expect(groupsOf(meeting([before, after], { platform: 'cms', ids: ['x'] }))).toEqual(['a b'])
})

test('an end alone carries the keys of its own month, and none in the first 24 hours', () => {
  expect(endOnly('2026-11-01T22:00:00Z', '2026-11-01T22:59:59Z')).toMatchObject({
    conference: null,
    person: null,
    personIdent: null,
    kind: 'user',
    startBy: 'counted_back',
  })
  expect(endOnly('2026-11-01T22:00:00Z', '2026-11-01T23:00:00Z')).toMatchObject({
    conference: 'pexip 1',
    person: person?.id,
    personIdent: 'address',
  })
})

test('Cisco’s update names a person in the month’s first 24 hours in vain, the room nevertheless', () => {
  const [room] = organisation.rooms
  expect(startless('2026-11-01T10:00:00Z', {})).toMatchObject({
    person: null,
    kind: 'user',
    protocol: null,
    conference: 'cms 1',
  })
  expect(startless('2026-11-02T09:00:00Z', {})).toMatchObject({
    person: person?.id,
    kind: 'user',
    startBy: 'counted_back',
  })
  expect(startless('2026-11-01T10:00:00Z', { way: 'room', room: room ?? null, person: null })).toMatchObject({
    kind: 'room',
    room: room?.name,
    site: room?.site,
  })
})

test('a leg is told as 24 hours at most, and one that nobody answered as none', () => {
  expect(only(leg('a', '2026-11-03T09:00:00Z', '2026-11-05T02:00:00Z'))).toMatchObject({
    endMs: at('2026-11-04T09:00:00Z'),
    durationMs: 86_400_000,
    endBy: 'stated',
  })
  const rang = leg('a', '2026-11-03T09:00:00Z', '2026-11-03T09:00:20Z', {
    end: { endClass: 'no_answer', native: 'ringingTimeout' },
  })
  const { legs } = truthOfMeetings(meeting([rang], { platform: 'cms', ids: ['x'] }))
  expect(legs[0]).toMatchObject({ endMs: at('2026-11-03T09:00:20Z'), durationMs: 0 })
})

test.each([
  ['within a range within a range', { ip: '198.51.100.200', node: 0 }, 'Utrecht Annex'],
  ['by the range, whatever the node', { ip: '198.51.100.191', node: 1 }, 'Utrecht'],
  ['by its IPv6 range', { ip: '2001:db8:b2:7::1', node: 1 }, 'Groningen'],
  ['by the node, where no range has it', { ip: '203.0.113.150', node: 3 }, 'Depot'],
  ['at home', { ip: '203.0.113.150', node: 1 }, 'remote'],
  ['nowhere, where there is no address', { ip: '', node: 1 }, null],
])('a leg is found %s', (_where, more, site) => {
  expect(only(leg('a', '2026-11-03T09:00:00Z', '2026-11-03T09:30:00Z', more)).site).toBe(site)
})

test('loss is of what was sent: up the packets arrived, down they were sent', () => {
  const stream = {
    kind: 'audio',
    codec: 'opus',
    packets: 900,
    lost: 100,
    kbps: 50,
    width: null,
    height: null,
    fps: null,
  } as const
  const streams = [
    { ...stream, dir: 'up' as const },
    { ...stream, dir: 'down' as const },
  ]
  const { media } = only(leg('a', '2026-11-03T09:00:00Z', '2026-11-03T09:30:00Z', { streams }))
  expect(media?.map(({ lossMp }) => lossMp)).toEqual([10_000, 11_111])
})
