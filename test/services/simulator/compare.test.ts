import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Leg, leg as legSchema, legColumns } from '../../../schemas/leg.ts'
import { key128 } from '../../../schemas/observation.ts'
import { localDayOf, localMonth } from '../../../services/shared/calendar.ts'
import { compare, compareLegs, type Truth, type TruthLeg } from '../../../services/simulator/index.ts'
import { FIVE_WEEKS, worldOf } from './worlds.ts'

const world = worldOf({ ...FIVE_WEEKS, people: 20, firstDay: '2026-10-26', days: 10 })
const { truth, organisation } = world
const names = {
  sites: new Map(organisation.sites.map(({ name }) => [`site-${name}`, name])),
  rooms: new Map(organisation.rooms.map(({ name }) => [`room-${name}`, name])),
}

const keyOf = (...parts: readonly (string | null)[]) => {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return key128.parse(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`,
  )
}

/** The stored leg that is this leg of the truth. */
function storedOf(told: TruthLeg, { zone }: Truth): Leg {
  const siteId = [...names.sites].find(([, name]) => name === told.site)?.[0] ?? told.site
  const stated: Partial<Record<keyof Leg, unknown>> = {
    tenant_id: 'voorbeeld',
    day: localDayOf(told.startMs, zone),
    leg_key: keyOf('leg', told.id),
    subjects: 1,
    observations: 3,
    conference_key: told.conference === null ? null : keyOf('conference', told.conference),
    person_key: told.person === null ? null : keyOf(told.person, told.personIdent, localMonth(told.startMs, zone).name),
    person_ident: told.personIdent,
    kind: told.kind,
    objected: false,
    platform: told.platform,
    source_id: 'demo',
    start_ms: told.startMs,
    start_by: told.startBy,
    end_ms: told.endMs,
    end_by: told.endBy,
    known_end_ms: told.endMs,
    duration_ms: told.durationMs,
    capped: false,
    protocol: told.protocol,
    room_id: told.room === null ? null : `room-${told.room}`,
    site: siteId,
    vendor: told.vendor,
    model: told.model,
    software: told.software,
    device_class: told.deviceClass,
    end_class: told.endClass,
    win_good: told.windows?.good || null,
    win_ok: told.windows?.ok || null,
    win_bad: told.windows?.bad || null,
    win_terrible: told.windows?.terrible || null,
    alarm_loss_mp: told.alarmLossMp,
    media: told.media.map(({ lossMp, ...entry }) => ({
      ...entry,
      loss_mp: lossMp,
      loss_max_mp: null,
      jitter_us: null,
      jitter_max_us: null,
      rtt_us: null,
      active_ms: null,
      samples: 1,
    })),
  }
  return legSchema.parse(Object.fromEntries(legColumns.map((column) => [column, stated[column] ?? null])))
}

const stored = truth.legs.map((leg) => storedOf(leg, truth))
const differences = (legs: readonly Leg[]) => compareLegs(truth, legs, names)
const changed = (isMeant: (leg: Leg) => boolean, change: (leg: Leg) => Partial<Leg>): Leg[] =>
  stored.map((leg) => (isMeant(leg) ? { ...leg, ...change(leg) } : leg))
const first = (isMeant: (leg: TruthLeg) => boolean): { told: TruthLeg; held: Leg } => {
  const told = truth.legs.find(isMeant)
  const held = stored[truth.legs.findIndex(isMeant)]
  if (told === undefined || held === undefined) throw new Error('the world has no such leg')
  return { told, held }
}

test('what equals the truth has no difference, in whatever order it comes', () => {
  expect(differences(stored)).toEqual([])
  expect(differences(stored.toReversed())).toEqual([])
  expect(compare(truth, stored, names).summary).toMatchObject({
    legs: { truth: truth.legs.length, stored: stored.length, equal: stored.length },
    conferences: { truth: truth.conferences.length, equal: truth.conferences.length },
  })
})

test('a leg that is not stored and one that never was are named', () => {
  const { told, held } = first(({ kind }) => kind === 'user')
  const another = { ...held, leg_key: keyOf('another'), start_ms: held.start_ms - 77, end_ms: held.end_ms + 77 }
  const found = differences(stored.map((leg) => (leg === held ? another : leg)))
  expect(found.map(({ what, of, id }) => [what, of, id])).toEqual([
    ['missing', 'leg', told.id],
    ['surplus', 'leg', another.leg_key],
  ])
  expect(differences([...stored, held]).map(({ what }) => what)).toEqual(['surplus'])
})

test.each<[string, (leg: TruthLeg) => boolean, (leg: Leg) => Partial<Leg>]>([
  ['end_ms', () => true, (leg) => ({ end_ms: leg.end_ms + 1 })],
  ['start_ms', () => true, (leg) => ({ start_ms: leg.start_ms + 1 })],
  ['duration_ms', () => true, (leg) => ({ duration_ms: leg.duration_ms + 1 })],
  ['kind', () => true, () => ({ kind: 'shadow' })],
  ['site', ({ site }) => site === 'Utrecht', () => ({ site: 'remote' })],
  ['site', ({ site }) => site === 'remote', () => ({ site: null })],
  ['room_id', ({ room }) => room !== null, () => ({ room_id: null })],
  ['end_class', () => true, () => ({ end_class: 'busy' })],
  ['software', ({ software }) => software !== null, () => ({ software: '0.1' })],
  ['win_good', ({ windows }) => (windows?.good ?? 0) > 0, () => ({ win_good: null })],
  ['win_bad', ({ windows }) => windows === null, () => ({ win_bad: 0 })],
  ['conference_key', ({ conference }) => conference !== null, () => ({ conference_key: null })],
  [
    'media audio up',
    ({ platform, media }) => platform === 'pexip' && media.length > 0,
    (leg) => ({
      media: leg.media.map((entry) => ({
        ...entry,
        lost: entry.kind === 'audio' && entry.dir === 'up' ? 999_999 : entry.lost,
      })),
    }),
  ],
  [
    'media content up',
    ({ platform, media }) => platform === 'cms' && media.length > 0,
    (leg) => ({
      media: [...leg.media, ...leg.media.slice(0, 1).map((entry) => ({ ...entry, kind: 'content' as const }))],
    }),
  ],
])('%s that differs is named, with both values', (field, isMeant, change) => {
  const { told, held } = first(isMeant)
  const [difference, ...others] = differences(changed((leg) => leg === held, change))
  expect(others).toEqual([])
  expect(difference).toMatchObject({ what: 'differs', of: 'leg', id: told.id })
  expect(difference?.fields.map((one) => one.field)).toEqual([field])
  expect(difference?.fields[0]?.truth).not.toBe(difference?.fields[0]?.stored)
})

test('a conference that is parted or taken with another is named', () => {
  const [one, other] = truth.conferences.filter(({ legs }) => legs.length > 2)
  const keyOfOne = keyOf('conference', one?.id ?? '')
  const parted = changed(
    (leg) => leg.leg_key === keyOf('leg', one?.legs[0] ?? ''),
    () => ({ conference_key: keyOf('new') }),
  )
  expect(differences(parted).map(({ what, of, id }) => [what, of, id])).toEqual([['split', 'conference', one?.id]])
  const taken = changed(
    (leg) => leg.conference_key === keyOf('conference', other?.id ?? ''),
    () => ({ conference_key: keyOfOne }),
  )
  expect(differences(taken).map(({ what, of, id }) => [what, of, id])).toEqual([['joined', 'conference', keyOfOne]])
  expect(compare(truth, taken, names).summary.conferences.equal).toBe(truth.conferences.length - 2)
})

test('a person with two keys in a month, two with one, and one recognised beyond the month are named', () => {
  const { held } = first(
    ({ personIdent, person }) =>
      personIdent === 'address' && truth.legs.filter((leg) => leg.person === person).length > 3,
  )
  const twoKeys = differences(
    changed(
      (leg) => leg === held,
      () => ({ person_key: keyOf('new') }),
    ),
  )
  expect(twoKeys.map(({ what, of }) => [what, of])).toEqual([['split', 'person']])

  const oneKey = differences(
    changed(
      ({ person_ident }) => person_ident === 'phone',
      () => ({ person_key: keyOf('caller') }),
    ),
  )
  expect(new Set(oneKey.map(({ what, of }) => `${what} ${of}`))).toEqual(new Set(['joined person']))

  const anyMonth = truth.legs.map((leg, place): Leg => {
    const row = stored[place]
    if (row === undefined) throw new Error('no such leg')
    return leg.person === null ? row : { ...row, person_key: keyOf(leg.person, leg.personIdent) }
  })
  const beyond = differences(anyMonth)
  expect(beyond.length).toBeGreaterThan(3)
  expect(beyond.every(({ what, of }) => what === 'joined' && of === 'person')).toBe(true)
})

test('legs that are alike are taken for each other so that conferences agree', () => {
  const { told } = first(({ conference, platform }) => conference !== null && platform === 'cms')
  const twin: TruthLeg = { ...told, id: 'twin', conference: 'another' }
  const third: TruthLeg = { ...told, id: 'third', startMs: told.startMs + 5, conference: 'another' }
  const more: Truth = {
    ...truth,
    legs: [...truth.legs, twin, third],
    conferences: [...truth.conferences, { id: 'another', name: 'x', legs: ['twin', 'third'] }],
  }
  const legs = more.legs.map((leg) => storedOf(leg, more))
  expect(compareLegs(more, legs.toReversed(), names)).toEqual([])
})
