import { describe, expect, it } from 'vitest'
import type { Meeting, Participation } from '../../../services/simulator/model.ts'
import { emitCms } from '../../../services/simulator/native/cms.ts'
import { deliveriesOf } from '../../../services/simulator/native/deliveries.ts'
import {
  about,
  ANNA,
  cmsMeeting,
  CONTENT,
  decode,
  MINUTE,
  MORNING,
  observationsOf,
  participation,
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

function saidOf(leg: Participation, seed = SEED): readonly Shown[] {
  return about(said(cmsMeeting([leg]), seed), leg.id)
}

/** Many seeds, because each writes the same in another way. */
const SEEDS = Array.from({ length: 60 }, (_, place) => SEED + place)

describe('a leg in the words of call detail records', () => {
  it('says when it was, how it ended, who it was and in which call, for every seed', () => {
    const leg = participation({ alarmLossPct: 12.3, streams: [...STREAMS, CONTENT] })
    for (const seed of SEEDS) {
      const meeting = cmsMeeting([leg])
      const observations = about(said(meeting, seed), leg.id)
      expect(stating(observations, 'start_ms')).toEqual([leg.joinMs])
      expect(stating(observations, 'end_ms')).toEqual([leg.leaveMs])
      expect(stating(observations, 'duration_ms')).toEqual([leg.leaveMs - leg.joinMs])
      expect(stating(observations, 'end_class')).toEqual(['normal_self'])
      expect(stating(observations, 'inConference')).toEqual([`instance:${meeting.ids[0] ?? ''}`])
      expect(stating(observations, 'alarm_loss_mp')).toEqual([12_300])
      const named = stating(observations, 'farEnd').flat()
      expect(named).toContain(`address:${leg.said}`)
      for (const name of named) expect(ANNA.spellings.map((spelling) => `address:${spelling}`)).toContain(name)
      expect(stating(observations, 'media').flat()).toMatchObject([
        { kind: 'audio', dir: 'up', codec: 'opus', packets: null },
        { kind: 'audio', dir: 'down', codec: 'opus' },
        { kind: 'video', dir: 'up', codec: 'h264', width: 1280, height: 720 },
        { kind: 'video', dir: 'down', codec: 'h264', width: 1920, height: 1080 },
      ])
    }
  })

  it.each([
    ['room', { room: ROOM, person: null, said: 'zaal.veluwe@example.org' }, 'sip', 'in', undefined],
    ['desk', {}, 'sip', 'in', undefined],
    ['account', {}, 'sip', 'in', undefined],
    ['phone', { said: 'sip:+31201234567@trunk.example.org;user=phone' }, 'sip', 'in', undefined],
    ['app', {}, 'app', 'in', undefined],
    ['web', { person: null, said: 'guest8841@example.org' }, 'app', 'in', 'guest'],
    ['teams', { person: null, said: 'meeting@example.com' }, 'lync', 'in', undefined],
    ['bridge', { person: null, said: 'bridge-2.example.org' }, 'sip', 'out', 'bridge'],
    ['recorder', { person: null, said: 'recorder@example.org' }, 'sip', 'out', 'recorder'],
  ] as const)('says which way %s is connected', (way, rest, protocol, direction, hint) => {
    for (const seed of SEEDS.slice(0, 10)) {
      const observations = saidOf(participation({ way, ...rest }), seed)
      expect(stating(observations, 'protocol')).toEqual([protocol])
      expect(stating(observations, 'direction')).toEqual([direction])
      expect(stating(observations, 'kindHint')).toEqual(hint === undefined ? [] : [hint])
      // Where a hint says what it is, only the record with the hint may name somebody.
      const naming = observations.filter((one) => one['farEnd'] !== undefined)
      expect(naming).toHaveLength(hint === undefined ? 2 : 1)
    }
  })

  it('ties a recording to the leg of the recorder', () => {
    const leg = participation({ way: 'recorder', person: null, said: 'recorder@example.org' })
    const recording = said(cmsMeeting([leg])).filter((one) =>
      stating([one], 'links').flat().includes(`instance:${leg.id}`),
    )
    const id = recording.map((one) => one['subjectId']).find((id) => id !== `instance:${leg.id}`)
    expect(id).toBeDefined()
    const told = said(cmsMeeting([leg])).filter((one) => one['subjectId'] === id)
    expect(stating(told, 'kindHint')).toEqual(['recorder'])
    expect([...stating(told, 'start_ms'), ...stating(told, 'end_ms')]).toEqual([leg.joinMs, leg.leaveMs])
  })
})

describe('what goes wrong with the telling', () => {
  it('no_start: an update names who and which call, and the end how long', () => {
    for (const seed of SEEDS.slice(0, 20)) {
      const observations = saidOf(participation({ telling: 'no_start' }), seed)
      expect(stating(observations, 'start_ms')).toEqual([])
      expect(stating(observations, 'protocol')).toEqual([])
      expect(stating(observations, 'duration_ms')).toEqual([10 * MINUTE])
      expect(stating(observations, 'inConference')).toHaveLength(1)
      expect(stating(observations, 'farEnd')).toHaveLength(1)
    }
  })

  it('no_start of a guest: the start comes, since nothing else says that it is one', () => {
    const leg = participation({ way: 'web', person: null, said: 'guest8841@example.org', telling: 'no_start' })
    expect(stating(saidOf(leg), 'start_ms')).toEqual([leg.joinMs])
  })

  it('no_end: nothing of the end, and that of the call stands', () => {
    const leg = participation({ telling: 'no_end' })
    const observations = said(cmsMeeting([leg]))
    const own = about(observations, leg.id)
    expect([...stating(own, 'end_ms'), ...stating(own, 'media')]).toEqual([])
    expect(stating(observations, 'end_ms')).toEqual([MORNING + 30 * MINUTE])
  })

  it('start_unstated: the end does not say how long', () => {
    const observations = saidOf(participation({ telling: 'start_unstated' }))
    expect(stating(observations, 'duration_ms')).toEqual([])
    expect(stating(observations, 'start_ms')).toEqual([MORNING + 2 * MINUTE])
  })

  it('an attempt that was not answered rang and was not connected', () => {
    const leg = participation({ end: { endClass: 'busy', native: 'remoteBusy' }, streams: [] })
    for (const seed of SEEDS.slice(0, 20)) {
      const observations = saidOf(leg, seed)
      expect(stating(observations, 'duration_ms')).toEqual([0])
      expect(stating(observations, 'answer_ms')).toEqual([])
      expect(stating(observations, 'inConference')).toHaveLength(1)
    }
  })
})

describe('a meeting on two call bridges', () => {
  const meeting = cmsMeeting([
    participation({ node: 0 }),
    participation({ node: 1, joinMs: MORNING + 3 * MINUTE }),
    participation({ node: 1, joinMs: MORNING + 4 * MINUTE, leaveMs: MORNING + 20 * MINUTE }),
  ])

  it('is two calls with one correlator, one of them over the whole time', () => {
    const calls = said(meeting).filter(({ subject }) => subject === 'conference')
    expect(stating(calls, 'subjectId')).toEqual(meeting.ids.map((id) => `instance:${id}`))
    expect(stating(calls, 'links')).toEqual([[`instance:${meeting.correlator}`]])
    expect(stating(calls, 'start_ms')).toEqual([MORNING, MORNING + 3 * MINUTE])
    expect(stating(calls, 'end_ms')).toEqual([MORNING + 20 * MINUTE, MORNING + 30 * MINUTE])
    expect(stating(said(meeting), 'label')).toHaveLength(2)
  })

  it('begins with the call and ends with it, in each second', () => {
    const records = emitCms(cmsMeeting([participation({ joinMs: MORNING, leaveMs: MORNING + 30 * MINUTE })]), SETTINGS)
    expect(records.map(({ type }) => type)).toMatchObject([
      'callStart',
      'callLegStart',
      'callLegUpdate',
      ...Array.from({ length: records.length - 3 }, () => expect.any(String) as string),
    ])
    expect(records.at(-1)?.type).toBe('callEnd')
  })

  it('is not told where nobody reached one', () => {
    const leg = participation({ end: { endClass: 'not_found', native: 'unknownDestination' }, streams: [] })
    const observations = said(cmsMeeting([leg], { ids: [], name: '' }))
    expect(stating(observations, 'subject')).toEqual(['leg'])
    expect(stating(observations, 'inConference')).toEqual([])
  })
})

describe('the run of a call bridge', () => {
  it('counts its records on, and from 0 in a new session', () => {
    const days = Array.from({ length: 60 }, (_, day) => {
      const startMs = MORNING + day * 24 * 60 * MINUTE
      const leg = participation({ joinMs: startMs + MINUTE, leaveMs: startMs + 9 * MINUTE })
      return cmsMeeting([leg], { startMs, endMs: startMs + 10 * MINUTE })
    })
    const runs = new Map<string, number[]>()
    for (const { body, ...delivery } of deliveriesOf(days, { ...SETTINGS, order: 'clean' })) {
      const text = body.toString('utf8')
      const session = /session="([^"]+)"/u.exec(text)?.[1] ?? ''
      const indices = Array.from(text.matchAll(/correlatorIndex="(\d+)"/gu), (match) => Number(match[1]))
      expect(decode({ ...delivery, body })).toHaveLength(indices.length)
      runs.set(session, [...(runs.get(session) ?? []), ...indices])
    }
    expect(runs.size).toBeGreaterThan(1)
    const all = [...runs.values()]
    for (const indices of all) expect(indices).toEqual(indices.map((_, at) => (indices[0] ?? -1) + at))
    expect(new Set(all.slice(1).map(([first]) => first))).toEqual(new Set([0]))
  })
})
