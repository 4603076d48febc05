import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readTruth, type TruthLeg, writeTruth } from '../../../services/simulator/index.ts'
import { localDayOf, localMonth } from '../../../services/shared/calendar.ts'
import { FIVE_WEEKS, TWO_MONTHS, worldOf } from './worlds.ts'

const byStart = (a: TruthLeg, b: TruthLeg): number => a.startMs - b.startMs

describe.each([
  ['40 people, five weeks', FIVE_WEEKS],
  ['220 people, two months', TWO_MONTHS],
])('of %s', (_size, settings) => {
  const { meetings, truth, zone } = worldOf(settings)
  const byId = new Map(truth.legs.map((leg) => [leg.id, leg]))

  test('every participation that is told is one leg, and nothing else is', () => {
    const told = meetings.flatMap(({ participations }) => participations.map(({ id }) => id))
    expect(byId.size).toBe(truth.legs.length)
    expect([...byId.keys()].toSorted()).toEqual(told.toSorted())
  })

  test('a leg is in the conference that names it, and in no other', () => {
    const stands = truth.conferences.flatMap(({ id, legs }) => legs.map((leg) => `${leg} ${id}`))
    const named = truth.legs.flatMap(({ id, conference }) => (conference === null ? [] : [`${id} ${conference}`]))
    expect(stands.toSorted()).toEqual(named.toSorted())
    expect(new Set(truth.conferences.map(({ id }) => id)).size).toBe(truth.conferences.length)
  })

  test('a conference has no gap of two minutes, and two of one name and month have one between them', () => {
    const groups = Map.groupBy(
      truth.conferences.filter(({ id }) => id.startsWith('pexip')),
      ({ name, legs }) => `${name} ${localMonth(byId.get(legs[0] ?? '')?.startMs ?? 0, zone).name}`,
    )
    for (const conferences of groups.values()) {
      const spans = conferences.map(({ legs }) => legs.flatMap((id) => byId.get(id) ?? []).toSorted(byStart))
      let until = -Infinity
      for (const legs of spans.toSorted(([a], [b]) => (a?.startMs ?? 0) - (b?.startMs ?? 0))) {
        const gaps = legs.map(({ startMs, endMs, endBy }) => {
          const gap = startMs - until
          if (endBy === 'stated') until = Math.max(until, endMs)
          return gap > 120_000
        })
        expect(gaps).toEqual(legs.map((_, place) => place === 0))
      }
    }
  })

  test('a conference of Cisco’s is one meeting, whatever month it lasts into', () => {
    for (const meeting of meetings.filter(({ platform, ids }) => platform === 'cms' && ids.length > 0)) {
      const conferences = new Set(meeting.participations.map(({ id }) => byId.get(id)?.conference))
      expect(conferences.size).toBe(1)
    }
  })

  test('an end that nobody told is the end of the conference', () => {
    for (const { participations, endMs } of meetings) {
      for (const { id, telling } of participations.filter((leg) => leg.telling === 'no_end')) {
        expect(byId.get(id), telling).toMatchObject({ endBy: 'conference', endClass: null, media: [] })
        expect(byId.get(id)?.endMs).toBeGreaterThanOrEqual(endMs)
      }
    }
  })

  test('in the first 24 hours of a month some are told by their end alone: of no conference, nobody', () => {
    const ends = meetings
      .filter(({ name, platform }) => name !== '' && platform === 'pexip')
      .flatMap(({ participations }) => participations)
      .filter(({ telling }) => telling === 'end_only')
    const first = ends.filter(({ leaveMs }) => localDayOf(leaveMs, zone).endsWith('-01'))
    expect(first.length).toBeGreaterThanOrEqual(3)
    expect(ends.filter(({ id }) => byId.get(id)?.conference === null)).toEqual(first)
    expect(first.filter(({ id }) => byId.get(id)?.person !== null)).toEqual([])
  })

  test('every person of the truth has a key somewhere', () => {
    const found = new Set(truth.legs.flatMap(({ person }) => person ?? []))
    expect(truth.persons).toEqual([...found].toSorted())
    expect(truth.legs.filter(({ person, personIdent }) => (person === null) !== (personIdent === null))).toEqual([])
  })
})

describe('as a file', () => {
  const made = mkdtemp(join(tmpdir(), 'avesqo-truth-'))
  afterAll(async () => rm(await made, { recursive: true }))

  test('it is read as it was written; a file that is none is not read', async () => {
    const { truth } = worldOf(FIVE_WEEKS)
    const file = join(await made, 'truth.json')
    await writeTruth(file, truth)
    expect(await readTruth(file)).toEqual(truth)
    await writeFile(file, JSON.stringify({ ...truth, legs: [{ id: 'a' }] }))
    await expect(readTruth(file)).rejects.toThrow('platform')
  })
})
