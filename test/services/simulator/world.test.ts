import { describe, expect, test } from 'vitest'
import type { Meeting, Participation, World } from '../../../services/simulator/index.ts'
import { createWorld } from '../../../services/simulator/index.ts'
import { isStruck } from '../../../services/simulator/faults.ts'
import { localDayOf, localMonth, spanOfDay } from '../../../services/shared/calendar.ts'
import { FIVE_WEEKS, TWO_MONTHS, worldOf } from './worlds.ts'

const SIZES = [
  ['40 people, five weeks', FIVE_WEEKS],
  ['220 people, two months', TWO_MONTHS],
] as const

const ofPlatform = ({ meetings }: World, platform: Meeting['platform']): readonly Meeting[] =>
  meetings.filter((meeting) => meeting.platform === platform)
const legsOf = (meetings: readonly Meeting[]): readonly Participation[] =>
  meetings.flatMap(({ participations }) => participations)
const variance = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}
const nodes = ({ participations }: Meeting) => new Set(participations.map(({ node }) => node)).size
const wallTime = (ms: number, zone: string): string =>
  new Date(ms).toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })

test('one seed gives one world, another seed another', () => {
  const small = { ...FIVE_WEEKS, people: 12, days: 7 }
  expect(createWorld(small)).toEqual(createWorld(small))
  const other = createWorld({ ...small, seed: 7 })
  expect(other.meetings[0]?.participations[0]?.id).not.toBe(createWorld(small).meetings[0]?.participations[0]?.id)
})

test('two months of 220 people take less than 5 s of computing', () => {
  const before = process.cpuUsage()
  createWorld(TWO_MONTHS)
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5)
})

test('220 people have 60 to 90 meetings a working day, three in ten on Cisco, and few at weekends', () => {
  const world = worldOf(TWO_MONTHS)
  const days = Map.groupBy(world.meetings, ({ startMs }) => localDayOf(startMs, world.zone))
  const counts = (weekend: boolean) =>
    [...days]
      .filter(([day]) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) === weekend)
      .map(([, { length }]) => length)
  expect(Math.min(...counts(false))).toBeGreaterThanOrEqual(60)
  expect(Math.max(...counts(false))).toBeLessThanOrEqual(90)
  expect(Math.max(...counts(true))).toBeLessThanOrEqual(12)
  const share = ofPlatform(world, 'cms').length / world.meetings.length
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.4)
})

describe.each(SIZES)('%s', (_size, settings) => {
  const world = worldOf(settings)
  const { zone, meetings, organisation, truth } = world

  test.each([
    ['pexip', ['whole', 'no_start', 'no_end', 'start_unstated', 'end_only', 'pre_join']],
    ['cms', ['whole', 'no_start', 'no_end', 'start_unstated']],
  ] as const)('legs on %s are told in every way', (platform, tellings) => {
    const found = Map.groupBy(legsOf(ofPlatform(world, platform)), ({ telling }) => telling)
    expect([...found.keys()].toSorted()).toEqual([...tellings].toSorted())
    for (const telling of tellings) expect(found.get(telling)?.length).toBeGreaterThanOrEqual(3)
  })

  test.each([
    ['pexip', ['room', 'desk', 'account', 'web', 'phone', 'teams', 'recorder']],
    ['cms', ['room', 'desk', 'app', 'web', 'phone', 'bridge', 'recorder']],
  ] as const)('people come to %s in every way', (platform, ways) => {
    expect([...new Set(legsOf(ofPlatform(world, platform)).map(({ way }) => way))].toSorted()).toEqual(
      [...ways].toSorted(),
    )
  })

  test('every kind and every site comes out', () => {
    expect(new Set(truth.legs.map(({ kind }) => kind))).toEqual(
      new Set(['room', 'user', 'pstn', 'guest', 'unknown', 'bridge', 'recorder']),
    )
    expect(new Set(truth.legs.map(({ site }) => site))).toEqual(
      new Set(['Utrecht', 'Utrecht Annex', 'Groningen', 'Depot', 'remote', null]),
    )
  })

  test('every fault strikes, and only where and when it is planted', () => {
    const exposed = legsOf(ofPlatform(world, 'pexip')).map((leg) => ({ ...leg, place: siteOf(world, leg) }))
    expect(truth.faults.map(({ what }) => what).toSorted()).toEqual(
      ['bad_room_model', 'bad_site_network', 'bad_transport', 'failing_joins', 'old_software'].toSorted(),
    )
    for (const fault of truth.faults) {
      const struck = exposed.filter((leg) => isStruck(fault, leg))
      expect(struck.length, fault.what).toBeGreaterThanOrEqual(10)
      expect(struck.length, fault.what).toBeLessThan(exposed.length / 4)
    }
  })

  test('the same virtual meeting room is used again on the same day, as another conference and as the same one', () => {
    const meetingOf = new Map(
      meetings.flatMap((meeting) => meeting.participations.map(({ id }) => [id, meeting] as const)),
    )
    const merged = truth.conferences.filter(({ legs }) => new Set(legs.map((id) => meetingOf.get(id))).size > 1)
    expect(merged.length).toBeGreaterThanOrEqual(3)
    const starts = new Map(truth.legs.map(({ id, startMs }) => [id, startMs]))
    const days = Map.groupBy(
      truth.conferences.filter(({ id }) => id.startsWith('pexip')),
      ({ name, legs }) => `${name} ${localDayOf(starts.get(legs[0] ?? '') ?? 0, zone)}`,
    )
    expect([...days.values()].filter(({ length }) => length > 1).length).toBeGreaterThanOrEqual(5)
  })

  test('meetings stand on three nodes, and on two call bridges with a link of their own', () => {
    expect(ofPlatform(world, 'pexip').filter((meeting) => nodes(meeting) >= 3).length).toBeGreaterThanOrEqual(5)
    const cascades = ofPlatform(world, 'cms').filter((meeting) => nodes(meeting) === 2)
    expect(cascades.length).toBeGreaterThanOrEqual(5)
    for (const { ids, participations } of cascades) {
      expect(ids).toHaveLength(2)
      expect(participations.filter(({ way }) => way === 'bridge').map(({ node }) => node)).toEqual([0, 1])
    }
  })

  test.each(['pexip', 'cms'] as const)('a meeting on %s lasts over the last midnight of the month', (platform) => {
    const name = 'Maandafsluiting'
    const months = ofPlatform(world, platform)
      .filter((meeting) => meeting.name === name)
      .map(({ participations }) => new Set(participations.map(({ joinMs }) => localMonth(joinMs, zone).name)).size)
    expect(months.length).toBeGreaterThan(0)
    expect(months.every((size) => size === 2)).toBe(true)
    const conferences = truth.conferences.filter((one) => one.name === name && one.id.startsWith(platform))
    expect(conferences).toHaveLength(platform === 'pexip' ? 2 * months.length : months.length)
  })

  test('legs last over midnight, and a forgotten room over two', () => {
    const days = truth.legs.map(({ startMs, endMs }) => localDayOf(startMs, zone) !== localDayOf(endMs, zone))
    expect(days.filter(Boolean).length).toBeGreaterThanOrEqual(20)
    const cut = truth.legs.filter(({ durationMs }) => durationMs === 86_400_000)
    expect(cut.length).toBeGreaterThanOrEqual(1)
  })

  test('meetings take place in the night in which clocks change', () => {
    const { from, until } = spanOfDay('2026-10-25', zone)
    expect(until - from).toBe(25 * 3_600_000)
    const night = meetings.filter(({ startMs }) => startMs >= from && startMs < from + 4 * 3_600_000)
    expect(night.map(({ name }) => name).toSorted()).toEqual(['Onderhoud', 'Onderhoud', 'Terugval'])
    const first = night.find(({ platform, name }) => platform === 'pexip' && name === 'Onderhoud')
    // From half past one for three hours that pass, on a wall whose clock shows two to three twice.
    expect(wallTime((first?.startMs ?? 0) + 5 * 60_000, zone)).toMatch(/^01:/u)
    expect(wallTime((first?.startMs ?? 0) + 150 * 60_000, zone)).toMatch(/^0[23]:/u)
  })

  test('some drop out and come back, some never get in, some reach no meeting at all', () => {
    const twice = meetings.filter(({ participations }) => {
      const people = participations.flatMap(({ person }) => person?.id ?? [])
      return new Set(people).size < people.length
    })
    expect(twice.length).toBeGreaterThanOrEqual(10)
    const classes = new Set(truth.legs.map(({ endClass }) => endClass))
    for (const failed of ['auth_or_pin', 'capacity', 'config_or_crypto', 'not_found'] as const) {
      expect(classes).toContain(failed)
    }
    const lost = meetings.filter(({ ids, name }) => ids.length === 0 && name === '')
    expect(new Set(lost.map(({ platform }) => platform))).toEqual(new Set(['pexip', 'cms']))
  })

  test('a room is in one meeting at a time', () => {
    for (const room of organisation.rooms) {
      const stays = legsOf(meetings)
        .filter((leg) => leg.room === room)
        .toSorted((a, b) => a.joinMs - b.joinMs)
      const clashes = stays.filter(({ joinMs }, at) => joinMs < (stays[at - 1]?.leaveMs ?? 0))
      expect(clashes.map(({ id }) => id)).toEqual([])
    }
  })

  test('a meeting’s times enclose its legs; Cisco’s are whole seconds', () => {
    for (const { startMs, endMs, participations, platform } of meetings) {
      expect(Math.min(...participations.map(({ joinMs }) => joinMs))).toBe(startMs)
      expect(Math.max(...participations.map(({ leaveMs }) => leaveMs))).toBeLessThan(endMs)
      const fractions =
        platform === 'cms' ? participations.filter(({ joinMs, leaveMs }) => joinMs % 1000 || leaveMs % 1000) : []
      expect(fractions).toEqual([])
    }
  })
})

describe('luck', () => {
  const world = worldOf(TWO_MONTHS)
  const measured = ofPlatform(world, 'pexip').flatMap((meeting) =>
    meeting.participations.flatMap((leg) => {
      const down = leg.streams.find(({ kind, dir }) => kind === 'audio' && dir === 'down')
      // A loss of some packets at least, so that its logarithm says something
      return down === undefined || down.lost < 5
        ? []
        : [{ meeting, leg, site: siteOf(world, leg), loss: Math.log(down.lost / down.packets) }]
    }),
  )
  test('legs of one meeting and site share it', () => {
    const struck = (one: (typeof measured)[number]) =>
      world.truth.faults.some((fault) => isStruck(fault, { ...one.leg, place: one.site }))
    const fair = measured.filter((one) => !struck(one))
    const groups = [...Map.groupBy(fair, ({ meeting, site }) => `${meeting.correlator} ${site}`).values()]
    const within = groups.filter(({ length }) => length > 2).map((group) => variance(group.map(({ loss }) => loss)))
    const own = within.reduce((sum, value) => sum + value, 0) / within.length
    expect(own / variance(fair.map(({ loss }) => loss))).toBeLessThan(0.35)
  })

  test('the bad network is bad at its site and time only', () => {
    const fault = world.truth.faults.find(({ what }) => what === 'bad_site_network')
    const median = (legs: typeof measured): number =>
      Math.exp(legs.map(({ loss }) => loss).toSorted((a, b) => a - b)[Math.floor(legs.length / 2)] ?? 0)
    const inside = measured.filter((one) => fault !== undefined && isStruck(fault, { ...one.leg, place: one.site }))
    const before = measured.filter(({ leg, site }) => site === fault?.where && leg.joinMs < fault.fromMs)
    const elsewhere = measured.filter(({ leg, site }) => site === 'Utrecht' && leg.way !== 'room')
    expect(median(inside)).toBeGreaterThan(5 * median(before))
    expect(median(before) / median(elsewhere)).toBeGreaterThan(0.6)
    expect(median(before) / median(elsewhere)).toBeLessThan(1.6)
  })
})

/** Where the truth says that it is; Cisco does not always tell. */
function siteOf(world: World, { id }: Participation): string {
  const known = sites.get(world) ?? new Map(world.truth.legs.map((leg) => [leg.id, leg.site ?? '']))
  sites.set(world, known)
  return known.get(id) ?? ''
}
const sites = new Map<World, ReadonlyMap<string, string>>()
